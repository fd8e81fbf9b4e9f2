import type { Day, Instant, Minutes } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import type { Schedule } from '../../schedule/rules';
import type { Stretch } from '../../schedule/rules-time';
import { dayStretch, isWorkday } from '../../schedule/rules-time';
import { addDays, dayOf, daysBetween, midnight } from '../../shared/calendar/company-time';

/** Percent of the usual pay (Labour Law, art. 44). */
export type PayClass = 150 | 200 | 300;

/** Overtime inside one calendar day, all of one class. */
export interface OvertimePart extends Stretch {
  readonly day: Day;
  readonly minutes: Minutes;
  readonly payClass: PayClass;
  readonly kind: DayKind;
}

/** A make-up workday is a workday; a day off by the company is a rest day; 300 is for statutory days only. */
const CLASSES: Readonly<Record<DayKind, PayClass>> = {
  workday: 150,
  makeup: 150,
  restday: 200,
  company: 200,
  holiday: 300,
};

/** Cuts a stretch at every midnight: each calendar day has its own class. Whole minutes. */
export function overtimeParts({ from, to }: Stretch, schedule: Schedule): OvertimePart[] {
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

/** Whether a part of the time is the person's usual work, also that of a shift of the day before. */
export function isWorkTime({ from, to }: Stretch, schedule: Schedule): boolean {
  return daysBetween(addDays(dayOf(from), -2), addDays(dayOf(to), 1)).some((day) => {
    if (!isWorkday(schedule, day) || !schedule.workOn(day)) return false;
    const shift = dayStretch(schedule, day);
    return shift.from < to && from < shift.to;
  });
}
