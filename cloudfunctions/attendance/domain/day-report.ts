import type { Day } from '#contracts/common';
import type { MonthDay } from '#contracts/month';
import type { AccountSpan } from '../../accounts/rules';
import { type Schedule, type ShiftTemplate, shiftOnDay } from '../../schedule/rules';
import type { AttendanceDay } from './attendance-day';
import { closesAt } from './attendance-day-of';
import { dayStatus } from './day-status';
import { countingRecords } from './punch';
import { requestedDay } from './requested-day';
import { segmentPunches } from './segment-punches';

/** The report of one person's day from schedule, stored punches and requests (`spans` of the account). */
export function dayReport(
  day: Day,
  schedule: Schedule,
  stored: AttendanceDay | null,
  now: number,
  spans: readonly AccountSpan[] = [],
): MonthDay {
  const kind = schedule.kindOn(day);
  const employed = schedule.employedOn(day);
  const shift = stored?.shift ?? schedule.shiftOn(day);
  const work = workOf(day, schedule, stored);
  const requested = requestedDay(day, work, stored?.punches ?? [], employed ? spans : []);
  const status = dayStatus({
    day,
    employed,
    kind,
    roster: schedule.rosterOn(day),
    shift,
    punches: requested.counting,
    covers: [...(stored?.covers ?? []), ...requested.covers],
    now,
    closesAt: closesAt(day, schedule.shiftOn),
  });
  const groups = work ? segmentPunches(day, work, requested.effective) : [requested.effective];
  return {
    ...status,
    marks: [...status.marks, ...requested.marks],
    reasons: [...status.reasons, ...requested.reasons],
    punches: groups.flatMap(countingRecords),
    shift: work && shiftOnDay(day, work),
  };
}

/** The shift to be worked on a day, as it was when the day began; null on a day off. */
export function workOf(day: Day, schedule: Schedule, stored: AttendanceDay | null): ShiftTemplate | null {
  return schedule.worksOn(day) ? (stored?.shift ?? schedule.shiftOn(day)) : null;
}
