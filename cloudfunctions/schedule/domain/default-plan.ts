import type { CalendarDay } from '#contracts/calendar';
import type { Day } from '#contracts/common';
import { type CalendarOverride, type CompleteYears, kindOfDay } from '../../shared/calendar/day-kind';
import { DEFAULT_WORKDAYS, ROSTER_OFF, type Scheduled, scheduleOf } from './schedule';
import type { DatedShift } from './shift-versions';

/** A person's plan on these days without a roster. */
export function defaultPlan(
  person: Scheduled,
  days: readonly Day[],
  shifts: ReadonlyMap<string, DatedShift>,
  overrides: readonly CalendarOverride[],
): (string | null)[] {
  const schedule = scheduleOf(person, shifts, overrides);
  return days.map((day) => {
    if (!schedule.employedOn(day)) return null;
    return schedule.worksOn(day) ? (schedule.shiftOn(day)?._id ?? null) : ROSTER_OFF;
  });
}

/** The calendar of these days for the default week, for the header of a sheet with many people. */
export function defaultCalendar(
  days: readonly Day[],
  overrides: readonly CalendarOverride[],
  complete: CompleteYears,
): CalendarDay[] {
  return days.map((day) => ({ day, ...kindOfDay(day, DEFAULT_WORKDAYS, overrides, complete) }));
}
