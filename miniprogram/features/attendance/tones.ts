import type { DayState } from '#contracts/day-status';

/** Colour of a state; the word always stands beside it. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'brand' | 'plain';

/** Good days stay quiet, so that the few that need a look stand out. */
export const TONE_OF: Readonly<Record<DayState, Tone>> = {
  normal: 'plain',
  late: 'warn',
  early: 'warn',
  missing: 'bad',
  absent: 'bad',
  unconfirmed: 'warn',
  leave: 'info',
  trip: 'info',
  field: 'brand',
  rest: 'plain',
  overtime: 'brand',
  ongoing: 'brand',
  upcoming: 'plain',
  none: 'plain',
};
