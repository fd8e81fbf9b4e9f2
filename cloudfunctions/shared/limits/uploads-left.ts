import type { Instant } from '#contracts/common';
import { dayOf, midnight } from '../calendar/company-time';
import { countToday, untilTomorrow } from './daily-tally';
import { LIMITS } from './limits';

/**
 * One person's uploads of a day are limited, because each is downloaded and may be stored as a copy for good. How many
 * are looked at is counted in this instance; copies are counted where they are stored, once this instance has seen
 * `uploadsUncounted`, so that several instances do not make the limit of copies larger.
 * @param countCopies how many copies of this person were made since then
 * @throws AppError RATE_LIMITED
 */
export async function requireUploadsLeft(
  employeeId: string,
  now: Instant,
  countCopies: (from: Instant) => Promise<number>,
): Promise<void> {
  const seen = countToday('uploads', employeeId, now);
  if (seen > LIMITS.uploadsPerDay) throw untilTomorrow('uploads', now);
  if (seen <= LIMITS.uploadsUncounted) return;
  if ((await countCopies(midnight(dayOf(now)))) >= LIMITS.uploadsPerDay) throw untilTomorrow('uploads', now);
}
