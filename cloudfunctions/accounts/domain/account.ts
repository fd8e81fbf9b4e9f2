import type { Day, Instant, LocalText } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { LedgerKind } from '#contracts/leave';

/**
 * What one person's requests have come to: time asked for or granted, and the leave ledger. A document of
 * `accounts`, `_id` is the employee number. One document, so that two requests of one person at the same moment
 * meet in it; every change carries `rev` + 1. Keys of both maps are ids made from the request, so that writing
 * the same effect again changes nothing.
 */
export interface Account {
  readonly _id: string;
  readonly rev: number;
  readonly spans: Readonly<Record<string, AccountSpan>>;
  /** Append-only: the balance of a type is the sum of its entries. */
  readonly entries: Readonly<Record<string, LedgerEntry>>;
}

/** Time that a request is about. */
export interface AccountSpan {
  readonly requestId: string;
  readonly kind: 'leave' | 'trip' | 'overtime' | 'correction' | 'field';
  /** `open`: asked for, not decided. `rejected` is kept for field punches only, which then do not count. */
  readonly state: 'open' | 'approved' | 'rejected';
  readonly name: LocalText;
  /** The attendance day of a correction or field punch; else the first day. */
  readonly day: Day;
  readonly from: Instant;
  readonly to: Instant;
  /** Leave minutes (480 are a day) or minutes of overtime; 0 where nothing is counted. */
  readonly minutes: number;
  /** Minutes of each day that counts, for leave and overtime. */
  readonly perDay?: Readonly<Record<Day, number>>;
  /** Of leave: the leave type, and the percent of the usual pay. */
  readonly leaveTypeId?: string;
  readonly paidShare?: number;
  /** Of leave that grows long: the percent from that day on. */
  readonly longPay?: { readonly from: Day; readonly share: number };
  /** Of overtime: 150, 200 or 300 percent, and what it becomes. */
  readonly payClass?: 150 | 200 | 300;
  readonly compensation?: 'pay' | 'comp-time';
  /** Of a correction: which punch is put right. */
  readonly slot?: 'in' | 'out';
  /** Of a field punch that needed approval. */
  readonly punchKey?: string;
}

/** One line of the leave ledger. `minutes` carries its sign; 480 are one day. */
export interface LedgerEntry {
  readonly kind: LedgerKind;
  readonly typeId: string;
  readonly minutes: number;
  readonly at: Instant;
  /** The grant that the minutes come from or go back to; a grant names itself. */
  readonly grantId: string;
  readonly requestId: string | null;
  /** Of a grant: usable from and until, both included. */
  readonly validFrom: Day | null;
  readonly expiresOn: Day | null;
  /** How a grant was worked out, or why it was lost. */
  readonly basis: readonly Fact[];
  readonly byId: string | null;
  readonly note: string;
}

/** What is written into an account. Keys are made from the request's id; null removes a span. */
export interface AccountChange {
  readonly spans: Readonly<Record<string, AccountSpan | null>>;
  readonly entries: Readonly<Record<string, LedgerEntry>>;
}

/** What the state of a request means for the applicant's account. */
export interface AccountEffect {
  readonly requestId: string;
  /** Of two effects of one request the one with the higher order is the later one. */
  readonly order: number;
  readonly change: AccountChange;
}

/** A request as the account keeps it until it has arrived in its own collection; the rest of it is not looked at. */
export interface StagedRequest {
  readonly _id: string;
  readonly effectRev: number;
  readonly touchedAt: Instant;
  readonly changes: { readonly onSubmit: AccountChange };
}

/** A request that leaves the account alone. */
export const NO_CHANGE: AccountChange = { spans: {}, entries: {} };

export const isEmptyChange = ({ spans, entries }: AccountChange): boolean =>
  Object.keys(spans).length + Object.keys(entries).length === 0;

/** Somebody without any request yet. */
export const emptyAccount = (employeeId: string): Account => ({
  _id: employeeId,
  rev: 0,
  spans: {},
  entries: {},
});
