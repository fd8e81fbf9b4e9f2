import type { Day, Instant, LocalText } from '#contracts/common';
import type { OvertimeCreditRule } from '#contracts/company-rules';
import type { Fact } from '#contracts/fact';
import type { LedgerKind } from '#contracts/leave';

/**
 * The effects of one employee's requests: reserved or approved time, and the leave ledger. A document of
 * `accounts`; `_id` is the employee number. A single document, so that concurrent requests of one employee
 * conflict; every change increments `rev`. Keys of both maps derive from the request id, so that applying the
 * same effect again is idempotent.
 */
export interface Account {
  readonly _id: string;
  readonly rev: number;
  readonly spans: Readonly<Record<string, AccountSpan>>;
  /** Append-only, but for `compTimeCreditKey`; the balance of a leave type is the sum of its entries. */
  readonly entries: Readonly<Record<string, LedgerEntry>>;
  /** What is in documents of its own; missing while there are none. */
  readonly archive?: ArchiveIndex;
}

/**
 * What of an account was moved to `account_archives`. What is left is exact for every question about days from `before`
 * on, and for rules that look at the leave of earlier years from `leaveBefore` on; other questions need the archives
 * (`completeAccount`).
 */
export interface ArchiveIndex {
  readonly before: Day;
  readonly leaveBefore: Day;
  /** The revision of each archive, by quarter. */
  readonly parts: Readonly<Record<string, number>>;
}

/**
 * A stored account, with the bookkeeping that keeps it consistent with `requests`. `applied` holds, per
 * request, the order of the last effect applied, so that an older effect never overwrites a newer one; that of an
 * archived request is in its archive. `staged` holds requests that were accepted here and may not be in `requests` yet:
 * the account update is what decides a submission.
 */
export interface StoredAccount extends Account {
  readonly applied?: Readonly<Record<string, number>>;
  readonly staged?: Readonly<Record<string, StagedRequest>>;
  readonly stagedAt?: Instant | null;
}

/** A time span covered by a request. */
export interface AccountSpan {
  readonly requestId: string;
  readonly kind: 'leave' | 'trip' | 'overtime' | 'correction' | 'field';
  /** `open`: pending. `rejected` is only kept for field punches, which then do not count. */
  readonly state: 'open' | 'approved' | 'rejected';
  readonly name: LocalText;
  /** The attendance day of a correction or field punch; else the first day. */
  readonly day: Day;
  readonly from: Instant;
  readonly to: Instant;
  /** Leave minutes (480 per day) or overtime minutes; 0 for other kinds. */
  readonly minutes: number;
  /** Leave or overtime minutes by day. */
  readonly perDay?: Readonly<Record<Day, number>>;
  /** Leave only: of a type that is counted in hours. */
  readonly unit?: 'hour';
  /** Leave only: the leave type, and the percentage of normal pay. */
  readonly leaveTypeId?: string;
  readonly paidShare?: number;
  /** Extended leave only: the percentage from that day on, which is that of the whole leave if it began before. */
  readonly longPay?: { readonly from: Day; readonly share: number };
  /** Overtime only: 150, 200 or 300 percent, and how it is compensated. */
  readonly payClass?: 150 | 200 | 300;
  readonly compensation?: 'pay' | 'comp-time';
  /** Overtime only: breaks of the shift inside it, which are not worked and not in `minutes`. */
  readonly pauses?: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Overtime only: the company's rule when it was asked for; absent means `approved`. */
  readonly credit?: OvertimeCreditRule;
  /** Correction only: which punch is corrected. */
  readonly slot?: 'in' | 'out';
  /** Correction only: confirms what the phone claimed, so it is not counted. */
  readonly confirms?: true;
  /** Field punch that needed approval. */
  readonly punchKey?: string;
  /** A copy for rules that look at the leave of earlier years; the request itself is in an archive. */
  readonly archived?: true;
}

/** An entry of the leave ledger. `minutes` is signed; 480 per day. */
export interface LedgerEntry {
  readonly kind: LedgerKind;
  readonly typeId: string;
  readonly minutes: number;
  readonly at: Instant;
  /** The grant that the minutes are taken from or returned to; a grant refers to itself. */
  readonly grantId: string;
  readonly requestId: string | null;
  /** Grants only: first and last day of use. */
  readonly validFrom: Day | null;
  readonly expiresOn: Day | null;
  /** How a grant was calculated, or why it was lost. */
  readonly basis: readonly Fact[];
  readonly byId: string | null;
  readonly note: string;
}

/** A change of an account. Keys derive from the request id; null removes a span. */
export interface AccountChange {
  readonly spans: Readonly<Record<string, AccountSpan | null>>;
  readonly entries: Readonly<Record<string, LedgerEntry>>;
}

/** The effect of a request's state on the applicant's account. */
export interface AccountEffect {
  readonly requestId: string;
  /** Orders the effects of one request: the higher one is the later one. */
  readonly order: number;
  readonly change: AccountChange;
}

/**
 * A request as staged in the account until it is persisted in its own collection; other fields are opaque here.
 */
export interface StagedRequest {
  readonly _id: string;
  readonly effectRev: number;
  readonly touchedAt: Instant;
  readonly changes: { readonly onSubmit: AccountChange };
}

/** The change of a request that does not affect the account. */
export const NO_CHANGE: AccountChange = { spans: {}, entries: {} };

export const isEmptyChange = ({ spans, entries }: AccountChange): boolean =>
  Object.keys(spans).length + Object.keys(entries).length === 0;

/** The account after a change. */
export function withChange<T extends Account>(account: T, { spans, entries }: AccountChange): T {
  const all = Object.entries({ ...account.spans, ...spans }).filter(([, span]) => span !== null);
  return {
    ...account,
    spans: Object.fromEntries(all) as Account['spans'],
    entries: { ...account.entries, ...entries },
  };
}

/** The account of an employee without requests. */
export const emptyAccount = (employeeId: string): Account => ({
  _id: employeeId,
  rev: 0,
  spans: {},
  entries: {},
});

/**
 * The key of the entry that takes off what was not punched of overtime for comp time. Unlike others, it is replaced when
 * the punches change.
 */
export const compTimeCreditKey = (requestId: string): string => `${requestId}-credit`;
