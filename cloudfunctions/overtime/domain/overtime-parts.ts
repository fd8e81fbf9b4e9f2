import type { Day, Instant, Minutes } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import type { Schedule } from '../../schedule/rules';
import { dayInterval, type Interval } from '../../schedule/rules-time';
import { addDays, dayOf, daysBetween, instantAt, midnight } from '../../shared/calendar/company-time';

/** Percentage of normal pay (Labour Law, art. 44). */
export type PayClass = 150 | 200 | 300;

/** Overtime within one calendar day and pay class. */
export interface OvertimePart extends Interval {
  readonly day: Day;
  /** Without the breaks. */
  readonly minutes: Minutes;
  readonly pauses: readonly Interval[];
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

/**
 * Splits an interval at every midnight, because each calendar day has its own pay class. Whole minutes, without the breaks
 * of the person's shift that lie inside: what is no working time on a workday is none on a day off with the same hours.
 * Overtime that begins or ends within a break was worked there.
 */
export function overtimeParts({ from, to }: Interval, schedule: Schedule): OvertimePart[] {
  const breaks = breaksWithin({ from, to }, schedule);
  return daysBetween(dayOf(from), dayOf(to - 1)).map((day) => {
    const start = Math.max(from, midnight(day)) as Instant;
    const end = Math.min(to, midnight(addDays(day, 1))) as Instant;
    const { kind } = schedule.kindOn(day);
    const pauses = breaks.flatMap((pause) => {
      const [first, last] = [Math.max(pause.from, start) as Instant, Math.min(pause.to, end) as Instant];
      return first < last ? [{ from: first, to: last }] : [];
    });
    const paused = pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
    return {
      day,
      from: start,
      to: end,
      minutes: Math.floor((end - start - paused) / 60_000),
      pauses,
      payClass: CLASSES[kind],
      kind,
    };
  });
}

/** The breaks of the shifts around these days that begin after `from` and end before `to`. */
function breaksWithin({ from, to }: Interval, schedule: Schedule): Interval[] {
  return daysBetween(addDays(dayOf(from), -1), dayOf(to)).flatMap((day) =>
    (schedule.shiftOn(day)?.breaks ?? [])
      .map(({ start, end }) => ({ from: instantAt(day, start), to: instantAt(day, end) }))
      .filter((pause) => from < pause.from && pause.to < to),
  );
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
