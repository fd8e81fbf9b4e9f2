import type { Day, Month } from '#contracts/common';
import type { Warning } from '#contracts/fact';
import type { Period } from '#contracts/form';
import { addMonths, monthOf } from '../../shared/calendar/company-time';
import { warning } from '../kind/answer';

/** More than the longest allowed request. */
const MAX_MONTHS = 14;

/** The months of a period before the current month, which may be settled and locked. */
export function pastMonths(period: Period | null, today: Day): Month[] {
  if (!period) return [];
  const last = monthOf('to' in period ? period.to : period.from);
  const months: Month[] = [];
  let month = monthOf(period.from);
  while (month <= last && months.length < MAX_MONTHS) {
    months.push(month);
    month = addMonths(month, 1);
  }
  return months.filter((month) => month < monthOf(today));
}

/** A locked month does not change: what is approved for it is listed as a difference, which HR handles. */
export const lockedWarnings = (months: readonly Month[]): Warning[] =>
  months.map((month) => warning('warn', 'MONTH_LOCKED', { month }));
