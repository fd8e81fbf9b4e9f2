import type { Instant } from '#contracts/common';
import { dayOf, midnight } from '../../shared/calendar/company-time';
import { countToday, untilTomorrow } from '../../shared/limits/daily-tally';
import { LIMITS } from '../../shared/limits/limits';
import { countSubmittedSince } from '../data/requests';

/**
 * One person's requests of a day are limited, because each makes work for approvers, timers and the account. No call
 * of the database for the first ones that an instance sees.
 * @throws AppError RATE_LIMITED
 */
export async function requireSendingsLeft(employeeId: string, now: Instant): Promise<void> {
  if (countToday('sendings', employeeId, now) <= LIMITS.sendingsUncounted) return;
  const sent = await countSubmittedSince(employeeId, midnight(dayOf(now)));
  if (sent >= LIMITS.sendingsPerDay) throw untilTomorrow('sendings', now);
}
