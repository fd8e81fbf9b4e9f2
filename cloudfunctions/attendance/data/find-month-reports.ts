import type { Day, Minutes, Month } from '#contracts/common';
import type { MonthAttendance, MonthDay, PayItems } from '#contracts/month';
import { findAccounts } from '../../accounts/public';
import type { AccountSpan } from '../../accounts/rules';
import { findOwnRules } from '../../company-rules/public';
import { findSchedules } from '../../schedule/public';
import type { Schedule } from '../../schedule/rules';
import { attendanceSettings } from '../../schedule/rules-time';
import { dayOf, daysOfMonth } from '../../shared/calendar/company-time';
import { isolated } from '../../shared/faults/isolated';
import type { Employee } from '../../shared/kernel/employee';
import type { AttendanceDay } from '../domain/attendance-day';
import { dayReport } from '../domain/day-report';
import { monthTotals } from '../domain/month-totals';
import { overtimeCredits, withNeighbours } from '../domain/overtime-credit';
import { payItems } from '../domain/pay-items';
import { requestsSince } from '../domain/requests-since';
import { daysByPerson, findDaysForFigures, hasLeftOut } from './attendance-days';

/** One person's month: all days, and the totals so far. */
export interface MonthReport {
  readonly employeeId: string;
  readonly days: readonly MonthDay[];
  readonly totals: MonthAttendance['totals'];
  readonly pay: PayItems;
}

/**
 * The month of these people, in the given order: one read per thousand stored days, computed in the same way as
 * the person's own calendar. Without people whose documents cannot be used.
 */
export async function findMonthReports(
  people: readonly Employee[],
  month: Month,
  now: number,
): Promise<MonthReport[]> {
  const days = daysOfMonth(month);
  const keys = people.flatMap(({ _id }) => withNeighbours(days).map((day) => [_id, day] as const));
  const stored = daysByPerson(await findDaysForFigures(keys, 'reasons'));
  const [schedules, accounts, rules] = await Promise.all([
    findSchedules(people, days, now),
    findAccounts(
      people.map(({ _id }) => _id),
      requestsSince(days[0] ?? dayOf(now)),
    ),
    findOwnRules(now),
  ]);
  const { latestEnd } = attendanceSettings(rules);
  return people.flatMap(({ _id }) => {
    const [schedule, account] = [schedules.get(_id), accounts.get(_id)];
    if (!schedule || !account || hasLeftOut(_id, withNeighbours(days))) return [];
    const about = { collection: 'employees', document: _id };
    const month = { days, schedule, spans: Object.values(account.spans), now, latestEnd };
    return isolated(about, () => reportOf(_id, { ...month, stored: stored.get(_id) ?? new Map() })) ?? [];
  });
}

interface MonthOf {
  readonly days: readonly Day[];
  readonly schedule: Schedule;
  readonly spans: readonly AccountSpan[];
  readonly stored: ReadonlyMap<Day, AttendanceDay>;
  readonly now: number;
  readonly latestEnd: Minutes;
}

function reportOf(
  employeeId: string,
  { days, schedule, spans, stored, now, latestEnd }: MonthOf,
): MonthReport {
  const creditOf = overtimeCredits({ stored, spans, latestEnd, now });
  const reports = days.map((day) =>
    dayReport(day, schedule, stored.get(day) ?? null, now, spans, latestEnd, creditOf),
  );
  const past = reports.filter(({ day }) => day <= dayOf(now));
  const pay = payItems(
    past.map(({ day }) => day),
    spans,
    schedule.kindOn,
    creditOf,
  );
  return { employeeId, days: reports, totals: monthTotals(past), pay };
}
