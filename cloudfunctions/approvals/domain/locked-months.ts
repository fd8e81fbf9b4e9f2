import type { Day, Month } from '#contracts/common';
import type { Warning } from '#contracts/fact';
import type { Period } from '#contracts/form';
import { addMonths, monthOf } from '../../shared/calendar/company-time';
import { warning } from '../kind/answer';

/** No request is longer. */
const MAX_MONTHS = 14;

/** The months before the running one that a request is about: they may be settled and locked. */
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

/** A locked month stays as it is: what is approved for it is listed as a difference, and HR deals with it. */
export const lockedWarnings = (months: readonly Month[]): Warning[] =>
  months.map((month) => warning('warn', 'MONTH_LOCKED', { month }));
