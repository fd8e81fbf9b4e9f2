import type { Day, Month } from '#contracts/common';
import { daysOfMonth, weekdayOf } from '../../shared/calendar/company-time';
import { type CalendarOverride, isWorking, kindOfDay } from '../../shared/calendar/day-kind';

const WEEK = [1, 2, 3, 4, 5];

/** Days that a full month pays: workdays of the company, and statutory days from Monday to Friday. */
export const paidDays = (month: Month, overrides: readonly CalendarOverride[]): Day[] =>
  daysOfMonth(month).filter((day) => {
    const { kind } = kindOfDay(day, WEEK, overrides);
    return isWorking(kind) || (kind === 'holiday' && WEEK.includes(weekdayOf(day)));
  });
