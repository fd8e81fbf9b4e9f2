import type { Day, Instant } from '#contracts/common';
import type { Fact, FactCode } from '#contracts/fact';
import type { LeaveBalance, LedgerLine } from '#contracts/leave';
import { type Account, type GrantState, grantsOf, usableOn } from '../../accounts/rules';
import { fullYears } from '../../shared/calendar/anniversary';
import type { Employee } from '../../shared/kernel/employee';
import { grantsOfYear } from './due-grants';
import { lostOf } from './due-losses';
import { unavailable } from './leave-problems';
import { hasBalance, type LeaveRule, type LeaveType } from './leave-type';
import { ledgerDue } from './ledger-due';
import { mostOf } from './most-of';
import { paidShareOf, ruleOn } from './rule-on';

type Entries = Account['entries'];
type LedgerLines = Entries[string]['basis'];

/** Reasons that may pass: the type is shown, with what is to come. */
const PASSING = ['waiting', 'probation'];

/** What a person has of each leave type that is open to them, as of `today`. Leave minutes. */
export function leaveBalances(
  employee: Employee,
  account: Account,
  types: readonly LeaveType[],
  today: Day,
  now: Instant,
): LeaveBalance[] {
  const until = Number(today.slice(0, 4));
  const entries = {
    ...account.entries,
    ...ledgerDue(employee, account, types, { today, until, now }),
  };
  return types.flatMap((type) => {
    const rule = ruleOn(type, employee.city, today);
    if (!rule) return [];
    const problem = unavailable(type, rule, employee, today);
    if (problem && !PASSING.includes(String((problem.data as { rule?: string }).rule))) return [];
    const brief = briefOf(type, rule, employee, today);
    return [
      hasBalance(rule)
        ? drawn(type, brief, entries, employee, today)
        : { type: brief, ...spanSums(account, type._id, today), left: 0, expiring: null, basis: [] },
    ];
  });
}

const briefOf = (
  type: LeaveType,
  rule: LeaveRule,
  { hiredOn }: Employee,
  today: Day,
): LeaveBalance['type'] => ({
  id: type._id,
  name: type.name,
  unit: rule.unit,
  paidShare: paidShareOf(rule, fullYears(hiredOn, today)),
  balance: hasBalance(rule),
  ...(!hasBalance(rule) && { most: mostOf(rule) }),
  source: rule.source,
});

/** Of grants that can be used today, left, held, used and lost add up to what was granted. */
function drawn(
  type: LeaveType,
  brief: LeaveBalance['type'],
  entries: Entries,
  employee: Employee,
  today: Day,
): LeaveBalance {
  const usable = grantsOf(entries, type._id).filter((grant) => usableOn(grant, today));
  const ids = new Set(usable.map(({ id }) => id));
  const own = Object.values(entries).filter(({ grantId }) => ids.has(grantId));
  const sum = (...kinds: string[]) =>
    own.reduce((total, { kind, minutes }) => (kinds.includes(kind) ? total - minutes : total), 0);
  const lost = sum('lost');
  return {
    type: brief,
    left: usable.reduce((total, { left }) => total + left, 0),
    held: sum('hold', 'release'),
    used: sum('use', 'return'),
    ...(lost > 0 && { lost }),
    expiring: expiringOf(usable),
    basis: basisOf(type, usable, entries, employee, today),
  };
}

function expiringOf(usable: readonly GrantState[]): LeaveBalance['expiring'] {
  const ending = usable.filter(({ expiresOn, left }) => expiresOn !== null && left > 0);
  const [on] = ending.flatMap(({ expiresOn }) => expiresOn ?? []).sort();
  if (on === undefined) return null;
  const minutes = ending.reduce((sum, grant) => (grant.expiresOn === on ? sum + grant.left : sum), 0);
  return { minutes, on };
}

/** How this year's minutes came about; where there are none, why there are none. */
function basisOf(
  type: LeaveType,
  usable: readonly GrantState[],
  entries: Entries,
  employee: Employee,
  today: Day,
): Fact[] {
  const lines = usable.flatMap(({ id, origin }) => [...(origin?.basis ?? []), ...lossBasis(entries, id)]);
  const told =
    lines.length > 0
      ? lines
      : grantsOfYear(type, employee, Number(today.slice(0, 4))).flatMap(({ basis }) => basis);
  return told.map(({ code, data }) => ({ code: code as FactCode, data }));
}

/** Why days of a grant are lost: as it was last worked out. Given back, there is nothing to explain. */
function lossBasis(entries: Entries, grantId: string): LedgerLines {
  const { minutes, lines } = lostOf(entries, grantId);
  if (minutes <= 0) return [];
  return lines.filter((line) => line.minutes < 0).at(-1)?.basis ?? [];
}

/** Leave without a balance: what was asked for and approved this calendar year. */
function spanSums(account: Account, typeId: string, today: Day) {
  const spans = Object.values(account.spans).filter(
    ({ leaveTypeId, day }) => leaveTypeId === typeId && day.slice(0, 4) === today.slice(0, 4),
  );
  const sum = (state: string) =>
    spans.reduce((total, span) => (span.state === state ? total + span.minutes : total), 0);
  return { held: sum('open'), used: sum('approved') };
}

const MAX_LINES = 200;

/** Whether a hold has been given back, or is what gives it back: both are no more than the way to a decision. */
function isSettledHold(key: string, { kind, requestId }: Entries[string], entries: Entries): boolean {
  if (kind !== 'hold' || requestId === null) return kind === 'release';
  const release = key.slice(requestId.length).replace('-hold-', '-release-');
  return `${requestId}${release}` in entries;
}

/** The newest lines of the ledger: what stands, without what was held for a while. */
export function ledgerLines(entries: Entries): LedgerLine[] {
  return Object.entries(entries)
    .filter(([key, entry]) => entry.minutes !== 0 && !isSettledHold(key, entry, entries))
    .sort(([a, one], [b, other]) => other.at - one.at || (a < b ? -1 : 1))
    .slice(0, MAX_LINES)
    .map(([id, { kind, typeId, minutes, at, requestId, expiresOn, note }]) => ({
      id,
      kind,
      typeId,
      minutes,
      at,
      requestId,
      expiresOn,
      note,
    }));
}
