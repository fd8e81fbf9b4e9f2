import type { Day, Instant, Minutes } from '#contracts/common';
import { MINUTES_PER_DAY } from '../../../miniprogram/common/units';
import { addDays, dayOf, instantAt, midnight } from '../../shared/calendar/company-time';
import { borderOf, type Span } from './shift';

/** The shift assigned on a day, including days off; null for none. */
export type ShiftOf = (day: Day) => Span | null;

/**
 * The attendance day of an instant by the schedule alone. The border between two days is halfway between the
 * end of the earlier day's shift and the start of the later one's, so that a night shift 22:00–06:00 belongs to
 * the day on which it starts. Each instant belongs to exactly one day: the last one whose border is not later.
 */
export function attendanceDayOf(instant: number, shiftOf: ShiftOf): Day {
  const today = dayOf(instant);
  // A border lies between 12 hours before and 24 hours after its day's midnight, so it is one of three days.
  for (const day of [addDays(today, 1), today]) {
    if (startsAt(day, shiftOf) <= instant) return day;
  }
  return addDays(today, -1);
}

/** Start of an attendance day. */
export function startsAt(day: Day, shiftOf: ShiftOf): Instant {
  return borderOf(day, shiftOf(addDays(day, -1)), shiftOf(day));
}

/** End of an attendance day (exclusive). */
export function closesAt(day: Day, shiftOf: ShiftOf): Instant {
  return startsAt(addDays(day, 1), shiftOf);
}

/** A half-open interval. */
interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The shifts, each ending with the approved overtime that begins on its day: 18:00–02:00 ends it at 02:00. */
export function withOvertime(shiftOf: ShiftOf, overtime: readonly Interval[]): ShiftOf {
  if (overtime.length === 0) return shiftOf;
  const ends = new Map<Day, number>();
  for (const { from, to } of joined(overtime)) {
    const day = attendanceDayOf(from, shiftOf);
    ends.set(day, Math.max(ends.get(day) ?? 0, to));
  }
  return (day) => {
    const shift = shiftOf(day);
    const end = ((ends.get(day) ?? 0) - midnight(day)) / 60_000;
    const { start, end: shiftEnd } = shift ?? { start: 0, end: MINUTES_PER_DAY };
    return end > shiftEnd ? { start, end: Math.min(end, 2 * MINUTES_PER_DAY) } : shift;
  };
}

/** Overtime is split at midnight; adjoining parts are one. */
function joined(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const each of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && each.from <= last.to)
      result.splice(-1, 1, { from: last.from, to: Math.max(last.to, each.to) });
    else result.push(each);
  }
  return result;
}

/** An arrival up to this long before a shift is a clock-in of that shift. */
const EARLY_ARRIVAL_MS = 3 * 3_600_000;

/** The rules for how long a day may be continued after its border. */
export interface LatestClose {
  readonly shiftOf: ShiftOf;
  /** When the person is expected on a day; null if they do not have to come. */
  readonly expectedAt: (day: Day) => Instant | null;
  /** Minutes after the end of the shift, see `AttendanceSettings`. */
  readonly latestEnd: Minutes;
}

/**
 * Until when (exclusive) a person who has not clocked out may clock out on `day`: so long after the end of the
 * shift, but not into the arrival for the next one, the day after, or two days after midnight.
 */
export function latestCloseOf(day: Day, { shiftOf, expectedAt, latestEnd }: LatestClose): Instant {
  const next = addDays(day, 1);
  const expected = expectedAt(next);
  const bounds = [
    instantAt(day, (shiftOf(day)?.end ?? MINUTES_PER_DAY) + latestEnd),
    instantAt(day, 2 * MINUTES_PER_DAY),
    closesAt(next, shiftOf),
    ...(expected === null ? [] : [expected - EARLY_ARRIVAL_MS]),
  ];
  return Math.max(closesAt(day, shiftOf), Math.min(...bounds)) as Instant;
}
