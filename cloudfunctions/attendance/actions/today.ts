import { strictObject } from 'valibot';
import type { AttendanceContract } from '../../../typings/contracts/attendance';
import { addDays, dayOf, daysBetween, TIME_ZONE, UTC_OFFSET } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDays } from '../data/attendance-days';
import { findSites } from '../data/sites';
import { attendanceDayOf, closesAt } from '../domain/attendance-day-of';
import { dayReport } from '../domain/day-report';
import { MAX_ACCURACY } from '../domain/locate';
import { nextSlot } from '../domain/next-slot';
import { assignmentOn } from '../domain/schedule';
import { TODO_DAYS, todayTodos } from '../domain/today-todos';
import { loadSchedule } from './load-schedule';

/** Everything the Today screen shows. One read on a warm instance. */
export const today = employeeAction<AttendanceContract['today']>({
  input: strictObject({}),
  allow: can('read', 'OwnAttendance'),
  async run({ me, now }) {
    const civil = dayOf(now);
    const around = daysBetween(addDays(civil, -TODO_DAYS - 1), addDays(civil, 1));
    const schedule = await loadSchedule(me, around, now);
    const day = attendanceDayOf(now, schedule.shiftOn);
    const assignment = assignmentOn(me, day);
    const recent = daysBetween(addDays(day, -TODO_DAYS), addDays(day, -1));
    const [stored, sites] = await Promise.all([
      findDays(me._id, [...recent, day]),
      findSites(assignment?.siteIds ?? [], now),
    ]);
    const report = (each: typeof day) => dayReport(each, schedule, stored.get(each) ?? null, now);
    const { punches, shift, ...status } = report(day);
    return {
      me: { employeeId: me._id, name: me.name, nameEn: me.nameEn, language: me.language },
      now,
      timeZone: TIME_ZONE,
      utcOffset: UTC_OFFSET,
      day,
      closesAt: closesAt(day, schedule.shiftOn),
      shift,
      sites,
      maxAccuracy: MAX_ACCURACY,
      fieldPolicy: assignment?.fieldPolicy ?? 'forbidden',
      punches,
      next: nextSlot(stored.get(day)?.punches ?? [], shift?.endAt ?? null, now),
      status,
      todos: todayTodos(recent.map(report)),
    };
  },
});
