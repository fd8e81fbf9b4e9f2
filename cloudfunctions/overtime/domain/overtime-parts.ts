import type { Day, Instant, Minutes } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import type { Schedule } from '../../schedule/rules';
import { dayInterval, type Interval } from '../../schedule/rules-time';
import { addDays, dayOf, daysBetween, midnight } from '../../shared/calendar/company-time';

/** Percentage of normal pay (Labour Law, art. 44). */
export type PayClass = 150 | 200 | 300;

/** Overtime within one calendar day and pay class. */
export interface OvertimePart extends Interval {
  readonly day: Day;
  readonly minutes: Minutes;
  readonly payClass: PayClass;
  readonly kind: DayKind;
}

/**
 * A make-up workday counts as a workday, a day off granted by the company as a rest day; 300 is for statutory
 * days only.
 */
const CLASSES: Readonly<Record<DayKind, PayClass>> = {
  workday: 150,
  makeup: 150,
  restday: 200,
  company: 200,
  holiday: 300,
};

/** Splits an interval at every midnight, because each calendar day has its own pay class. Whole minutes. */
export function overtimeParts({ from, to }: Interval, schedule: Schedule): OvertimePart[] {
  return daysBetween(dayOf(from), dayOf(to - 1)).map((day) => {
    const start = Math.max(from, midnight(day)) as Instant;
    const end = Math.min(to, midnight(addDays(day, 1))) as Instant;
    const { kind } = schedule.kindOn(day);
    return {
      day,
      from: start,
      to: end,
      minutes: Math.floor((end - start) / 60_000),
      payClass: CLASSES[kind],
      kind,
    };
  });
}

/**
 * Whether a part of the interval is normal working time, including the previous day's shift. A shift rostered
 * on a statutory holiday is not: it is paid at 300 percent (Labour Law, art. 44), so it can be requested.
 */
export function isWorkTime({ from, to }: Interval, schedule: Schedule): boolean {
  return daysBetween(addDays(dayOf(from), -2), addDays(dayOf(to), 1)).some((day) => {
    if (!schedule.workOn(day) || schedule.kindOn(day).kind === 'holiday') return false;
    const shift = dayInterval(schedule, day);
    return shift.from < to && from < shift.to;
  });
}
