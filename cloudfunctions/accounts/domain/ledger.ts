import type { Day, Minutes } from '#contracts/common';
import type { Account, LedgerEntry } from './account';

type Entries = Account['entries'];

/** What is left of one grant: the sum of all entries that name it. */
export interface GrantState {
  readonly id: string;
  readonly typeId: string;
  readonly validFrom: Day | null;
  readonly expiresOn: Day | null;
  /** How the minutes came about; null for entries without the grant that they name. */
  readonly origin: LedgerEntry | null;
  readonly left: Minutes;
}

/** The grants of a ledger, of one type if given. The entry whose key is the grant's id says how long it lives. */
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
 * The oldest grant first: the one that ends first, then the one that began first. Taken day by day, this uses
 * every minute that can be used at all.
 */
export function oldestFirst(a: GrantState, b: GrantState): number {
  const end = (grant: GrantState) => grant.expiresOn ?? '9999';
  const start = (grant: GrantState) => grant.validFrom ?? '0000';
  return compare(end(a), end(b)) || compare(start(a), start(b)) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface LeaveSums {
  /** Usable on that day; an expired grant counts no more, whether the ledger says so already or not. */
  readonly left: Minutes;
  /** Asked for, not decided: off `left` already. Held minutes do not expire while they are held. */
  readonly held: Minutes;
  readonly used: Minutes;
}

/** What a type comes to on a day. Leave minutes. */
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

/** A grant that a change would take below nothing, and by how much; null if there is none. */
export function shortfallOf(entries: Entries, change: Entries): { grantId: string; minutes: Minutes } | null {
  const broken = grantsOf({ ...entries, ...change }).find(({ left }) => left < 0);
  return broken ? { grantId: broken.id, minutes: 0 - broken.left } : null;
}
