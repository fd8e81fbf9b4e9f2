import type { Day, Minutes } from '#contracts/common';
import type { Account, LedgerEntry } from './account';

type Entries = Account['entries'];

/** The remaining minutes of one grant: the sum of all entries that refer to it. */
export interface GrantState {
  readonly id: string;
  readonly typeId: string;
  readonly validFrom: Day | null;
  readonly expiresOn: Day | null;
  /** The granting entry; null if entries refer to a missing grant. */
  readonly origin: LedgerEntry | null;
  readonly left: Minutes;
}

/**
 * The grants of a ledger, optionally of one leave type. Validity comes from the entry whose key is the grant's
 * id.
 */
export function grantsOf(entries: Entries, typeId?: string): GrantState[] {
  const left = new Map<string, { typeId: string; minutes: Minutes }>();
  for (const { grantId, typeId: type, minutes } of Object.values(entries)) {
    if (typeId !== undefined && type !== typeId) continue;
    left.set(grantId, { typeId: type, minutes: (left.get(grantId)?.minutes ?? 0) + minutes });
  }
  return [...left].map(([id, sum]) => {
    const origin = entries[id] ?? null;
    return {
      id,
      typeId: sum.typeId,
      validFrom: origin?.validFrom ?? null,
      expiresOn: origin?.expiresOn ?? null,
      origin,
      left: sum.minutes,
    };
  });
}

export const usableOn = (
  { validFrom, expiresOn }: Pick<GrantState, 'validFrom' | 'expiresOn'>,
  day: Day,
): boolean => (validFrom === null || validFrom <= day) && (expiresOn === null || day <= expiresOn);

/**
 * Sort order: earliest expiry first, then earliest start. Consuming grants in this order, day by day, uses as
 * many minutes as possible.
 */
export function oldestFirst(a: GrantState, b: GrantState): number {
  const end = (grant: GrantState) => grant.expiresOn ?? '9999';
  const start = (grant: GrantState) => grant.validFrom ?? '0000';
  return compare(end(a), end(b)) || compare(start(a), start(b)) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface LeaveSums {
  /** Usable on that day; expired grants are excluded even if their expiry is not booked yet. */
  readonly left: Minutes;
  /** Pending requests; already deducted from `left`. Held minutes do not expire. */
  readonly held: Minutes;
  readonly used: Minutes;
}

/** The balance of a leave type on a day, in leave minutes. */
export function sumsOf(entries: Entries, typeId: string, day: Day): LeaveSums {
  const own = Object.values(entries).filter((entry) => entry.typeId === typeId);
  const sum = (...kinds: LedgerEntry['kind'][]) =>
    own.reduce((total, { kind, minutes }) => (kinds.includes(kind) ? total + minutes : total), 0);
  const usable = grantsOf(entries, typeId).filter((grant) => usableOn(grant, day));
  return {
    left: usable.reduce((total, grant) => total + grant.left, 0),
    held: 0 - sum('hold', 'release'),
    used: 0 - sum('use', 'return'),
  };
}

/** The first grant that a change would overdraw, and by how many minutes; null if there is none. */
export function shortfallOf(entries: Entries, change: Entries): { grantId: string; minutes: Minutes } | null {
  const broken = grantsOf({ ...entries, ...change }).find(({ left }) => left < 0);
  return broken ? { grantId: broken.id, minutes: 0 - broken.left } : null;
}
