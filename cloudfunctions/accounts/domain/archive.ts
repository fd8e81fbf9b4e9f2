import type { Day, Instant, Minutes } from '#contracts/common';
import type { LedgerKind } from '#contracts/leave';
import { dayOf } from '../../shared/calendar/company-time';
import type { Account, LedgerEntry } from './account';

type Entries = Account['entries'];

/** All that the account of its applicant holds of a request. */
export interface AccountRequest {
  readonly spans: Account['spans'];
  /** What it has drawn on grants. What it has granted belongs to the grant. */
  readonly entries: Entries;
  /** The order of the last effect applied; null in accounts from before it was kept. */
  readonly applied: number | null;
}

/**
 * A document of `account_archives`: what of one account was over in a quarter of a year. `_id` is
 * `<employee>:<quarter>`. A request, or a grant with its carry-over, is in one archive as a whole, or in the account:
 * whatever changes it brings it back first.
 */
export interface AccountArchive {
  readonly _id: string;
  readonly rev: number;
  readonly requests: Readonly<Record<string, AccountRequest>>;
  /** Entries by the grant that was carried over, or the grant itself. */
  readonly grants: Readonly<Record<string, Entries>>;
}

/** Of a year, such as `2026Q1`: what a person may send in it (`LIMITS.sendingsPerDay`) always fits into a document. */
export type Quarter = string;

/** Quarters sort like days. */
export const quarterOf = (day: Day): Quarter =>
  `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export const quarterAt = (instant: Instant): Quarter => quarterOf(dayOf(instant));

export const archiveId = (employeeId: string, quarter: Quarter): string => `${employeeId}:${quarter}`;

const DRAWS: ReadonlySet<LedgerKind> = new Set(['hold', 'release', 'use', 'return']);

/** Whether an entry is what a request has drawn on a grant. */
export const isDraw = ({ kind, requestId }: LedgerEntry): boolean => requestId !== null && DRAWS.has(kind);

/** A grant and what was carried over of it are archived together: rules look at both. */
export const familyOf = (grantId: string): string => grantId.replace(/-carry$/, '');

const CARRIED = 'carried~';

/** The key of the one entry that stands for all that archived requests have drawn on a grant. */
const carriedKey = (grantId: string): string => `${CARRIED}${grantId}`;
export const isCarried = (key: string): boolean => key.startsWith(CARRIED);

/** Adds a part of what was drawn to the carried sum of its grant. `at`: until when it lasted. */
export function carry(
  entries: Record<string, LedgerEntry>,
  { grantId, typeId }: Pick<LedgerEntry, 'grantId' | 'typeId'>,
  minutes: Minutes,
  at: Instant,
): void {
  const key = carriedKey(grantId);
  const before = entries[key];
  entries[key] = {
    kind: 'use',
    typeId,
    minutes: (before?.minutes ?? 0) + minutes,
    at: Math.max(before?.at ?? 0, at) as Instant,
    grantId,
    requestId: null,
    validFrom: null,
    expiresOn: null,
    basis: [],
    byId: null,
    note: '',
  };
}
