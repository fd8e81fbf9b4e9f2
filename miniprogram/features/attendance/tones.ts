import type { DayState } from '#contracts/day-status';

/** Colour of a state; the state is always shown as text too. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'brand' | 'plain';

/** Normal days have no colour, so that exceptions are easy to see. */
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
  'rest-punched': 'plain',
  overtime: 'brand',
  ongoing: 'brand',
  upcoming: 'plain',
  none: 'plain',
};
