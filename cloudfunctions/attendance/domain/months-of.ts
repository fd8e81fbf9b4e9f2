import type { Day, Month } from '#contracts/common';
import { addMonths, monthOf } from '../../shared/calendar/company-time';

/** How many past months can be viewed. */
const MONTHS_BACK = 24;

/** How many future months can be viewed, for holidays, rosters and approved leave. */
const MONTHS_AHEAD = 2;

/**
 * The months that a person can view: from the month of hiring, at most two years back, up to two months ahead.
 */
export function monthsOf(hiredOn: Day, today: Day): { from: Month; to: Month } {
  const now = monthOf(today);
  const [, from = now] = [addMonths(now, -MONTHS_BACK), monthOf(hiredOn), now].sort();
  // Clamped between the earliest month and the current one.
  return { from, to: addMonths(now, MONTHS_AHEAD) };
}
