import type { Day } from '#contracts/common';
import {
  type CalendarOverride,
  type CompleteYears,
  isWorking,
  kindOfDay,
} from '../../shared/calendar/day-kind';

/** The company's calendar. */
export interface Calendar {
  readonly overrides: readonly CalendarOverride[];
  readonly complete: CompleteYears;
}

const WEEK = [1, 2, 3, 4, 5];

/** Whether the company works on a day, by its calendar and a week from Monday to Friday. */
export const isCompanyWorkday = (day: Day, { overrides, complete }: Calendar): boolean =>
  isWorking(kindOfDay(day, WEEK, overrides, complete).kind);
