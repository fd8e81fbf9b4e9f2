import { dayOf } from '../shared/calendar/company-time';
import type { Join } from '../shared/data/read-joined';
import { abilityOf } from '../shared/kernel/policy';
import type { TodaySource } from '../shared/todos/today-source';
import { plans } from './data/plans';
import { openPlanTodos, ownPlanTodos, type PlanOnToday, teamPlanTodos } from './domain/today-plans';

/** Open plans come first; nobody has more that are. */
const MOST_OWN = 10;
/** Of the direct reports together. */
const MOST_TEAM = 100;
const FIELDS = [
  ...['state', 'from', 'until', 'agreed.person', 'agreed.manager', 'measures.id', 'reportedOn', 'rank'],
];

/** Plans of the own direct reports that wait for their manager. */
const teamPlansToday: TodaySource<null> = {
  joins(me): Readonly<Record<string, Join>> {
    if (!abilityOf(me).can('read', 'TeamAttendance')) return {};
    const ofTeam = { from: plans, field: 'managerId', values: [me._id], fields: FIELDS };
    return { teamPlans: { ...ofTeam, latestBy: 'rank', max: MOST_TEAM } };
  },
  read: ({ teamPlans = [] }, now) => ({
    part: null,
    todos: teamPlanTodos(teamPlans as unknown as PlanOnToday[], dayOf(now)),
  }),
};

/** Own plans to write, to agree to and to report on, and those of the direct reports that wait. */
export const plansToday: TodaySource<null> = {
  joins: (me, now) => ({
    ownPlans: {
      ...{ from: plans, field: 'employeeId', values: [me._id], fields: FIELDS },
      ...{ latestBy: 'rank', max: MOST_OWN },
    },
    ...teamPlansToday.joins(me, now),
  }),
  read: (joined, now, me) => ({
    part: null,
    todos: [
      ...teamPlansToday.read(joined, now, me).todos,
      ...ownPlanTodos((joined.ownPlans ?? []) as unknown as PlanOnToday[], dayOf(now)),
    ],
  }),
};

/** What Today has of plans and, since nothing else there leads to them, the own ones that ask for nothing: on Pending. */
export const plansPending: TodaySource<null> = {
  joins: plansToday.joins,
  read: (joined, now, me) => ({
    part: null,
    todos: [
      ...plansToday.read(joined, now, me).todos,
      ...openPlanTodos((joined.ownPlans ?? []) as unknown as PlanOnToday[], dayOf(now)),
    ],
  }),
};
