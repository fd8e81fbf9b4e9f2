import type { Day } from '#contracts/common';
import type { FormPlan } from '#contracts/form';
import { addDays, daysBetween } from '../../shared/calendar/company-time';
import type { Schedule } from './schedule';

/** How far ahead the next workday is searched; longer than any holiday. */
const PLAN_DAYS = 30;

/** Schedule data for a form's initial values: today's hours, and the person's next workday. */
export function formPlan(schedule: Schedule, today: Day): FormPlan {
  const ahead = daysBetween(addDays(today, 1), addDays(today, PLAN_DAYS));
  const day = ahead.find((each) => schedule.worksOn(each)) ?? addDays(today, 1);
  return { today: hoursOn(schedule, today), next: { day, hours: hoursOn(schedule, day) } };
}

function hoursOn(schedule: Schedule, day: Day): FormPlan['today'] {
  const shift = schedule.workOn(day);
  return shift && { start: shift.start, end: shift.end };
}
