import type { MonthDay, PunchRecord, ShiftOnDay } from '../../../typings/contracts/attendance';
import type { Day } from '../../../typings/contracts/common';
import { isWorking } from '../../shared/calendar/day-kind';
import type { AttendanceDay } from './attendance-day';
import { closesAt } from './attendance-day-of';
import { dayStatus } from './day-status';
import { countingRecords } from './punch';
import type { Schedule } from './schedule';
import { shiftOnDay } from './shift';

/** One day of a person: the plan, what was stored, and what follows from both. */
export function dayReport(day: Day, schedule: Schedule, stored: AttendanceDay | null, now: number): MonthDay {
  const kind = schedule.kindOn(day);
  const employed = schedule.employedOn(day);
  const shift = stored?.shift ?? schedule.shiftOn(day);
  const punches = stored?.punches ?? [];
  const status = dayStatus({
    day,
    employed,
    kind,
    shift,
    punches,
    covers: stored?.covers ?? [],
    now,
    closesAt: closesAt(day, schedule.shiftOn),
  });
  const records: PunchRecord[] = countingRecords(punches);
  const planned: ShiftOnDay | null =
    shift && employed && isWorking(kind.kind) ? shiftOnDay(day, shift) : null;
  return { ...status, punches: records, shift: planned };
}
