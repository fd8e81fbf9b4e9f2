import type { Instant } from '#contracts/common';
import { addDays, dayOf, midnight } from '../calendar/company-time';
import { WARM_SIZE, WarmCache } from '../data/warm-cache';
import { AppError } from '../errors/app-error';

const DAY_MS = 86_400_000;
const tallies = new WarmCache<number>(WARM_SIZE, DAY_MS);

/** Counts one more of something that a person does, in the memory of this instance. @returns how many it is today */
export function countToday(what: 'sendings' | 'uploads', employeeId: string, now: Instant): number {
  const key = `${what}:${employeeId}:${dayOf(now)}`;
  const count = (tallies.get(key, now) ?? 0) + 1;
  tallies.set(key, count, now);
  return count;
}

/** The refusal of something that is allowed again tomorrow. */
export const untilTomorrow = (
  rule: 'sendings' | 'uploads' | 'tries',
  now: Instant,
): AppError<'RATE_LIMITED'> =>
  new AppError('RATE_LIMITED', { rule, retryAt: midnight(addDays(dayOf(now), 1)) });
