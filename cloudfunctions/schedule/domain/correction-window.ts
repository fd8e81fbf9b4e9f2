import type { Day } from '#contracts/common';
import { groupFrom, type OwnRules } from '../../company-rules/section';
import { addDays } from '../../shared/calendar/company-time';
import type { Schedule } from './schedule';

/** In how many workdays of the person a punch can be corrected, by default. */
export const SHIPPED_WINDOW_DAYS = 7;

/** The company's window, for those who only list what can be corrected. */
export const windowDaysOf = (own: OwnRules): number =>
  groupFrom(own, 'correction', { windowDays: SHIPPED_WINDOW_DAYS }).windowDays;

/** Longer than any window; ends the search for people who hardly work. */
const MAX_SEARCH_DAYS = 120;

/**
 * The last day on which a punch of `day` can be corrected: the person's `windowDays`th workday after it, so that
 * holidays and days off in between do not use up the time.
 */
export function lastCorrectableDay(schedule: Schedule, day: Day, windowDays: number): Day {
  let [last, left] = [day, windowDays];
  for (let count = 0; left > 0 && count < MAX_SEARCH_DAYS; count += 1) {
    last = addDays(last, 1);
    if (schedule.worksOn(last)) left -= 1;
  }
  return last;
}

/** The days before `today` that can still be corrected, earliest first, at most `limit`. */
export function correctableDays(schedule: Schedule, today: Day, windowDays: number, limit: number): Day[] {
  const days: Day[] = [];
  let worked = 0;
  for (let day = addDays(today, -1); worked < windowDays && days.length < limit; day = addDays(day, -1)) {
    days.unshift(day);
    if (schedule.worksOn(day)) worked += 1;
  }
  return days;
}
