import type { LocalText, Minutes } from './common';

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
