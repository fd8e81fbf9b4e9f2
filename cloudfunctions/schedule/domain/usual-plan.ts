import type { CalendarDay } from '#contracts/calendar';
import type { Day } from '#contracts/common';
import { type CalendarOverride, kindOfDay } from '../../shared/calendar/day-kind';
import { ROSTER_OFF, type Scheduled, scheduleOf } from './schedule';
import type { ShiftTemplate } from './shift';

/** Monday to Friday, for the head of a sheet that is about many people. */
const USUAL_WORKDAYS = [1, 2, 3, 4, 5];

/** What a person does on these days while no roster says otherwise. */
export function usualPlan(
  person: Scheduled,
  days: readonly Day[],
  shifts: ReadonlyMap<string, ShiftTemplate>,
  overrides: readonly CalendarOverride[],
): (string | null)[] {
  const schedule = scheduleOf(person, shifts, overrides);
  return days.map((day) => {
    if (!schedule.employedOn(day)) return null;
    return schedule.worksOn(day) ? (schedule.shiftOn(day)?._id ?? null) : ROSTER_OFF;
  });
}

/** The days as the calendar has them, for the usual week. */
export function calendarDays(days: readonly Day[], overrides: readonly CalendarOverride[]): CalendarDay[] {
  return days.map((day) => ({ day, ...kindOfDay(day, USUAL_WORKDAYS, overrides) }));
}
