import { optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import type { Instant } from '#contracts/common';
import { freshAccountOf } from '../../accounts/public';
import { findOwnRules, ownRulesPrefetch } from '../../company-rules/public';
import { employeesById } from '../../people/public';
import { briefOf } from '../../people/rules';
import { findSchedule } from '../../schedule/public';
import { attendanceSettings } from '../../schedule/rules-time';
import { findLockedMonths, lockPrefetch } from '../../settlement/public';
import { dayOf, daysOfMonth, UTC_OFFSET } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { findDays } from '../data/attendance-days';
import { dayAt } from '../domain/day-at';
import { dayReport } from '../domain/day-report';
import { monthTotals } from '../domain/month-totals';
import { monthsOf } from '../domain/months-of';
import { overtimeCredits, withNeighbours } from '../domain/overtime-credit';
import { requestsSince } from '../domain/requests-since';

/**
 * One month of the caller, for HR also of another employee, with the reasons of each day. Three reads on a warm instance;
 * whether the month is locked is cached for a minute.
 * @throws AppError MONTH_OUT_OF_RANGE, FORBIDDEN, NOT_FOUND
 */
export const viewMonth = employeeAction<AttendanceContract['month']>({
  input: strictObject({ month, employeeId: optional(employeeId) }),
  allow: can('read', 'OwnAttendance'),
  async run({ input, me, now }) {
    const person = await personOf(input.employeeId, me, now);
    const range = monthsOf(person.hiredOn, dayOf(now));
    if (input.month < range.from || input.month > range.to) throw new AppError('MONTH_OUT_OF_RANGE', range);
    const days = daysOfMonth(input.month);
    const schedule = await findSchedule(person, days, now, [ownRulesPrefetch, lockPrefetch(input.month)]);
    const rules = await findOwnRules(now);
    const [stored, account, locked] = await Promise.all([
      findDays(person._id, withNeighbours(days)),
      freshAccountOf(person._id, requestsSince(days[0] ?? dayOf(now)), now),
      findLockedMonths([input.month], now),
    ]);
    const spans = Object.values(account.spans);
    const { latestEnd } = attendanceSettings(rules);
    const today = dayAt(now, { schedule, spans, stored, latestEnd });
    const creditOf = overtimeCredits({ stored, spans, latestEnd, now });
    const reports = days.map((day) =>
      dayReport(day, schedule, stored.get(day) ?? null, now, spans, latestEnd, creditOf),
    );
    return {
      month: input.month,
      isLocked: locked.length > 0,
      ...(person._id !== me._id && { person: briefOf(person) }),
      today,
      utcOffset: UTC_OFFSET,
      ...range,
      days: reports,
      totals: monthTotals(reports.filter(({ day }) => day <= today)),
    };
  },
});

/** The caller, or for HR the employee with this number. */
async function personOf(employeeId: string | undefined, me: Employee, now: Instant): Promise<Employee> {
  if (employeeId === undefined || employeeId === me._id) return me;
  if (!abilityOf(me).can('read', 'CompanyAttendance')) throw new AppError('FORBIDDEN', {});
  const person = (await employeesById([employeeId], now)).get(employeeId);
  if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
  return person;
}
