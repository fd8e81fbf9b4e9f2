import type { Day } from '#contracts/common';
import { midnight } from './company-time';

/**
 * `day` moved by whole months. Where the month has no such day, its last one counts (民法典 art. 202): a year
 * that begins on 29 February is full on 28 February.
 */
export function addMonthsTo(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return moved.toISOString().slice(0, 10) as Day;
}

export const addYearsTo = (day: Day, years: number): Day => addMonthsTo(day, years * 12);

/** Full years from `since` to `day`; negative years are none. */
export function fullYears(since: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(since.slice(0, 4));
  return Math.max(0, addYearsTo(since, years) <= day ? years : years - 1);
}

/** Calendar days from one to the other, both included. */
export const calendarDays = (from: Day, to: Day): number =>
  Math.round((midnight(to) - midnight(from)) / 86_400_000) + 1;
