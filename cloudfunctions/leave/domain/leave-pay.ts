import type { Day } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { Account, AccountSpan } from '../../accounts/rules';
import { fact } from '../../approvals/kind/answer';
import type { Schedule } from '../../schedule/rules';
import type { Counted } from '../../schedule/rules-time';
import { addMonthsTo, fullYears } from '../../shared/calendar/anniversary';
import { addDays } from '../../shared/calendar/company-time';
import type { LeaveRule } from './leave-type';
import { longShareOf, paidShareOf } from './rule-on';

interface LeavePayInput {
  readonly typeId: string;
  readonly rule: LeaveRule;
  readonly hiredOn: Day;
  readonly first: Day;
  readonly counted: Counted;
  /** Without the entries that this request already wrote. */
  readonly account: Pick<Account, 'spans'>;
  readonly schedule: Schedule;
}

/** The percentage of normal pay, and the day from which another percentage applies. */
export interface LeavePay {
  readonly pay: Pick<AccountSpan, 'paidShare' | 'longPay'>;
  readonly facts: readonly Fact[];
}

/**
 * The pay of a leave. If the rule has another share for extended leave, it applies after its number of calendar
 * months, counted from the first day of continuous leave, pending or approved. Years of service are those on
 * the first day, and for the extended share those on the day on which it begins. The floor is a share of the
 * minimum wage; the product does not know that amount, so payroll has to compare.
 */
export function leavePay(input: LeavePayInput): LeavePay {
  const { rule, hiredOn, first } = input;
  const share = paidShareOf(rule, fullYears(hiredOn, first));
  const long = longPayOf(input);
  const floor =
    rule.leastOfMinimumWage == null ? [] : [fact('PAY_FLOOR', { share: rule.leastOfMinimumWage })];
  if (!long) return { pay: { paidShare: share }, facts: [fact('PAY', { share }), ...floor] };
  const { since, months, source, ...longPay } = long;
  const isLong = longPay.from <= first;
  const paidShare = isLong ? longPay.share : share;
  return {
    pay: { paidShare, longPay },
    facts: [
      fact('PAY', { share: paidShare }),
      fact('PAY_LONG', { ...longPay, since, months, source }),
      ...floor,
    ],
  };
}

function longPayOf({ typeId, rule, hiredOn, first, counted, account, schedule }: LeavePayInput) {
  const { longPay } = rule;
  const last = counted.days.findLast(({ minutes }) => minutes > 0)?.day;
  if (!longPay || last === undefined) return null;
  const spans = Object.values(account.spans).filter(({ leaveTypeId }) => leaveTypeId === typeId);
  const since = continuousSince(first, fullDays(spans), schedule, hiredOn);
  const from = addMonthsTo(since, longPay.afterMonths);
  if (last < from) return null;
  const share = longShareOf(rule, fullYears(hiredOn, from));
  return { from, share, since, months: longPay.afterMonths, source: longPay.source };
}

const fullDays = (spans: readonly AccountSpan[]): ReadonlySet<Day> =>
  new Set(
    spans.flatMap(({ perDay = {} }) =>
      Object.entries(perDay).flatMap(([day, minutes]) => (minutes >= LEAVE_DAY_MINUTES ? [day as Day] : [])),
    ),
  );

/** Longer continuous leave has reached its extended share anyway. */
export const MAX_LOOKBACK_DAYS = 1_100;

/** The first day of the continuous leave before `day`; days off do not interrupt it, days worked do. */
function continuousSince(day: Day, leave: ReadonlySet<Day>, schedule: Schedule, hiredOn: Day): Day {
  let since = day;
  for (let back = 1; back <= MAX_LOOKBACK_DAYS; back += 1) {
    const before = addDays(day, -back);
    if (before < hiredOn) break;
    if (leave.has(before)) since = before;
    else if (schedule.worksOn(before)) break;
  }
  return since;
}
