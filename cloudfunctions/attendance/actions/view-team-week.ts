import { exactOptional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { findAccounts } from '../../accounts/public';
import { briefOf } from '../../people/rules';
import { findSchedules } from '../../schedule/public';
import { addDays, dayOf, daysBetween, weekdayOf } from '../../shared/calendar/company-time';
import { employeeId, integerBetween } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { dayReport } from '../domain/day-report';
import { requestsSince } from '../domain/requests-since';
import { weekDayOf } from '../domain/team-week';
import { findTeamPage, membersOf } from '../services/team-page';

/** This week and the eight after it. */
const MAX_WEEK = 8;

/**
 * Who of a team is on leave, on a trip or rostered in a week. One read each for people and requests; three more for
 * rosters, shifts and calendar on a cold instance.
 * @throws AppError FORBIDDEN for a department, unless the caller may see the whole company's attendance
 */
export const viewTeamWeek = employeeAction<AttendanceContract['teamWeek']>({
  input: strictObject({
    week: integerBetween(0, MAX_WEEK),
    departmentId: exactOptional(employeeId),
    cursor: exactOptional(employeeId),
  }),
  allow: can('read', 'TeamAttendance'),
  async run({ input: { week, departmentId, cursor = '' }, me, now }) {
    const today = dayOf(now);
    const monday = addDays(today, week * 7 + 1 - weekdayOf(today));
    const days = daysBetween(monday, addDays(monday, 6));
    const { people, leftOut, next } = await findTeamPage(me, departmentId, cursor);
    const [plans, accounts] = await Promise.all([
      findSchedules(people, days, now),
      findAccounts(
        people.map(({ _id }) => _id),
        requestsSince(monday),
      ),
    ]);
    const members = membersOf(people, leftOut, (person) => {
      const [plan, account] = [plans.get(person._id), accounts.get(person._id)];
      if (!plan || !account) return 'left-out';
      if (!days.some((day) => plan.employedOn(day))) return null;
      const spans = Object.values(account.spans);
      const report = (day: (typeof days)[number]) => dayReport(day, plan, null, now, spans);
      return {
        ...briefOf(person),
        days: days.map((day) => weekDayOf(day, report(day), plan.employedOn(day))),
      };
    });
    return { ...members, next, monday, today };
  },
});
