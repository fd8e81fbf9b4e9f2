import type { Day, Instant, Minutes } from '#contracts/common';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { type GrantState, grantsOf } from '../../accounts/rules-ledger';
import { addDays } from '../../shared/calendar/company-time';
import type { LeaveType } from './leave-type';
import { ruleOn } from './rule-on';

type Entries = Account['entries'];

/**
 * What becomes of grants that have ended before `today`: carried over as far as the type allows, the rest
 * expires. Held minutes stay with their request; what it gives back later ends at the next run. Nothing is
 * written twice: a grant whose rest was dealt with has nothing left.
 */
export function dueEndings(
  entries: Entries,
  types: readonly LeaveType[],
  city: string,
  today: Day,
  now: Instant,
): Entries {
  const ended = grantsOf(entries).filter(
    ({ expiresOn, left }) => expiresOn !== null && expiresOn < today && left > 0,
  );
  return Object.assign({}, ...ended.map((grant) => endingOf(grant, entries, types, city, today, now)));
}

function endingOf(
  grant: GrantState,
  entries: Entries,
  types: readonly LeaveType[],
  city: string,
  today: Day,
  now: Instant,
): Entries {
  const carried = carryOf(grant, entries, types, city, today);
  const rest = grant.left - carried.minutes;
  const turn = Object.values(entries).filter(
    ({ grantId, kind }) => grantId === grant.id && isEnding(kind),
  ).length;
  const line = (
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
  const target = `${grant.id}-carry`;
  return {
    ...(carried.minutes > 0 && {
      [`${grant.id}-carried-${turn}`]: line('carry', 0 - carried.minutes),
      [target in entries ? `${target}-${turn}` : target]: line('carry', carried.minutes, {
        grantId: target,
        validFrom: carried.from,
        expiresOn: carried.until,
      }),
    }),
    ...(rest > 0 && { [`${grant.id}-expire-${turn}`]: line('expire', 0 - rest) }),
  };
}

const isEnding = (kind: LedgerEntry['kind']): boolean => kind === 'carry' || kind === 'expire';

interface Carried {
  readonly minutes: Minutes;
  readonly from: Day | null;
  readonly until: Day | null;
}

const NOTHING: Carried = { minutes: 0, from: null, until: null };

/** What of a grant goes on into the next year: once, for grants of a year, within the type's limit. */
function carryOf(
  grant: GrantState,
  entries: Entries,
  types: readonly LeaveType[],
  city: string,
  today: Day,
): Carried {
  const { expiresOn, origin } = grant;
  const type = types.find(({ _id }) => _id === grant.typeId);
  if (!type || expiresOn === null || origin?.kind !== 'grant') return NOTHING;
  const carry = ruleOn(type, city, expiresOn)?.carry;
  if (!carry) return NOTHING;
  const until = `${Number(expiresOn.slice(0, 4)) + 1}-${carry.until}` as Day;
  if (until < today) return NOTHING;
  const before = Object.values(entries).reduce(
    (sum, { grantId, kind, minutes }) => (grantId === grant.id && kind === 'carry' ? sum - minutes : sum),
    0,
  );
  const room = carry.most === null ? grant.left : Math.max(0, carry.most - before);
  return { minutes: Math.min(grant.left, room), from: addDays(expiresOn, 1), until };
}
