import type { Day, Instant } from '#contracts/common';
import { findCompanyCalendar } from '../../schedule/public-calendar';
import { isWorking, kindOfDay } from '../../shared/calendar/day-kind';

const WEEK = [1, 2, 3, 4, 5];

/** Whether the company works on a day of these years. */
export async function workdaysOf(years: readonly string[], now: Instant): Promise<(day: Day) => boolean> {
  const { overrides, complete } = await findCompanyCalendar(years, now);
  return (day) => isWorking(kindOfDay(day, WEEK, overrides, complete).kind);
}
