import type { Day, Instant, Month } from '#contracts/common';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { findPublished, hasLockedAfter } from '../data/pay-runs';

/** Pay is due within the month after: a year that was mistyped is farther away. */
export const MONTHS_TO_PAY = 6;
/** Before and after the current month: runs of a year are entered at most, and nobody knows of later bonuses. */
const MONTHS_OF_BONUSES = 12;

/**
 * The pay day decides the tax year: it is not before the month that is paid, not half a year after it, and not in a month
 * before the one in which the month before was paid.
 * @throws AppError PAY_RUN_REFUSED
 */
export async function requirePayDay(month: Month, paidOn: Day): Promise<void> {
  const [before] = await findPublished([addMonths(month, -1)]);
  requireInOrder(month, paidOn, before?.paidOn ?? null);
}

function requireInOrder(month: Month, paidOn: Day, before: Day | null): void {
  const paidIn = monthOf(paidOn);
  const isInOrder = before === null || paidIn >= monthOf(before);
  if (!isInOrder || paidIn < month || paidIn > addMonths(month, MONTHS_TO_PAY))
    throw new AppError('PAY_RUN_REFUSED', { rule: 'pay-day', month });
}

/**
 * Whether a run pays what is entered for a month, on a day that it may be paid on. One call, one more in a month without a
 * run.
 * @throws AppError MONTH_OUT_OF_RANGE, PAY_RUN_REFUSED `later-locked`, `pay-day`
 */
export async function requirePayable(month: Month, paidOn: Day, now: Instant): Promise<void> {
  const current = monthOf(dayOf(now));
  const [from, to] = [addMonths(current, -MONTHS_OF_BONUSES), addMonths(current, MONTHS_OF_BONUSES)];
  if (month < from || month > to) throw new AppError('MONTH_OUT_OF_RANGE', { from, to, rule: 'bonus' });
  const before = addMonths(month, -1);
  const runs = new Map((await findPublished([month, before])).map((run) => [run._id as string, run]));
  // No run is begun for it any more: later ones have withheld tax without it.
  if (!runs.has(month) && (await hasLockedAfter(month)))
    throw new AppError('PAY_RUN_REFUSED', { rule: 'later-locked', month });
  requireInOrder(month, paidOn, runs.get(before)?.paidOn ?? null);
}
