import type { Day } from '#contracts/common';
import type { Reason } from '#contracts/day-status';
import type { Schedule, ShiftTemplate } from '../../schedule/rules';
import type { AttendanceDay } from './attendance-day';
import { reason } from './reasons';

/**
 * The shift of a day, including days off: as it was at the first punch, so that a changed template does not
 * change the past, unless roster or assignment name another shift by now.
 */
export function shiftOfDay(day: Day, schedule: Schedule, stored: AttendanceDay | null): ShiftTemplate | null {
  const planned = schedule.shiftOn(day);
  const before = stored?.shift ?? null;
  return before && (planned === null || planned._id === before._id) ? before : planned;
}

/** The shift to be worked on a day; null on a day off. */
export function workOf(day: Day, schedule: Schedule, stored: AttendanceDay | null): ShiftTemplate | null {
  return schedule.worksOn(day) ? shiftOfDay(day, schedule, stored) : null;
}

/** That another shift was planned at the first punch. */
export function changedShiftReasons(day: Day, schedule: Schedule, stored: AttendanceDay | null): Reason[] {
  const before = stored?.shift ?? null;
  const work = workOf(day, schedule, stored);
  if (!before || !work || work._id === before._id) return [];
  return [reason('SHIFT_CHANGED', { from: before.name, to: work.name })];
}
