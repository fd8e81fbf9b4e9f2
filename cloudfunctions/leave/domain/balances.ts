import type { Day, Instant } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { LeaveBalance, LedgerLine } from '#contracts/leave';
import type { Account } from '../../accounts/rules';
import { type GrantState, grantsOf, usableOn } from '../../accounts/rules-ledger';
import { fullYears } from '../../shared/calendar/anniversary';
import type { Employee } from '../../shared/kernel/employee';
import { dueEntries } from './due-entries';
import { grantsOfYear } from './due-grants';
import { leaverShare } from './due-leaving';
import { lostOf } from './due-losses';
import { unavailableProblem } from './leave-problems';
import { hasBalance, isPaidOut, type LeaveRule, type LeaveType } from './leave-type';
import { limitOf } from './limit-of';
import { paidShareOf, ruleOn } from './rule-on';

type Entries = Account['entries'];

/** Temporary reasons: the type is shown with its upcoming entitlement. */
const TEMPORARY_REASONS = ['waiting', 'probation'];

/** The balance of each leave type available to the person, as of `today`. Leave minutes. */
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
    ...dueEntries(employee, account, types, { today, until, now }),
  };
  return types.flatMap((type) => {
    const rule = ruleOn(type, employee.city, today);
    if (!rule) return [];
    const problem = unavailableProblem(type, rule, employee, today);
    if (problem && !TEMPORARY_REASONS.includes(String((problem.data as { rule?: string }).rule))) return [];
    const brief = briefOf(type, rule, employee, today);
    return [
      hasBalance(rule)
        ? grantedBalance(type, brief, entries, employee, today)
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
  ...(!hasBalance(rule) && { most: limitOf(rule) }),
  source: rule.source,
});

/** For grants usable today, left + held + used + lost equals the granted minutes. */
function grantedBalance(
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
    ...leavingOf(type, entries, employee, today),
    expiring: expiringOf(usable),
    basis: basisOf(type, usable, entries, employee, today),
  };
}

/**
 * What leaving in this year, or before, means for the balance. Statutory annual leave that is not taken is paid at
 * 300 percent, normal pay included (办法 art. 10); comp time at the class of its overtime (Labour Law, art. 44).
 */
function leavingOf(
  type: LeaveType,
  entries: Entries,
  employee: Employee,
  today: Day,
): Pick<LeaveBalance, 'leaving'> {
  const { leftOn, city } = employee;
  if (leftOn === null || leftOn.slice(0, 4) > today.slice(0, 4)) return {};
  const by = ruleOn(type, city, leftOn)?.grant?.by;
  const grants = grantsOf(entries, type._id).filter((grant) => usableOn(grant, leftOn));
  const left = grants.reduce((sum, grant) => sum + grant.left, 0);
  const shares = grants.flatMap(({ id }) => leaverShare(employee, entries, type, id) ?? []);
  const earned = shares.reduce((sum, share) => sum + share.earned, 0);
  return {
    leaving: {
      lastDay: leftOn,
      earned: by === 'overtime' ? null : earned,
      payOut: isPaidOut(by) ? left : null,
      percent: by === 'service' ? UNUSED_PERCENT : null,
    },
  };
}

/** 企业职工带薪年休假实施办法 art. 10. */
const UNUSED_PERCENT = 300;

function expiringOf(usable: readonly GrantState[]): LeaveBalance['expiring'] {
  const ending = usable.filter(({ expiresOn, left }) => expiresOn !== null && left > 0);
  const [on] = ending.flatMap(({ expiresOn }) => expiresOn ?? []).sort();
  if (on === undefined) return null;
  const minutes = ending.reduce((sum, grant) => (grant.expiresOn === on ? sum + grant.left : sum), 0);
  return { minutes, on };
}

/** How this year's minutes were calculated, or why there are none. */
function basisOf(
  type: LeaveType,
  usable: readonly GrantState[],
  entries: Entries,
  employee: Employee,
  today: Day,
): Fact[] {
  const lines = usable.flatMap(({ id, origin }) => [
    ...(origin?.basis ?? []),
    ...lossBasis(entries, id),
    ...(leaverShare(employee, entries, type, id)?.basis ?? []),
  ]);
  return lines.length > 0
    ? lines
    : grantsOfYear(type, employee, Number(today.slice(0, 4))).flatMap(({ basis }) => basis);
}

/** Why days of a grant are lost, according to the latest calculation; empty if they were restored. */
function lossBasis(entries: Entries, grantId: string): readonly Fact[] {
  const { minutes, lines } = lostOf(entries, grantId);
  if (minutes <= 0) return [];
  return lines.filter((line) => line.minutes < 0).at(-1)?.basis ?? [];
}

/** For leave without a balance: pending and approved minutes of this calendar year. */
function spanSums(account: Account, typeId: string, today: Day) {
  const spans = Object.values(account.spans).filter(
    ({ leaveTypeId, day }) => leaveTypeId === typeId && day.slice(0, 4) === today.slice(0, 4),
  );
  const sum = (state: string) =>
    spans.reduce((total, span) => (span.state === state ? total + span.minutes : total), 0);
  return { held: sum('open'), used: sum('approved') };
}

const MAX_LINES = 200;

/**
 * Whether an entry is a released hold or the release itself; both are only intermediate steps of a decision.
 */
function isReleasedHold(key: string, { kind, requestId }: Entries[string], entries: Entries): boolean {
  if (kind !== 'hold' || requestId === null) return kind === 'release';
  const release = key.slice(requestId.length).replace('-hold-', '-release-');
  return `${requestId}${release}` in entries;
}

/** The newest ledger entries, without released holds. */
export function ledgerLines(entries: Entries): LedgerLine[] {
  return Object.entries(entries)
    .filter(([key, entry]) => entry.minutes !== 0 && !isReleasedHold(key, entry, entries))
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
