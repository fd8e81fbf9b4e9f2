import type { Day } from '../../../typings/contracts/common';
import type { Employee } from '../../shared/kernel/employee';
import { findOverrides } from '../data/calendars';
import { findShifts } from '../data/shifts';
import { type Schedule, scheduleOf } from '../domain/schedule';

/** The plan of a person for these days: two reads on a cold instance, none on a warm one. */
export async function loadSchedule(me: Employee, days: readonly Day[], now: number): Promise<Schedule> {
  // The next day's border needs only its shift, which the calendar has no part in.
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  const [shifts, overrides] = await Promise.all([
    findShifts(
      me.assignments.map(({ shiftId }) => shiftId),
      now,
    ),
    findOverrides(years, now),
  ]);
  return scheduleOf(me, shifts, overrides);
}
