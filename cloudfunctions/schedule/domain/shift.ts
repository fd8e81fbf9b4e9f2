import type { Day, Instant, LocalText, Minutes } from '#contracts/common';
import type { ShiftOnDay } from '#contracts/day-status';
import { clock, instantAt } from '../../shared/calendar/company-time';

/** A span within a day, in minutes from the attendance day's midnight. */
export interface Span {
  readonly start: Minutes;
  readonly end: Minutes;
}

/**
 * A versioned shift definition with a source. `fixed` (the default): from `start` to `end` with flex minutes.
 * `flexible`: `requiredMinutes` at any time between `start` and `end`, with presence during `core`.
 */
export interface ShiftTemplate extends Span {
  readonly _id: string;
  readonly name: LocalText;
  readonly version: number;
  /** Minutes from midnight, 0 … 1,439. */
  readonly start: Minutes;
  /** After `start`; 1,440 and more is the next day. */
  readonly end: Minutes;
  /** Arriving up to this much later is on time; the end shifts by the same amount. */
  readonly flexMinutes: Minutes;
  /** Monday 1 … Sunday 7. */
  readonly workdays: readonly number[];
  /** More minutes late than this count as half a day or a whole day of absence. */
  readonly lateHalfDayAfter: Minutes;
  readonly lateAbsentAfter: Minutes;
  /** Likewise for leaving early. */
  readonly earlyHalfDayAfter: Minutes;
  readonly earlyAbsentAfter: Minutes;
  /** Not worked. A punched break splits the shift into segments, each with its own clock-in and clock-out. */
  readonly breaks: readonly (Span & { readonly punched?: boolean })[];
  readonly kind?: 'fixed' | 'flexible';
  /** Flexible shifts only, without breaks. */
  readonly requiredMinutes?: Minutes | null;
  readonly core?: Span | null;
  /** The source of the figures. */
  readonly source: LocalText;
}

/** The shift of one day as instants. */
export function shiftOnDay(day: Day, shift: ShiftTemplate): ShiftOnDay {
  const segments = segmentsOf(shift);
  return {
    id: shift._id,
    name: shift.name,
    ...instantsOf(day, shift),
    flexMinutes: shift.flexMinutes,
    ...(isFlexible(shift) ? flexibleOf(shift) : {}),
    ...(segments.length > 1 ? { segments: segments.map((segment) => instantsOf(day, segment)) } : {}),
  };
}

function instantsOf(day: Day, { start, end }: Span) {
  return {
    startAt: instantAt(day, start),
    endAt: instantAt(day, end),
    start: clock(start),
    end: clock(end),
  };
}

function flexibleOf({ requiredMinutes, core }: ShiftTemplate) {
  return {
    requiredMinutes: requiredMinutes ?? 0,
    ...(core ? { core: { start: clock(core.start), end: clock(core.end) } } : {}),
  };
}

export const isFlexible = ({ kind }: ShiftTemplate): boolean => kind === 'flexible';

/** The segments between punched breaks, in order; for most shifts just the shift itself. */
export function segmentsOf(shift: ShiftTemplate): readonly ShiftTemplate[] {
  const splits = shift.breaks.filter(({ punched }) => punched).sort((a, b) => a.start - b.start);
  if (splits.length === 0) return [shift];
  const starts = [shift.start, ...splits.map(({ end }) => end)];
  const ends = [...splits.map(({ start }) => start), shift.end];
  return starts.map((start, index) => {
    const end = ends[index] ?? shift.end;
    const breaks = shift.breaks.filter((pause) => pause.start >= start && pause.end <= end);
    return { ...shift, start, end, breaks };
  });
}

/** The border between `day` and the previous day, see `attendanceDayOf`. */
export function borderOf(day: Day, before: Span | null, own: Span | null): Instant {
  const end = (before ?? WHOLE_DAY).end - 1_440;
  const start = (own ?? WHOLE_DAY).start;
  return instantAt(day, (end + start) / 2);
}

/** Without a shift, days change at midnight. */
const WHOLE_DAY: Span = { start: 0, end: 1_440 };
