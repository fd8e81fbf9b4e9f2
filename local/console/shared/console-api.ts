import type { FinishedCall, SentMessage, TimerStatus } from '../../cloud';
import type { RunReply } from '../../cloud/control-route';
import type { StoredFile } from '../../cloud/files/list-files';

/** Rows of one page, of every list that has pages. */
export const PAGE_SIZE = 50;

export interface QueryText {
  readonly collection: string;
  /** Extended JSON in the language of the store; empty: everything. */
  readonly filter: string;
  /** Such as `{"day": -1}`; empty: as stored. */
  readonly sort: string;
}

export interface FunctionStatus {
  readonly name: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** The seven fields of its timer. */
  readonly timer: string | null;
  /** Why its config.json cannot be used. */
  readonly problem: string | null;
}

export type RunAs = 'console' | 'timer' | 'employee' | 'openid';

export interface RunText {
  readonly name: string;
  /** JSON. */
  readonly event: string;
  readonly as: RunAs;
  /** The employee id or the openid. */
  readonly who: string;
  /** The clock's reading for this run alone, epoch ms. */
  readonly now: number | null;
}

export interface TimerLine extends TimerStatus {
  /** The last recorded run. */
  readonly last: { readonly at: number; readonly error: string | null } | null;
}

/** A message, and the employee whom its openid is bound to. */
export type MessageLine = SentMessage & { readonly employeeId: string | null };

type Nothing = Readonly<Record<string, never>>;

/** Requests of the page, `POST /api/<name>`, and their answers. Instants in epoch ms. */
export interface ConsoleApi {
  state: { input: Nothing; answer: { now: number; dataDir: string } };
  collections: { input: Nothing; answer: { name: string; count: number }[] };
  find: {
    input: QueryText & { readonly offset: number };
    /** Documents as relaxed extended JSON. */
    answer: { documents: Record<string, unknown>[]; total: number; ms: number };
  };
  functions: { input: Nothing; answer: FunctionStatus[] };
  run: { input: RunText; answer: RunReply };
  runs: { input: Nothing; answer: FinishedCall[] };
  timers: { input: Nothing; answer: TimerLine[] };
  runTimer: { input: { readonly name: string }; answer: RunReply };
  files: {
    input: { readonly prefix: string; readonly offset: number };
    answer: { files: StoredFile[]; total: number };
  };
  messages: { input: { readonly offset: number }; answer: { messages: MessageLine[]; total: number } };
}

export type ExportFormat = 'json' | 'csv';

/** Requests that are answered with the bytes of a file. */
export interface ConsoleFiles {
  export: QueryText & { readonly format: ExportFormat };
  file: { readonly path: string };
}
