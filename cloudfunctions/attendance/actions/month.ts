import { pipe, regex, strictObject, string, transform } from 'valibot';
import type { AttendanceContract } from '../../../typings/contracts/attendance';
import type { Month } from '../../../typings/contracts/common';
import { dayOf, daysOfMonth, UTC_OFFSET } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDays } from '../data/attendance-days';
import { attendanceDayOf } from '../domain/attendance-day-of';
import { dayReport } from '../domain/day-report';
import { monthTotals } from '../domain/month-totals';
import { monthsOf } from '../domain/months-of';
import { loadSchedule } from './load-schedule';

const monthText = pipe(
  string(),
  regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  transform((value) => value as Month),
);

/** One month of the caller with the reasons of every day. One read on a warm instance. */
export const month = employeeAction<AttendanceContract['month']>({
  input: strictObject({ month: monthText }),
  allow: can('read', 'OwnAttendance'),
  async run({ input, me, now }) {
    const range = monthsOf(me.hiredOn, dayOf(now));
    if (input.month < range.from || input.month > range.to) throw new AppError('MONTH_OUT_OF_RANGE', range);
    const days = daysOfMonth(input.month);
    const schedule = await loadSchedule(me, days, now);
    const stored = await findDays(me._id, days);
    const today = attendanceDayOf(now, schedule.shiftOn);
    const reports = days.map((day) => dayReport(day, schedule, stored.get(day) ?? null, now));
    return {
      month: input.month,
      today,
      utcOffset: UTC_OFFSET,
      ...range,
      days: reports,
      totals: monthTotals(reports.filter(({ day }) => day <= today)),
    };
  },
});
