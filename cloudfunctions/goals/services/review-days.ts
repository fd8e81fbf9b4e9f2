import type { Instant } from '#contracts/common';
import type { ReviewWindow } from '#contracts/goal-review';
import { findCompanyCalendar } from '../../schedule/public-calendar';
import { addDays } from '../../shared/calendar/company-time';
import type { Cycle } from '../domain/cycle';
import { reviewWindow } from '../domain/review-window';

/** Days after a cycle that may fall into the next year. */
const MAX_DAYS_AFTER = 60;

/** When reviews of a cycle are taken, by the company's calendar. */
export async function reviewDays(cycle: Pick<Cycle, 'to'>, now: Instant): Promise<ReviewWindow> {
  const years = [...new Set([cycle.to, addDays(cycle.to, MAX_DAYS_AFTER)].map((day) => day.slice(0, 4)))];
  return reviewWindow(cycle, await findCompanyCalendar(years, now));
}
