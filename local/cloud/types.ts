import type { Clock } from './clock';
import type { CloudErrorCode } from './cloud-error';
import type { DatabaseDeclaration, IndexDeclaration } from './database-declaration';
import type { StorageRule } from './files/storage-rule';
import type { FunctionRule } from './function-rule';
import type { Identity } from './identity';
import type { PushRule } from './push/push-rule';
import type { ConflictDetection } from './store/transaction';

/**
 * What one call cost, with the functions it called: requests to the cloud, those to the database among them,
 * documents looked at, documents handed to the function, and the bytes of all its requests and of their answers,
 * errors too. A file counts when it is uploaded; reads by address are not counted.
 */
export interface CallCosts {
  requests: number;
  database: number;
  scanned: number;
  returned: number;
  bytesSent: number;
  bytesReceived: number;
}

/** One request that a running function call makes through the SDK. */
export interface SdkRequest {
  /** Of the call that makes it. */
  readonly requestId: string;
  /** Of the external call, if one function calls another; otherwise the same. */
  readonly origin: string;
  readonly functionName: string;
  /**
   * As the SDK sends it, such as `database.getDocument`. An open API goes by its name, such as
   * `openapi.subscribeMessage.send`, and the bytes of a file as `storage.put`.
   */
  readonly action: string;
  /** Of a database request that names one. */
  readonly collection: string | undefined;
  /** 1 for the first request of the external call; nested functions continue the count. */
  readonly ordinal: number;
  /** Ends the process of the function at this point: its call fails and its memory is lost. */
  killWorker(): void;
  /** Like `killWorker`, as if the function's time limit were exceeded at this point. */
  overrunTime(): void;
}

/**
 * Intercepts every request of a running call. `proceed` executes it and returns the answer, with its writes
 * durable. Waiting before it delays the request; a thrown CloudError replaces the answer; a promise that never
 * settles leaves the function without one.
 */
export type AroundRequest = (
  request: SdkRequest,
  proceed: () => Promise<Record<string, unknown>>,
) => Promise<Record<string, unknown>>;
/** Something that works here but is wrong or too slow on the platform. */
export type CallWarning = WhereInTransaction | FullScan | LateFault;

/** Anything but a document operation while the call had a transaction open: the SDK sends it outside of that. */
export interface WhereInTransaction {
  kind: 'where-in-transaction';
  /** As on the wire: `database.getDocument`. */
  action: string;
  collection: string;
}

/** A query or an update that scanned more than `scanLimit` documents, because no index serves it. */
export interface FullScan {
  kind: 'full-scan';
  collection: string;
  /** Fields of its filter. */
  fields: string[];
  scanned: number;
  /** The index to declare in database.json; null for a query without conditions. */
  index: IndexDeclaration | null;
}

/**
 * Work that was pending when a call returned, and failed afterwards. The platform freezes an instance after each
 * call, so such work runs, and fails, during a later call.
 */
export interface LateFault {
  kind: 'late-fault';
  functionName: string;
  message: string;
}

/** One line that the function wrote to its console. `at` in epoch ms of the cloud's clock. */
export interface LogLine {
  level: 'debug' | 'info' | 'log' | 'warn' | 'error';
  text: string;
  at: number;
}

/** The record of a finished call, successful or not. `ms` is wall-clock time. */
export interface CallRecord {
  requestId: string;
  functionName: string;
  costs: CallCosts;
  /** The first hundred. */
  warnings: CallWarning[];
  logs: LogLine[];
  ms: number;
}

/** A call that returned. `result` went through JSON, as on the platform; undefined becomes null. */
export interface InvokeResult extends CallRecord {
  result: unknown;
}

export interface InvokeOptions {
  as: Identity;
  requestId?: string;
  /** The cloud's time for this call only, epoch ms. */
  now?: number;
}

export type FunctionVariables = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface CloudOptions extends Partial<DatabaseDeclaration> {
  /** Folder for the database and the files; created if absent. One running cloud per folder. */
  dataDir: string;
  /** Holds one folder per function: `index.js` and, optionally, `config.json`. */
  functionsDir: string;
  indexes?: IndexDeclaration[];
  /** Who of the Mini Program may read and write files; absent: the platform's default, everybody reads. */
  storageRule?: StorageRule;
  /** 0 or absent: any free port. */
  port?: number;
  envId?: string;
  appId?: string;
  clock?: Clock;
  /** Maximum workers per function for external calls. */
  maxWorkers?: number;
  /** The Node.js executable of functions, each instance in a process; threads of this process if absent. */
  functionNode?: string;
  /** Which functions clients may call; the platform's default rule if absent. */
  functionRule?: FunctionRule;
  /** Environment variables by function, as an administrator sets them in the console. */
  variables?: FunctionVariables;
  /** For tests of what happens between and during requests. */
  aroundRequest?: AroundRequest;
  /** Texts that the content check of WeChat's servers calls risky, also in the bytes of a picture. */
  riskyWords?: readonly string[];
  /** Pictures with these texts in their bytes are to be reviewed by a person at WeChat. */
  reviewWords?: readonly string[];
  /** Which function gets which message of WeChat's servers; absent: nobody set it up, and none gets any. */
  messagePush?: PushRule;
  /** False: timers run only by `timers.runDue()` and `runNow()`, and messages are pushed only by `push.deliver()`. */
  runTimers?: boolean;
  /** Retries of a failed timer run; 2 by default. */
  timerRetries?: number;
  /** When a transaction detects a conflict; at its commit by default. */
  conflicts?: ConflictDetection;
  /** Documents that a query may scan without an index before it is reported; 1,000 by default. */
  scanLimit?: number;
  /** Such a query fails; for tests. */
  failOnScan?: boolean;
}

/** The error of a client call, in the shape that `wx.cloud` rejects with. */
export interface ClientError {
  errCode: number;
  errMsg: string;
  code: CloudErrorCode;
}
