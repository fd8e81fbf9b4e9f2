import type { Versioned } from './change';
import type { Day, LocalText, Minutes } from './common';

export interface Span {
  readonly start: Minutes;
  readonly end: Minutes;
}

/**
 * A shift as data. Minutes count from the attendance day's midnight; 1,440 and more is the next day.
 * A `fixed` shift is worked from `start` to `end`. A `flexible` one is worked for `requiredMinutes` at any time between
 * them, with everybody present during `core`.
 * Breaks are not worked; a break with `punched` set splits the shift in segments that are each punched in and out.
 */
export interface Shift extends Span {
  readonly id: string;
  readonly version: number;
  readonly kind: 'fixed' | 'flexible';
  readonly name: LocalText;
  readonly flexMinutes: Minutes;
  readonly requiredMinutes: Minutes | null;
  readonly core: Span | null;
  /** Monday 1 … Sunday 7. */
  readonly workdays: readonly number[];
  readonly lateHalfDayAfter: Minutes;
  readonly lateAbsentAfter: Minutes;
  readonly earlyHalfDayAfter: Minutes;
  readonly earlyAbsentAfter: Minutes;
  readonly breaks: readonly (Span & { readonly punched?: boolean })[];
  readonly source: LocalText;
}

/** A shift as it is from a day on, until the next version begins; the first one always was. */
export interface ShiftVersion {
  readonly from: Day | null;
  readonly shift: Shift;
}

/** The shift as it is today, its history, and all its versions, oldest first. */
export interface DatedShift extends Versioned<Shift> {
  readonly versions: readonly ShiftVersion[];
}
