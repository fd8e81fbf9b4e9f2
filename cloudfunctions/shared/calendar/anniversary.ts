import type { Day } from '#contracts/common';
import { midnight } from './company-time';

/**
 * Adds calendar months to `day`. If the target month has no such day, its last day is used (民法典 art. 202): one
 * year after 29 February ends on 28 February.
 */
export function addMonthsTo(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return moved.toISOString().slice(0, 10) as Day;
}

export const addYearsTo = (day: Day, years: number): Day => addMonthsTo(day, years * 12);

/** Completed years from `since` to `day`; 0 if `day` is earlier. */
export function fullYears(since: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(since.slice(0, 4));
  return Math.max(0, addYearsTo(since, years) <= day ? years : years - 1);
}

/** Calendar days from `from` to `to`, both included. */
export const countCalendarDays = (from: Day, to: Day): number =>
  Math.round((midnight(to) - midnight(from)) / 86_400_000) + 1;
