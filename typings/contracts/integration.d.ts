import type { ActionShape, Day, Instant } from './common';

/** What became of one value that a system outside has sent. */
export type ValueState =
  | 'booked'
  /** The last figure of the key result is the same, of the same day and from the same system. */
  | 'duplicate'
  /** The owner has no goals in this cycle, or there is no such person, department or cycle. */
  | 'unknown-owner'
  /** None of the owner's key results has this KPI among its words, or several have. */
  | 'unknown-kpi'
  | 'closed-cycle'
  /** The key result cannot have this figure, such as 2 for yes or no. */
  | 'figure-invalid'
  /** Many wrote at once: send this value again, in a new batch. */
  | 'busy';

export interface ValueResult {
  /** Of the batch, from 1. */
  readonly line: number;
  readonly state: ValueState;
}

/** A system outside that may set values, without its secrets. */
export interface IntegrationClient {
  readonly id: string;
  /** Shown as the source of its figures. */
  readonly name: string;
  readonly kpis: readonly string[];
  readonly cycles: readonly string[];
  readonly keys: readonly IntegrationKey[];
  /** The latest first, at most 50. */
  readonly changes: readonly ClientChangeNote[];
}

export interface IntegrationKey {
  readonly id: string;
  readonly from: Instant;
  /** The first instant at which it is not valid any more; null while it is the current one. */
  readonly until: Instant | null;
  /** When a call was signed with it, to the hour; null if none was. */
  readonly usedAt: Instant | null;
}

export interface ClientChangeNote {
  readonly at: Instant;
  readonly what: ClientChange;
  /** The key that was added or ended. */
  readonly keyId?: string;
  /** Missing for what was done in the console. */
  readonly byId?: string;
  readonly byName?: string;
  readonly byNameEn?: string;
}

export type ClientChange = 'created' | 'key-added' | 'key-ended' | 'scope-changed';

/** The secret is in this answer and nowhere else. */
export interface NewKey {
  readonly clientId: string;
  readonly keyId: string;
  readonly secret: string;
}

/** In the Mini Program every action is behind the second check: `opening` is what `openPay` gave. The console has none. */
interface Opening {
  readonly opening?: string;
}

/** A retry with the same key is answered as the first call was. Needed in the Mini Program. */
interface Once {
  readonly key?: string;
}

/** What HR and administrators do with keys; systems outside call over HTTP, see docs/integration.md. */
export interface IntegrationContract {
  createClient: ActionShape & {
    input: Opening &
      Once & { readonly name: string; readonly kpis: readonly string[]; readonly cycles: readonly string[] };
    output: NewKey;
  };
  listClients: ActionShape & { input: Opening; output: { readonly clients: readonly IntegrationClient[] } };
  /** A second key; the one before ends after some days. */
  rotateKey: ActionShape & {
    input: Opening & Once & { readonly clientId: string; readonly overlapDays: number };
    output: NewKey & { readonly earlierUntil: Day };
  };
  /** Ends a key at once; a client without a key can do nothing. */
  endKey: ActionShape & {
    input: Opening & { readonly clientId: string; readonly keyId: string };
    output: { readonly keys: number };
  };
  setScope: ActionShape & {
    input: Opening & {
      readonly clientId: string;
      readonly kpis: readonly string[];
      readonly cycles: readonly string[];
    };
    output: { readonly changes: number };
  };
}
