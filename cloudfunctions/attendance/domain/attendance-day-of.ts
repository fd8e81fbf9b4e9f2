import type { Day, Instant } from '#contracts/common';
import { borderOf, type Span } from '../../schedule/rules';
import { addDays, dayOf } from '../../shared/calendar/company-time';

/** The shift assigned for a day, also on days off; null for none. */
export type ShiftOf = (day: Day) => Span | null;

/**
 * The attendance day that an instant belongs to. The border between two days is the middle between the end
 * of the earlier day's shift and the start of the later one's, so that a night shift 22:00–06:00 belongs to
 * the day on which it starts and a late overtime evening to its own day.
 * Every instant belongs to exactly one day: the last one whose border is not after it.
 */
export function attendanceDayOf(instant: number, shiftOf: ShiftOf): Day {
  const today = dayOf(instant);
  // A border lies between 12 hours before and 24 hours after its day's midnight: one of three days.
  for (const day of [addDays(today, 1), today]) {
    if (opensAt(day, shiftOf) <= instant) return day;
  }
  return addDays(today, -1);
}

/** The first moment of an attendance day. */
export function opensAt(day: Day, shiftOf: ShiftOf): Instant {
  return borderOf(day, shiftOf(addDays(day, -1)), shiftOf(day));
}

/** The first moment after an attendance day: from then on, what is missing is missing. */
export function closesAt(day: Day, shiftOf: ShiftOf): Instant {
  return opensAt(addDays(day, 1), shiftOf);
}
