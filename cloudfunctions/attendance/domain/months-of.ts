import type { Day, Month } from '../../../typings/contracts/common';
import { addMonths, monthOf } from '../../shared/calendar/company-time';

/** How far back months can be asked for. */
const MONTHS_BACK = 24;

/** The months that a person can look at: from the month of hiring, at most two years back, to this one. */
export function monthsOf(hiredOn: Day, today: Day): { from: Month; to: Month } {
  const to = monthOf(today);
  const [, from = to] = [addMonths(to, -MONTHS_BACK), monthOf(hiredOn), to].sort();
  // The middle one: not before the earliest, not after this month.
  return { from, to };
}
