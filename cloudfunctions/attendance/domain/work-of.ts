import type { Day } from '#contracts/common';
import type { Schedule, ShiftTemplate } from '../../schedule/rules';
import type { AttendanceDay } from './attendance-day';

/** The shift of a day, including days off: as it was at the first punch. */
export function shiftOfDay(day: Day, schedule: Schedule, stored: AttendanceDay | null): ShiftTemplate | null {
  return stored?.shift ?? schedule.shiftOn(day);
}

/** The shift to be worked on a day; null on a day off. */
export function workOf(day: Day, schedule: Schedule, stored: AttendanceDay | null): ShiftTemplate | null {
  return schedule.worksOn(day) ? shiftOfDay(day, schedule, stored) : null;
}
