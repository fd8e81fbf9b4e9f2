import type { AttendanceContract, PunchResult } from '../../../typings/contracts/attendance';
import type { Day, Instant } from '../../../typings/contracts/common';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { attempts, conflict } from '../../shared/kernel/attempts';
import { can } from '../../shared/kernel/policy';
import { bookPunch, findDays } from '../data/attendance-days';
import { findSites } from '../data/sites';
import type { AttendanceDay } from '../domain/attendance-day';
import { attendanceDayOf } from '../domain/attendance-day-of';
import { dayReport } from '../domain/day-report';
import { decidePunch, type PunchDecision } from '../domain/decide-punch';
import { nextSlot } from '../domain/next-slot';
import { punchRecord } from '../domain/punch';
import { assignmentOn, type Schedule } from '../domain/schedule';
import { shiftOnDay } from '../domain/shift';
import { loadSchedule } from './load-schedule';
import { punchInput } from './punch-input';

/**
 * Books one punch. Idempotent by `punchKey`; one read and one write on a warm instance. Whoever loses a race
 * reads again and decides again, so that two phones at once book one punch.
 * @throws AppError FORBIDDEN before the first day of employment, BUSY, and those of `decidePunch`
 */
export const punch = employeeAction<AttendanceContract['punch']>({
  input: punchInput,
  allow: can('punch', 'OwnAttendance'),
  async run({ input, me, now }) {
    const days = [now, input.tappedAt].flatMap((instant) => daysAround(dayOf(instant)));
    const schedule = await loadSchedule(me, days, now);
    const day = attendanceDayOf(now, schedule.shiftOn);
    if (!schedule.employedOn(day)) throw new AppError('FORBIDDEN', {});
    const claimedDay = attendanceDayOf(input.tappedAt, schedule.shiftOn);
    const assignment = assignmentOn(me, day);
    const sites = await findSites(assignment?.siteIds ?? [], now);
    const shift = schedule.shiftOn(day);
    return attempts(3, async () => {
      // A tap claimed just ahead of the border was booked on the day before the claimed one.
      const stored = await findDays(me._id, [day, claimedDay, addDays(claimedDay, -1)]);
      const before = stored.get(day) ?? null;
      const decision = decidePunch({
        employeeId: me._id,
        input,
        now,
        day,
        claimedDay,
        days: [...stored.values()],
        sites,
        fieldPolicy: assignment?.fieldPolicy ?? 'forbidden',
        shiftEnd: shiftEnd(before, schedule, day),
      });
      if (decision.outcome === 'already')
        return result(decision, stored.get(decision.day) ?? null, schedule, now);
      const after = await bookPunch(before, { employeeId: me._id, day, shift }, decision.punch);
      return after ? result(decision, after, schedule, now) : conflict;
    });
  },
});

const daysAround = (day: Day): Day[] => [addDays(day, -1), day, addDays(day, 1)];

function shiftEnd(stored: AttendanceDay | null, schedule: Schedule, day: Day) {
  const work = schedule.workOn(day);
  return work ? shiftOnDay(day, stored?.shift ?? work).endAt : null;
}

function result(
  decision: PunchDecision,
  stored: AttendanceDay | null,
  schedule: Schedule,
  now: Instant,
): PunchResult {
  const { outcome, punch: booked, day } = decision;
  const { punches, shift, ...status } = dayReport(day, schedule, stored, now);
  const next = nextSlot(stored?.punches ?? [], shift?.endAt ?? null, now);
  return { outcome, punch: punchRecord(booked), day, punches, next, status };
}
