import { optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import type { Day } from '#contracts/common';
import type { TeamMember } from '#contracts/team';
import { findAccounts } from '../../accounts/public';
import type { AccountSpan } from '../../accounts/rules';
import { findGroupAfter } from '../../people/public';
import { findSchedules } from '../../schedule/public';
import type { Schedule } from '../../schedule/rules';
import { addDays, dayOf, daysBetween } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { findDaysByKey } from '../data/attendance-days';
import type { AttendanceDay } from '../domain/attendance-day';
import { attendanceDayOf } from '../domain/attendance-day-of';
import { dayReport, workOf } from '../domain/day-report';
import { presenceOf } from '../domain/presence';
import { requestedDay } from '../domain/requested-day';

/** People per page. */
const PAGE_SIZE = 40;
const id = employeeId;

/**
 * The current presence of a team. One read each for people, days and requests, regardless of the company's
 * size; three more for rosters, shifts and calendar on a cold instance.
 * @throws AppError FORBIDDEN for a department, unless the caller may see the whole company's attendance
 */
export const viewTeamToday = employeeAction<AttendanceContract['teamToday']>({
  input: strictObject({ departmentId: optional(id), cursor: optional(id) }),
  allow: can('read', 'TeamAttendance'),
  async run({ input: { departmentId, cursor = '' }, me, now }) {
    if (departmentId !== undefined && !abilityOf(me).can('read', 'CompanyAttendance'))
      throw new AppError('FORBIDDEN', {});
    const group = departmentId === undefined ? { managerId: me._id } : { departmentId };
    const people = await findGroupAfter(group, cursor, PAGE_SIZE);
    const civil = dayOf(now);
    const plans = await findSchedules(people, daysBetween(addDays(civil, -1), addDays(civil, 2)), now);
    const present = people.flatMap((person) => {
      const plan = plans.get(person._id);
      const day = plan && attendanceDayOf(now, plan.shiftOn);
      return plan && day && plan.employedOn(day) ? [{ person, plan, day }] : [];
    });
    const [days, accounts] = await Promise.all([
      findDaysByKey(present.map(({ person, day }) => [person._id, day])),
      findAccounts(present.map(({ person }) => person._id)),
    ]);
    const stored = new Map(days.map((each) => [each.employeeId, each]));
    const items = present.map((each) => {
      const spans = Object.values(accounts.get(each.person._id)?.spans ?? {});
      return memberOf({ ...each, spans }, stored.get(each.person._id) ?? null, now);
    });
    return { items, next: people.length === PAGE_SIZE ? (people.at(-1)?._id ?? null) : null };
  },
});

function memberOf(
  { person, plan, day, spans }: { person: Employee; plan: Schedule; day: Day; spans: readonly AccountSpan[] },
  stored: AttendanceDay | null,
  now: number,
): TeamMember {
  const report = dayReport(day, plan, stored, now, spans);
  const work = workOf(day, plan, stored);
  const requested = requestedDay(day, work, stored?.punches ?? [], spans);
  const covers = [...(stored?.covers ?? []), ...requested.covers];
  return {
    id: person._id,
    name: person.name,
    nameEn: person.nameEn,
    day,
    shift: report.shift,
    ...presenceOf({ report, work, covers, now }),
  };
}
