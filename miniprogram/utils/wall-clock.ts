import type { Minutes } from '#contracts/common';
import { MINUTES_PER_DAY } from '../common/units';

const two = (value: number): string => String(value).padStart(2, '0');

/** `HH:mm` on the wall, whatever the day: 1,800 is 06:00. */
export const wallClock = (minutes: Minutes): string =>
  `${two(Math.floor((minutes % MINUTES_PER_DAY) / 60))}:${two(minutes % 60)}`;

/** Minutes from midnight of `HH:mm`. */
export function minutesOf(clock: string): Minutes {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
