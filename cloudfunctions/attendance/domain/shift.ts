import type { ShiftOnDay } from '../../../typings/contracts/attendance';
import type { Day, Instant, LocalText, Minutes } from '../../../typings/contracts/common';
import { clock, instantAt } from '../../shared/calendar/company-time';

/** A span of a day, minutes from the attendance day's midnight. */
export interface Span {
  readonly start: Minutes;
  readonly end: Minutes;
}

/** A fixed shift with flex minutes, as data with a version and a source. */
export interface ShiftTemplate extends Span {
  readonly _id: string;
  readonly name: LocalText;
  readonly version: number;
  /** Minutes from midnight, 0 … 1,439. */
  readonly start: Minutes;
  /** After `start`; 1,440 and more is the next day. */
  readonly end: Minutes;
  /** Arriving up to this much later is on time; the end moves by as much. */
  readonly flexMinutes: Minutes;
  /** Monday 1 … Sunday 7. */
  readonly workdays: readonly number[];
  /** More minutes late than this count as half a day, or a whole day, of absence. */
  readonly lateHalfDayAfter: Minutes;
  readonly lateAbsentAfter: Minutes;
  /** The same for leaving early. */
  readonly earlyHalfDayAfter: Minutes;
  readonly earlyAbsentAfter: Minutes;
  readonly breaks: readonly Span[];
  /** The rule that the figures come from. */
  readonly source: LocalText;
}

/** The shift of one day with its moments. */
export function shiftOnDay(day: Day, shift: ShiftTemplate): ShiftOnDay {
  return {
    id: shift._id,
    name: shift.name,
    startAt: instantAt(day, shift.start),
    endAt: instantAt(day, shift.end),
    start: clock(shift.start),
    end: clock(shift.end),
    flexMinutes: shift.flexMinutes,
  };
}

/** The border between `day` and the day before it, see `attendanceDayOf`. */
export function borderOf(day: Day, before: Span | null, own: Span | null): Instant {
  const end = (before ?? WHOLE_DAY).end - 1_440;
  const start = (own ?? WHOLE_DAY).start;
  return instantAt(day, (end + start) / 2);
}

/** Somebody without a shift changes days at midnight. */
const WHOLE_DAY: Span = { start: 0, end: 1_440 };
