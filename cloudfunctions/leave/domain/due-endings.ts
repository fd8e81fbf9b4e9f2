import type { Day, Instant, Minutes } from '#contracts/common';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { type GrantState, grantsOf } from '../../accounts/rules-ledger';
import { addDays } from '../../shared/calendar/company-time';
import type { LeaveType } from './leave-type';
import { ruleOn } from './rule-on';

type Entries = Account['entries'];

/**
 * Ledger entries for grants of these types that ended before `today`: carried over as far as the type allows, the rest
 * expires. Held minutes stay with their request; if they are released later, the next run handles them.
 * Idempotent: a processed grant has no minutes left.
 */
export function endingEntries(
  entries: Entries,
  types: readonly LeaveType[],
  city: string,
  today: Day,
  now: Instant,
): Entries {
  const ended = grantsOf(entries).filter(
    ({ expiresOn, left, typeId }) =>
      expiresOn !== null && expiresOn < today && left > 0 && types.some(({ _id }) => _id === typeId),
  );
  return Object.assign(
    {},
    ...ended.map((grant) =>
      entriesOfGrant(grant, entries, carryOverOf(grant, entries, types, city, today), now),
    ),
  );
}

function entriesOfGrant(grant: GrantState, entries: Entries, carried: CarryOver, now: Instant): Entries {
  const rest = grant.left - carried.minutes;
  const sequence = Object.values(entries).filter(
    ({ grantId, kind }) => grantId === grant.id && isEnding(kind),
  ).length;
  const entry = (
    kind: LedgerEntry['kind'],
    minutes: Minutes,
    more: Partial<LedgerEntry> = {},
  ): LedgerEntry => ({
    kind,
    typeId: grant.typeId,
    minutes,
    at: now,
    grantId: grant.id,
    requestId: null,
    validFrom: null,
    expiresOn: null,
    basis: [],
    byId: null,
    note: '',
    ...more,
  });
  const target = carryIdOf(grant.id);
  return {
    ...(carried.minutes > 0 && {
      [`${grant.id}-carried-${sequence}`]: entry('carry', 0 - carried.minutes),
      [target in entries ? `${target}-${sequence}` : target]: entry('carry', carried.minutes, {
        grantId: target,
        validFrom: carried.from,
        expiresOn: carried.until,
      }),
    }),
    ...(rest > 0 && { [`${grant.id}-expire-${sequence}`]: entry('expire', 0 - rest) }),
  };
}

/** The grant that a grant's unused minutes are carried over to. */
export const carryIdOf = (grantId: string): string => `${grantId}-carry`;

const isEnding = (kind: LedgerEntry['kind']): boolean => kind === 'carry' || kind === 'expire';

interface CarryOver {
  readonly minutes: Minutes;
  readonly from: Day | null;
  readonly until: Day | null;
}

const NO_CARRY_OVER: CarryOver = { minutes: 0, from: null, until: null };

/** The carry-over into the next year: for annual grants only, once, up to the type's limit. */
function carryOverOf(
  grant: GrantState,
  entries: Entries,
  types: readonly LeaveType[],
  city: string,
  today: Day,
): CarryOver {
  const { expiresOn, origin } = grant;
  const type = types.find(({ _id }) => _id === grant.typeId);
  if (!type || expiresOn === null || origin?.kind !== 'grant') return NO_CARRY_OVER;
  const carry = ruleOn(type, city, expiresOn)?.carry;
  if (!carry) return NO_CARRY_OVER;
  const until = `${Number(expiresOn.slice(0, 4)) + 1}-${carry.until}` as Day;
  if (until < today) return NO_CARRY_OVER;
  const before = Object.values(entries).reduce(
    (sum, { grantId, kind, minutes }) => (grantId === grant.id && kind === 'carry' ? sum - minutes : sum),
    0,
  );
  const room = carry.most === null ? grant.left : Math.max(0, carry.most - before);
  return { minutes: Math.min(grant.left, room), from: addDays(expiresOn, 1), until };
}
