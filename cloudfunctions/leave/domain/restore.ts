import type { Day, Minutes } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import { type GrantState, grantsOf, usableOn } from '../../accounts/rules-ledger';
import { allocate, type Portion } from './allocate';
import { carryIdOf } from './due-endings';

type Entries = Account['entries'];

/** A reversal of an expiry or a carry-over, so that back-dated leave uses the grant of its days. */
export interface Reversal {
  readonly grantId: string;
  readonly kind: 'expire' | 'carry';
  readonly minutes: Minutes;
}

export interface Draw {
  readonly portions: readonly Portion[];
  readonly reversals: readonly Reversal[];
  /** Minutes usable on the requested days before this request. */
  readonly before: Minutes;
  readonly taken: Minutes;
  readonly wanted: Minutes;
}

interface DayMinutes {
  readonly day: Day;
  readonly minutes: Minutes;
}

/**
 * Takes the minutes of each day from the grants that were valid on that day. A grant that has ended since is used
 * as if it had not: what expired or was carried over unused is reversed as far as needed, expired minutes first.
 * Carried minutes can be taken once only, either here or after the carry-over.
 */
export function draw(entries: Entries, typeId: string, days: readonly DayMinutes[], today: Day): Draw {
  const ledger = new Working(entries, typeId);
  const usable = ledger.grants().filter((grant) => days.some(({ day }) => usableOn(grant, day)));
  const before = availableMinutes(
    entries,
    typeId,
    (grant) => usable.some(({ id }) => id === grant.id),
    today,
  );
  for (const each of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) ledger.take(each, today);
  const portions = ledger.portions();
  const sum = (parts: readonly { readonly minutes: Minutes }[]) =>
    parts.reduce((total, { minutes }) => total + minutes, 0);
  return { portions, reversals: ledger.reversals(), before, taken: sum(portions), wanted: sum(days) };
}

/** Minutes of some grants of a type, with those that back-dated leave can still restore. */
export function availableMinutes(
  entries: Entries,
  typeId: string,
  isUsable: (grant: GrantState) => boolean,
  today: Day,
): Minutes {
  const grants = grantsOf(entries, typeId);
  const usable = grants.filter(isUsable);
  const ids = new Set(usable.map(({ id }) => id));
  return usable.reduce((total, grant) => {
    const { expired, carriedExpired, carried } = restorable(entries, grants, grant, today);
    // A carry-over that is usable itself is counted there.
    return total + grant.left + expired + carriedExpired + (ids.has(carryIdOf(grant.id)) ? 0 : carried);
  }, 0);
}

interface Restorable {
  readonly expired: Minutes;
  /** Carried over: still there, and expired after the carry-over. */
  readonly carried: Minutes;
  readonly carriedExpired: Minutes;
}

const NOTHING: Restorable = { expired: 0, carried: 0, carriedExpired: 0 };

function restorable(
  entries: Entries,
  grants: readonly GrantState[],
  grant: GrantState,
  today: Day,
): Restorable {
  if (grant.expiresOn === null || grant.expiresOn >= today) return NOTHING;
  const target = grants.find(({ id }) => id === carryIdOf(grant.id));
  const carriedOver = target ? bookedOut(entries, grant.id, 'carry') : 0;
  const carried = Math.min(carriedOver, Math.max(0, target?.left ?? 0));
  const carriedExpired = target
    ? Math.min(carriedOver - carried, bookedOut(entries, target.id, 'expire'))
    : 0;
  return { expired: bookedOut(entries, grant.id, 'expire'), carried, carriedExpired };
}

/** Minutes that entries of a kind have taken from a grant, less what was reversed. */
const bookedOut = (entries: Entries, grantId: string, kind: Reversal['kind']): Minutes =>
  Math.max(
    0,
    Object.values(entries).reduce(
      (sum, entry) => (entry.grantId === grantId && entry.kind === kind ? sum - entry.minutes : sum),
      0,
    ),
  );

/** The ledger while a request draws on it, day by day. */
class Working {
  private entries: Entries;
  private readonly taken = new Map<string, Portion>();
  private readonly reversed = new Map<string, Reversal>();

  constructor(
    entries: Entries,
    private readonly typeId: string,
  ) {
    this.entries = entries;
  }

  grants = (): GrantState[] => grantsOf(this.entries, this.typeId);
  portions = (): Portion[] => [...this.taken.values()];
  reversals = (): Reversal[] => [...this.reversed.values()];

  take(day: DayMinutes, today: Day): void {
    const grants = this.grants();
    const withRestorable = grants.map((grant) => {
      const { expired, carried, carriedExpired } = restorable(this.entries, grants, grant, today);
      return { ...grant, left: grant.left + expired + carried + carriedExpired };
    });
    for (const portion of allocate(withRestorable, [day]).portions) {
      const grant = grants.find(({ id }) => id === portion.grantId);
      if (grant) this.restore(grant, portion.minutes - Math.max(0, grant.left), grants, today);
      const minutes = (this.taken.get(portion.grantId)?.minutes ?? 0) + portion.minutes;
      this.taken.set(portion.grantId, { ...portion, minutes });
      this.book(`taken-${portion.grantId}-${day.day}`, portion.grantId, 'hold', 0 - portion.minutes);
    }
  }

  private restore(grant: GrantState, missing: Minutes, grants: readonly GrantState[], today: Day): void {
    if (missing <= 0) return;
    const { expired, carried } = restorable(this.entries, grants, grant, today);
    const fromExpiry = Math.min(missing, expired);
    this.reverse(grant.id, 'expire', fromExpiry);
    const fromCarry = missing - fromExpiry;
    const target = carryIdOf(grant.id);
    this.reverse(target, 'expire', Math.max(0, fromCarry - carried));
    this.reverse(target, 'carry', 0 - fromCarry);
    this.reverse(grant.id, 'carry', fromCarry);
  }

  private reverse(grantId: string, kind: Reversal['kind'], minutes: Minutes): void {
    if (minutes === 0) return;
    const key = `${kind}-${grantId}`;
    const total = (this.reversed.get(key)?.minutes ?? 0) + minutes;
    this.reversed.set(key, { grantId, kind, minutes: total });
    this.book(`reversed-${key}`, grantId, kind, total);
  }

  private book(key: string, grantId: string, kind: Reversal['kind'] | 'hold', minutes: Minutes): void {
    const line = { kind, typeId: this.typeId, minutes, grantId, requestId: null, ...UNBOOKED };
    this.entries = { ...this.entries, [key]: line };
  }
}

/** Entries of the working copy are never saved. */
const UNBOOKED = {
  at: 0 as Account['entries'][string]['at'],
  validFrom: null,
  expiresOn: null,
  basis: [],
  byId: null,
  note: '',
} as const;
