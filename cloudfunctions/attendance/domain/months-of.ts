import type { Day, Month } from '#contracts/common';
import { addMonths, monthOf } from '../../shared/calendar/company-time';

/** How far back months can be asked for. */
const MONTHS_BACK = 24;

/** How far ahead: holidays, rosters and leave that is granted already are looked up there. */
const MONTHS_AHEAD = 2;

/** The months that a person can look at: from the month of hiring, at most two years back, to the one after next. */
export function monthsOf(hiredOn: Day, today: Day): { from: Month; to: Month } {
  const now = monthOf(today);
  const [, from = now] = [addMonths(now, -MONTHS_BACK), monthOf(hiredOn), now].sort();
  // The middle one: not before the earliest, not after this month.
  return { from, to: addMonths(now, MONTHS_AHEAD) };
}
