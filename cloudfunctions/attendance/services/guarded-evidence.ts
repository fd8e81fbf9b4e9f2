import type { Day, Instant } from '#contracts/common';
import type { PunchInput } from '#contracts/punch';
import { dayOf } from '../../shared/calendar/company-time';
import { untilTomorrow } from '../../shared/limits/daily-tally';
import { LIMITS } from '../../shared/limits/limits';
import type { PunchSite } from '../../sites/rules';
import { addFlag } from '../data/attendance-flags';
import { addTry, countTries } from '../data/punch-tries';
import { openFlag } from '../domain/attendance-flag';
import { isGuess } from '../domain/punch-place';

/** Evidence that a person could guess: two small numbers of a beacon, half of a network's address. */
const GUESSABLE: ReadonlySet<PunchInput['mode']> = new Set(['beacon', 'wifi']);

/**
 * Decides a punch by evidence that can be guessed: wrong ones are counted, HR sees somebody who tries many, and after the
 * day's tries not even a right one counts. One read for such a punch, and a write or two where it is refused.
 * @throws AppError RATE_LIMITED, and what `decide` throws
 */
export async function guardedEvidence<T>(
  employeeId: string,
  input: PunchInput,
  sites: readonly PunchSite[],
  now: Instant,
  decide: () => Promise<T>,
): Promise<T> {
  if (!GUESSABLE.has(input.mode)) return decide();
  const day = dayOf(now);
  const count = await countTries(employeeId, day);
  if (count >= LIMITS.triesPerDay) throw untilTomorrow('tries', now);
  try {
    return await decide();
  } catch (error) {
    if (isGuess(error, input, sites)) await noteTry(employeeId, day, count + 1, now);
    throw error;
  }
}

async function noteTry(employeeId: string, day: Day, count: number, at: Instant): Promise<void> {
  await addTry(employeeId, day);
  if (count < LIMITS.triesFlagged) return;
  const data = { tries: LIMITS.triesFlagged };
  await addFlag(openFlag(employeeId, day, 'many-tries', [{ at, data }]));
}
