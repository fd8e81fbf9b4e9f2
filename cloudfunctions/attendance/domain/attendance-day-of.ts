import type { Day, Instant } from '#contracts/common';
import { borderOf, type Span } from '../../schedule/rules';
import { addDays, dayOf } from '../../shared/calendar/company-time';

/** The shift assigned on a day, including days off; null for none. */
export type ShiftOf = (day: Day) => Span | null;

/**
 * The attendance day of an instant. The border between two days is halfway between the end of the earlier day's
 * shift and the start of the later one's, so that a night shift 22:00–06:00 belongs to the day on which it
 * starts, and late overtime to its own day. Each instant belongs to exactly one day: the last one whose border
 * is not later.
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

/** End of an attendance day (exclusive): from then on, missing punches are reported. */
export function closesAt(day: Day, shiftOf: ShiftOf): Instant {
  return startsAt(addDays(day, 1), shiftOf);
}
