import type { Day } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { Account, AccountSpan } from '../../accounts/rules';
import { fact } from '../../approvals/kind/answer';
import type { Counted, Schedule } from '../../schedule/rules';
import { addMonthsTo, fullYears } from '../../shared/calendar/anniversary';
import { addDays } from '../../shared/calendar/company-time';
import type { LeaveRule } from './leave-type';
import { longShareOf, paidShareOf } from './rule-on';

interface Asked {
  readonly typeId: string;
  readonly rule: LeaveRule;
  readonly hiredOn: Day;
  readonly first: Day;
  readonly counted: Counted;
  /** Without what this request has written already. */
  readonly account: Pick<Account, 'spans'>;
  readonly schedule: Schedule;
}

/** What of the usual pay a leave is paid with, and from which day on another share holds. */
export interface LeavePay {
  readonly pay: Pick<AccountSpan, 'paidShare' | 'longPay'>;
  readonly facts: readonly Fact[];
}

/**
 * The pay of a leave. Where the rule knows another share for a long one, it holds from the day after its months on:
 * calendar months from the first day of leave without a break, asked for or granted. Years with the company
 * are those of the first day, and for the long share those of the day on which it begins. The floor is a
 * share of the minimum wage, whose figure the product does not know; whoever pays compares.
 */
export function leavePay(asked: Asked): LeavePay {
  const { rule, hiredOn, first } = asked;
  const share = paidShareOf(rule, fullYears(hiredOn, first));
  const long = longPayOf(asked);
  const floor =
    rule.leastOfMinimumWage == null ? [] : [fact('PAY_FLOOR', { share: rule.leastOfMinimumWage })];
  if (!long) return { pay: { paidShare: share }, facts: [fact('PAY', { share }), ...floor] };
  const { since, months, source, ...longPay } = long;
  const isLong = longPay.from <= first;
  const paidShare = isLong ? longPay.share : share;
  return {
    pay: { paidShare, ...(!isLong && { longPay }) },
    facts: [
      fact('PAY', { share: paidShare }),
      fact('PAY_LONG', { ...longPay, since, months, source }),
      ...floor,
    ],
  };
}

function longPayOf({ typeId, rule, hiredOn, first, counted, account, schedule }: Asked) {
  const { longPay } = rule;
  const last = counted.days.findLast(({ minutes }) => minutes > 0)?.day;
  if (!longPay || last === undefined) return null;
  const spans = Object.values(account.spans).filter(({ leaveTypeId }) => leaveTypeId === typeId);
  const since = unbrokenSince(first, fullDays(spans), schedule, hiredOn);
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

/** A leave of longer than this has had its long share for long. */
const MAX_DAYS = 1_100;

/** The first day of the leave that reaches `day` without a day at work in between; days off are no break. */
function unbrokenSince(day: Day, leave: ReadonlySet<Day>, schedule: Schedule, hiredOn: Day): Day {
  let since = day;
  for (let back = 1; back <= MAX_DAYS; back += 1) {
    const before = addDays(day, -back);
    if (before < hiredOn) break;
    if (leave.has(before)) since = before;
    else if (schedule.worksOn(before)) break;
  }
  return since;
}
