import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { MAX_ACCURACY } from '../../../miniprogram/common/locate';
import { findAccountAndWaiting } from '../../approvals/public';
import { findSchedule } from '../../schedule/public';
import { assignmentOn } from '../../schedule/rules';
import { addDays, dayOf, daysBetween, TIME_ZONE, UTC_OFFSET } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSites, sitesById } from '../../sites/public';
import { findDays } from '../data/attendance-days';
import { attendanceDayOf, closesAt } from '../domain/attendance-day-of';
import { dayReport, workOf } from '../domain/day-report';
import { nextSlotOnDay } from '../domain/next-slot';
import { effectivePunches } from '../domain/requested-day';
import { TODO_DAYS, todayTodos } from '../domain/today-todos';

/** Data of the Today page. Two reads on a warm instance. */
export const viewToday = employeeAction<AttendanceContract['today']>({
  input: strictObject({}),
  allow: can('read', 'OwnAttendance'),
  async run({ me, now }) {
    const civil = dayOf(now);
    const around = daysBetween(addDays(civil, -TODO_DAYS - 1), addDays(civil, 1));
    const sitesPrefetch = [sitesById, assignmentOn(me, civil)?.siteIds ?? []] as const;
    const schedule = await findSchedule(me, around, now, [sitesPrefetch]);
    const day = attendanceDayOf(now, schedule.shiftOn);
    const assignment = assignmentOn(me, day);
    const recent = daysBetween(addDays(day, -TODO_DAYS), addDays(day, -1));
    const [stored, { account, waiting }, sites] = await Promise.all([
      findDays(me._id, [...recent, day]),
      findAccountAndWaiting(me._id, now),
      findSites(assignment?.siteIds ?? [], me._id, now),
    ]);
    const spans = Object.values(account.spans);
    const report = (each: typeof day) => dayReport(each, schedule, stored.get(each) ?? null, now, spans);
    const standing = effectivePunches(day, stored.get(day)?.punches ?? [], spans);
    const { punches, shift, ...status } = report(day);
    return {
      me: {
        employeeId: me._id,
        name: me.name,
        nameEn: me.nameEn,
        language: me.language,
        roles: me.roles,
      },
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
      next: nextSlotOnDay(day, workOf(day, schedule, stored.get(day) ?? null), standing, now),
      status,
      todos: todayTodos(recent.map(report)),
      waiting,
    };
  },
});
