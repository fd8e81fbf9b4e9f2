import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Day, Instant } from '#contracts/common';
import { findCompanyCalendar } from '../../schedule/public-calendar';
import { addDays, dayOf, daysBetween } from '../../shared/calendar/company-time';
import { isWorking, kindOfDay } from '../../shared/calendar/day-kind';
import { lastAppealDay } from '../domain/result';

const WEEK = [1, 2, 3, 4, 5];

/** The last day on which results published at a moment may be appealed, by the company's calendar. */
export async function appealDayOf(
  { appealDays }: Pick<AppraisalCycle, 'appealDays'>,
  publishedAt: Instant,
  now: Instant,
): Promise<Day> {
  const from = dayOf(publishedAt);
  // Holidays are at most half of a stretch, whatever is exchanged.
  const to = addDays(from, 2 * appealDays + 30);
  const { overrides, complete } = await findCompanyCalendar(yearsOf(from, to), now);
  const workdays = daysBetween(from, to).filter((day) =>
    isWorking(kindOfDay(day, WEEK, overrides, complete).kind),
  );
  return lastAppealDay(from, workdays, appealDays);
}

const yearsOf = (from: Day, to: Day): string[] => [...new Set([from.slice(0, 4), to.slice(0, 4)])];
