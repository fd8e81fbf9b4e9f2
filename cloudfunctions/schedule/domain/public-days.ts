import type { CompanyDay } from '#contracts/calendar';
import type { Day } from '#contracts/common';
import { daysBetween } from '../../shared/calendar/company-time';
import { kindOfDay } from '../../shared/calendar/day-kind';

/** The public calendar of a year: statutory days, rest days around them, make-up workdays. */
export function publicDays(year: string): CompanyDay[] {
  return daysBetween(`${year}-01-01` as Day, `${year}-12-31` as Day).flatMap((day) => {
    const { kind, name } = kindOfDay(day, [], []);
    return name ? [{ day, kind, name }] : [];
  });
}
