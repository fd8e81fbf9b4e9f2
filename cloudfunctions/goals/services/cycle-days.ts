import type { Instant } from '#contracts/common';
import type { CycleDays } from '#contracts/goals';
import { findCompanyCalendar } from '../../schedule/public-calendar';
import { dayOf } from '../../shared/calendar/company-time';
import { type Cycle, daysOf } from '../domain/cycle';

/** The workdays of a cycle until now, by the company's calendar. */
export async function cycleDays(cycle: Pick<Cycle, 'from' | 'to'>, now: Instant): Promise<CycleDays> {
  const years = [...new Set([cycle.from.slice(0, 4), cycle.to.slice(0, 4)])];
  return daysOf(cycle, dayOf(now), await findCompanyCalendar(years, now));
}
