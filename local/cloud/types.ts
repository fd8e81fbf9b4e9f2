import type { Clock } from './clock';
import type { CloudErrorCode } from './cloud-error';
import type { DatabaseDeclaration, IndexDeclaration } from './database-declaration';
import type { StorageRule } from './files/storage-rule';
import type { FunctionRule } from './function-rule';
import type { Identity } from './identity';
import type { ConflictDetection } from './store/transaction';

/**
 * What one call cost, with the functions it called: requests to the cloud, those to the database among them, documents
 * looked at, documents handed to the function, and the bytes of all its requests and of their answers, errors too.
 * A file counts when it is uploaded; who reads one by its address is not known.
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
  /** Of the call from outside, where one function calls another; else the same. */
  readonly origin: string;
  readonly functionName: string;
  /**
   * As the SDK sends it, such as `database.getDocument`. An open API goes by its name, such as
   * `openapi.subscribeMessage.send`, and the bytes of a file as `storage.put`.
   */
  readonly action: string;
  /** Of a database request that names one. */
  readonly collection: string | undefined;
  /** 1 for the first request of the call from outside; the functions it calls count on. */
  readonly ordinal: number;
  /** Ends the process of the function at this point: its call fails, what it has in memory is gone. */
  killWorker(): void;
  /** The same by the time limit of the function, as if it had run out at this point. */
  overrunTime(): void;
}

/**
 * Stands around every request of a running call. `proceed` lets it take effect and gives the answer, which is on the
 * disk by then. Waiting before it delays the request; throwing a CloudError before or after it is the answer
 * instead; a promise without end leaves the function without one.
 */
export type AroundRequest = (
  request: SdkRequest,
  proceed: () => Promise<Record<string, unknown>>,
) => Promise<Record<string, unknown>>;
/** Something that works here and would be wrong, or too slow, on the platform. */
export type CallWarning = WhereInTransaction | FullScan | LateFault;

/** Anything but a document operation while the call had a transaction open: the SDK sends it outside of that. */
export interface WhereInTransaction {
  kind: 'where-in-transaction';
  /** As on the wire: `database.getDocument`. */
  action: string;
  collection: string;
}

/** A query or an update that looked at more than `scanLimit` documents, because no index serves it. */
export interface FullScan {
  kind: 'full-scan';
  collection: string;
  /** Fields of its filter. */
  fields: string[];
  scanned: number;
  /** Declared in database.json it would serve; null if everything was asked for. */
  index: IndexDeclaration | null;
}

/**
 * Work that a call left behind when it returned, and that failed afterwards. The platform stops an instance there, and
 * such work runs, and fails, inside of some later call.
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

/** What is known about a finished call, whether it succeeded or not. `ms` is wall-clock time. */
export interface CallRecord {
  requestId: string;
  functionName: string;
  costs: CallCosts;
  /** The first hundred. */
  warnings: CallWarning[];
  logs: LogLine[];
  ms: number;
}

/** A call that returned. `result` went through JSON, as on the platform; nothing returned reads as null. */
export interface InvokeResult extends CallRecord {
  result: unknown;
}

export interface InvokeOptions {
  as: Identity;
  requestId?: string;
  /** The clock's reading for this call alone, epoch ms. */
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
  /** Most workers per function that run calls from outside. */
  maxWorkers?: number;
  /** Program of the Node.js that functions run on, each instance in a process; threads of this process if absent. */
  functionNode?: string;
  /** Which functions clients may call; the platform's own rule unless told otherwise. */
  functionRule?: FunctionRule;
  /** Environment variables by function, as an administrator sets them in the console. */
  variables?: FunctionVariables;
  /** For tests of what happens between and during requests. */
  aroundRequest?: AroundRequest;
  /** Texts that the content check of WeChat's servers calls risky. */
  riskyWords?: readonly string[];
  /** False: timers run when asked to only. */
  runTimers?: boolean;
  /** How often a timer's run that failed is made again; twice unless told otherwise. */
  timerRetries?: number;
  /** Where a transaction learns of a conflict; at its commit unless told otherwise. */
  conflicts?: ConflictDetection;
  /** Documents that a search without an index may look at before it is reported; 1,000 unless told otherwise. */
  scanLimit?: number;
  /** Such a search is an error too; for tests. */
  failOnScan?: boolean;
}

/** The error of a client call, in the shape that `wx.cloud` rejects with. */
export interface ClientError {
  errCode: number;
  errMsg: string;
  code: CloudErrorCode;
}
