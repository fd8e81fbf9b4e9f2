import { optional, strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import type { TeamMember } from '#contracts/team';
import { findAccounts } from '../../accounts/public';
import { findOwnRules } from '../../company-rules/public';
import { findSchedules } from '../../schedule/public';
import { attendanceSettings } from '../../schedule/rules-time';
import { addDays, dayOf, daysBetween } from '../../shared/calendar/company-time';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { daysByPerson, findDaysByKey, hasLeftOut } from '../data/attendance-days';
import { type DayContext, dayAt, plannedDayOf } from '../domain/day-at';
import { dayReport } from '../domain/day-report';
import { presenceOf } from '../domain/presence';
import { requestsSince } from '../domain/requests-since';
import { slotDay } from '../domain/slot-day';
import { findTeamPage, membersOf } from '../services/team-page';

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
    const { people, leftOut, next } = await findTeamPage(me, departmentId, cursor);
    const civil = dayOf(now);
    const plans = await findSchedules(people, daysBetween(addDays(civil, -1), addDays(civil, 2)), now);
    const planned = new Map(
      people.map(({ _id }) => {
        const plan = plans.get(_id);
        const day = plan && plannedDayOf(now, { schedule: plan, spans: [] });
        return [_id, day ? [addDays(day, -1), day, addDays(day, 1)] : []] as const;
      }),
    );
    const [days, accounts, rules] = await Promise.all([
      findDaysByKey([...planned].flatMap(([id, own]) => own.map((each) => [id, each] as const))),
      findAccounts(
        people.map(({ _id }) => _id),
        requestsSince(dayOf(now)),
      ),
      findOwnRules(now),
    ]);
    const { latestEnd } = attendanceSettings(rules);
    const byPerson = daysByPerson(days);
    return {
      ...membersOf(people, leftOut, (person) => {
        const [schedule, account] = [plans.get(person._id), accounts.get(person._id)];
        if (!schedule || !account || hasLeftOut(person._id, planned.get(person._id) ?? [])) return 'left-out';
        const stored = byPerson.get(person._id) ?? new Map();
        const context = { schedule, spans: Object.values(account.spans), stored, latestEnd };
        return memberOf(person, context, now);
      }),
      next,
    };
  },
});

/** Null if the person is not employed on the day. */
function memberOf(person: Employee, context: DayContext, now: number): TeamMember | null {
  const { schedule, spans, latestEnd } = context;
  const day = dayAt(now, context);
  if (!schedule.employedOn(day)) return null;
  const stored = context.stored.get(day) ?? null;
  const report = dayReport(day, schedule, stored, now, spans, latestEnd);
  const { work, covers } = slotDay(day, schedule, stored, spans);
  return {
    id: person._id,
    name: person.name,
    nameEn: person.nameEn,
    day,
    shift: report.shift,
    ...presenceOf({ report, work, covers, now }),
  };
}
