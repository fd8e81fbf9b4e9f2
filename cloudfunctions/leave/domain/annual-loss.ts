import type { Day, Minutes } from '#contracts/common';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { AccountSpan } from '../../accounts/rules';
import { fullYears } from '../../shared/calendar/anniversary';
import { daysBetween } from '../../shared/calendar/company-time';
import type { LossRule } from './leave-type';

/** Why the statutory days of a year are forfeited. Days may include halves and hours. */
export interface Loss {
  readonly cause: 'sick' | 'personal';
  readonly year: number;
  /** The day on which the threshold of `least` days was reached, and the total of the year. */
  readonly on: Day;
  readonly sum: number;
  readonly least: number;
  /** Sick leave only: completed years of service on that day, and the months of that tier. */
  readonly years: number;
  readonly months: number;
}

/**
 * Whether the leave taken in a calendar year forfeits its statutory annual leave (条例 art. 4, (2)–(5)); null if not.
 * Art. 4 (1), school holidays longer than annual leave, only concerns schools and is not covered.
 *
 * Interpretation: "months" are `monthDays` calendar days each, including the days off between the first and the last
 * day of a sick leave (as 劳部发〔1995〕236号 counts sick days); half days and hours count proportionally; days off
 * between two sick leaves do not count. Personal leave counts by working days, and only with full pay. The tier is
 * the one on the day on which the threshold is reached: years completed later in the year raise the threshold from
 * then on.
 */
export function annualLoss(
  rule: LossRule,
  since: Day,
  spans: readonly AccountSpan[],
  year: number,
): Loss | null {
  return sickLoss(rule, since, spans, year) ?? personalLoss(rule, spans, year);
}

function sickLoss({ sick }: LossRule, since: Day, spans: readonly AccountSpan[], year: number): Loss | null {
  const own = spans.filter(({ leaveTypeId }) => sick.types.includes(leaveTypeId ?? ''));
  const days = inYear(own.flatMap(sickDays), year);
  const tierOn = (day: Day) =>
    sick.tiers.filter(({ years }) => years <= fullYears(since, day)).sort((a, b) => b.years - a.years)[0];
  const threshold = firstReached(days, (day) => {
    const tier = tierOn(day);
    return tier ? tier.months * sick.monthDays : Number.POSITIVE_INFINITY;
  });
  return threshold === null
    ? null
    : {
        cause: 'sick',
        year,
        ...threshold,
        years: fullYears(since, threshold.on),
        months: tierOn(threshold.on)?.months ?? 0,
      };
}

function personalLoss({ personal }: LossRule, spans: readonly AccountSpan[], year: number): Loss | null {
  const paid = spans.filter(
    ({ leaveTypeId, paidShare = 0 }) => personal.types.includes(leaveTypeId ?? '') && paidShare >= 100,
  );
  const threshold = firstReached(inYear(paid.flatMap(perDayOf), year), () => personal.days);
  return threshold === null ? null : { cause: 'personal', year, ...threshold, years: 0, months: 0 };
}

type DayMinutes = readonly [Day, Minutes];

const perDayOf = ({ perDay, day, minutes }: AccountSpan): DayMinutes[] =>
  Object.entries(perDay ?? { [day]: minutes }) as [Day, Minutes][];

/** From the first to the last counted day, including the days off in between. */
function sickDays(span: AccountSpan): DayMinutes[] {
  const counted = new Map(perDayOf(span));
  const [first, ...more] = [...counted.keys()].sort();
  if (first === undefined) return [];
  return daysBetween(first, more.at(-1) ?? first).map((day) => [day, counted.get(day) ?? LEAVE_DAY_MINUTES]);
}

/** Sorted by day; several parts of one day count as one day at most. */
function inYear(days: readonly DayMinutes[], year: number): DayMinutes[] {
  const byDay = new Map<Day, Minutes>();
  for (const [day, minutes] of days)
    if (day.startsWith(`${year}-`))
      byDay.set(day, Math.min(LEAVE_DAY_MINUTES, (byDay.get(day) ?? 0) + minutes));
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
}

function firstReached(
  days: readonly DayMinutes[],
  leastOn: (day: Day) => number,
): Pick<Loss, 'on' | 'sum' | 'least'> | null {
  const total = days.reduce((sum, [, minutes]) => sum + minutes, 0);
  const sum = Math.round((total / LEAVE_DAY_MINUTES) * 100) / 100;
  let minutes = 0;
  for (const [on, part] of days) {
    minutes += part;
    const least = leastOn(on);
    if (minutes >= least * LEAVE_DAY_MINUTES) return { on, sum, least };
  }
  return null;
}
