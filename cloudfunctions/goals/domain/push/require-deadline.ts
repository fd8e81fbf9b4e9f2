import type { Day } from '#contracts/common';
import { addDays, dayOf } from '../../../shared/calendar/company-time';
import { AppError } from '../../../shared/errors/app-error';

/** As far ahead as a cycle is opened. */
const MAX_DAYS = 400;

/** @throws AppError INPUT_INVALID for a day that is over, or too far away to be meant */
export function requireDeadline(deadline: Day, now: number): void {
  const today = dayOf(now);
  if (deadline < today) throw new AppError('INPUT_INVALID', { path: 'deadline', rule: 'past' });
  if (deadline > addDays(today, MAX_DAYS))
    throw new AppError('INPUT_INVALID', { path: 'deadline', rule: 'future' });
}
