import { optional, picklist, strictObject } from 'valibot';
import type { Day, Instant } from '#contracts/common';
import type { ImprovementContract } from '#contracts/improvement';
import { employeesById, findGroupAfter } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { findPlans } from '../data/plans';
import type { Plan } from '../domain/plan';
import { planBrief } from '../domain/plan-view';
import { cursor } from '../inputs/plan';
import { standingOf } from '../services/standing';

const PAGE = 20;
/** Direct reports whose plans are shown. */
const MAX_TEAM = 200;

/**
 * Plans of oneself, of the direct reports, or of everybody (HR): open ones first. At most two reads on a warm instance, and the
 * people that are not cached.
 * @throws AppError FORBIDDEN
 */
export const listPlans = employeeAction<ImprovementContract['plans']>({
  input: strictObject({ scope: picklist(['mine', 'team', 'all']), cursor: optional(cursor) }),
  allow: can('read', 'Plans'),
  async run({ input: { scope, cursor: after }, me, now }) {
    const hasAll = abilityOf(me).can('read', 'AllPlans');
    if (scope === 'all' && !hasAll) throw new AppError('FORBIDDEN', { rule: 'role', roles: 'hr' });
    const ids = await idsOf(scope, me);
    const page = { ...(after !== undefined && { cursor: after }), limit: PAGE };
    const found = ids?.length === 0 ? [] : await findPlans(ids, page);
    const items = await Promise.all(found.map((plan) => briefFor(plan, me, dayOf(now), now)));
    const next = found.length === PAGE ? (found.at(-1)?.rank ?? null) : null;
    return { items, next, hasTeam: abilityOf(me).can('read', 'TeamAttendance'), hasAll };
  },
});

async function idsOf(scope: 'mine' | 'team' | 'all', me: Employee): Promise<readonly string[] | null> {
  if (scope === 'all') return null;
  if (scope === 'mine') return [me._id];
  const { people } = await findGroupAfter({ managerId: me._id }, '', MAX_TEAM);
  return people.map(({ _id }) => _id);
}

async function briefFor(plan: Plan, me: Employee, today: Day, now: Instant) {
  const known =
    plan.employeeId === me._id ? me : (await employeesById([plan.employeeId], now)).get(plan.employeeId);
  const who = known
    ? await standingOf(known, me, today, now)
    : { isSelf: false, isManager: false, isHr: true };
  return planBrief(plan, who, today);
}
