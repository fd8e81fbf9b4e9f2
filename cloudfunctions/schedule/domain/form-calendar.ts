import type { Day } from '#contracts/common';
import type { FormCalendar } from '#contracts/form';
import { addDays, daysBetween, weekdayOf } from '../../shared/calendar/company-time';
import { DEFAULT_WORKDAYS, type Schedule } from './schedule';

/** How far from today a period may begin or end, days. */
const REACH_DAYS = 364;
/** Around today the roster is read as well, days. */
const ROSTER_BACK_DAYS = 31;
const ROSTER_AHEAD_DAYS = 92;

const ALL_WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The days whose schedule a form's calendar needs; the calendars of all years and the roster around today. */
export const formCalendarDays = (today: Day): Day[] => [
  addDays(today, -REACH_DAYS),
  ...daysBetween(addDays(today, -ROSTER_BACK_DAYS), addDays(today, ROSTER_AHEAD_DAYS)),
  addDays(today, REACH_DAYS),
];

/** The days of a form's calendar. Days before and after the employment are left as their weekday has them. */
export function formCalendar(schedule: Schedule, today: Day): FormCalendar {
  const first = addDays(today, -REACH_DAYS);
  const last = addDays(today, REACH_DAYS);
  const workdays = schedule.shiftOn(today)?.workdays ?? DEFAULT_WORKDAYS;
  const days = daysBetween(first, last).filter((day) => schedule.employedOn(day));
  const marks = days.flatMap((day) => {
    const { kind, name } = schedule.kindOn(day);
    const isFree = !schedule.worksOn(day);
    const isUsual = isFree !== workdays.includes(weekdayOf(day));
    return isUsual && !name ? [] : [{ day, kind, name, isFree }];
  });
  const open = days.filter((day) => schedule.kindOn(day).open);
  return {
    first,
    last,
    freeWeekdays: ALL_WEEKDAYS.filter((weekday) => !workdays.includes(weekday)),
    marks,
    openYears: [...new Set(open.map((day) => day.slice(0, 4)))],
  };
}
