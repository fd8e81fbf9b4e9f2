import type { Day, Instant, Minutes } from '#contracts/common';
import type { Period } from '#contracts/form';
import type { RequestPreview } from '#contracts/request';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import { addDays, daysBetween, instantAt } from '../../shared/calendar/company-time';
import type { Schedule } from './schedule';
import {
  dayInterval,
  halvesOf,
  type Interval,
  leaveMinutesOf,
  owedMinutes,
  sharedMinutes,
  workIntervals,
} from './work-time';

export interface CountRule {
  readonly counts: 'working-days' | 'without-statutory' | 'calendar-days';
  /** Hours are rounded up to multiples of this many leave minutes. */
  readonly step: Minutes;
}

/** The result of counting a period. */
export interface Counted {
  /** All days of the period, including those that count 0. */
  readonly days: RequestPreview['days'];
  readonly minutes: Minutes;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Counts a valid period in leave minutes, day by day. With working days, days off and statutory days count 0,
 * and make-up workdays count. Hours count inside shifts only, without breaks, on the attendance day of the
 * shift.
 */
export function countDays(period: Period, schedule: Schedule, rule: CountRule): Counted {
  const bounds = boundsOf(period, schedule);
  const listed =
    period.unit === 'hour'
      ? hourDays(period.from, bounds, schedule, rule)
      : wholeDays(period, schedule, rule);
  const days = listed.map(({ day, minutes }) => ({ day, minutes, ...schedule.kindOn(day) }));
  return { days, minutes: days.reduce((sum, { minutes }) => sum + minutes, 0), ...bounds };
}

/** First and last instant: from the start of a shift to the end of one, or midnights if there is no shift. */
export function boundsOf(period: Period, schedule: Schedule): Interval {
  switch (period.unit) {
    case 'day':
      return { from: dayInterval(schedule, period.from).from, to: dayInterval(schedule, period.to).to };
    case 'half': {
      const first = halvesOf(schedule, period.from)[period.fromHalf === 1 ? 0 : 1];
      const last = halvesOf(schedule, period.to)[period.toHalf === 1 ? 0 : 1];
      return { from: first.from, to: last.to };
    }
    case 'hour':
      return { from: instantAt(period.from, period.start), to: instantAt(period.from, period.end) };
  }
}

interface DayMinutes {
  readonly day: Day;
  readonly minutes: Minutes;
}

function wholeDays(
  period: Exclude<Period, { unit: 'hour' }>,
  schedule: Schedule,
  rule: CountRule,
): DayMinutes[] {
  const counts = (day: Day) => {
    if (rule.counts === 'working-days') return schedule.worksOn(day);
    const isCounted = rule.counts === 'calendar-days' || schedule.kindOn(day).kind !== 'holiday';
    return schedule.employedOn(day) && isCounted;
  };
  return daysBetween(period.from, period.to).map((day) => ({
    day,
    minutes: counts(day) ? LEAVE_DAY_MINUTES * shareOf(day, period) : 0,
  }));
}

/** The share of a day that lies inside the period. */
function shareOf(day: Day, period: Exclude<Period, { unit: 'hour' }>): number {
  if (period.unit === 'day') return 1;
  const cutBefore = day === period.from && period.fromHalf === 2 ? 0.5 : 0;
  const cutAfter = day === period.to && period.toHalf === 1 ? 0.5 : 0;
  return 1 - cutBefore - cutAfter;
}

/**
 * The previous day's shift may extend into the period. Days that count 0 are listed only if the period names
 * them.
 */
function hourDays(named: Day, bounds: Interval, schedule: Schedule, rule: CountRule): DayMinutes[] {
  const around = daysBetween(addDays(named, -1), addDays(named, 2));
  return around
    .map((day) => ({ day, minutes: hourMinutes(day, bounds, schedule, rule.step) }))
    .filter(({ day, minutes }) => minutes > 0 || day === named);
}

function hourMinutes(day: Day, bounds: Interval, schedule: Schedule, step: Minutes): Minutes {
  if (!schedule.worksOn(day)) return 0;
  const shift = schedule.workOn(day);
  if (!shift) {
    const clock = sharedMinutes([dayInterval(schedule, day)], bounds);
    return leaveMinutesOf(clock, LEAVE_DAY_MINUTES, step);
  }
  const part = sharedMinutes(workIntervals(day, shift), bounds);
  return leaveMinutesOf(part, owedMinutes(day, shift), step);
}
