import { optional, strictObject } from 'valibot';
import type { Instant } from '../../../typings/contracts/common';
import type { FirstOfForm, RequestsContract } from '../../../typings/contracts/requests';
import { findAccount, type StoredAccount } from '../../accounts/data/accounts';
import { findLeaveTypes } from '../../leave/data/leave-types';
import { leaveBalances } from '../../leave/domain/balances';
import { findTypes } from '../../request-types/data/request-types';
import { findSchedule } from '../../schedule/data/find-schedule';
import { formPlan, PLAN_DAYS } from '../../schedule/domain/form-plan';
import { addDays, dayOf, daysBetween } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import { findDelegation } from '../data/delegations';
import { firstValues, leaveByUse } from '../domain/form/first-values';
import { typeId } from '../inputs/request';
import { foresee } from '../services/foresee';
import { shownDelegation } from './set-delegate';

/**
 * What the page for a new request needs and, where its type is told, what its form begins with. Two reads on a warm
 * instance, one more for a form.
 */
export const start = employeeAction<RequestsContract['start']>({
  input: strictObject({ typeId: optional(typeId) }),
  allow: can('read', 'OwnRequests'),
  async run({ input, me, now }) {
    const today = dayOf(now);
    const [types, leaveTypes, account, delegation, schedule] = await Promise.all([
      findTypes(now),
      findLeaveTypes(now),
      findAccount(me._id),
      findDelegation(me._id),
      findSchedule(me, daysBetween(today, addDays(today, PLAN_DAYS)), now),
    ]);
    const offered = types.filter(({ enabled }) => enabled);
    const balances = leaveByUse(leaveBalances(me, account, leaveTypes, today, now));
    const plan = formPlan(schedule, today);
    const type = offered.find(({ id }) => id === input.typeId);
    const draft = type && { type, values: firstValues(type, balances, plan, today) };
    return {
      types: offered.map(({ id, version, kind, name, form }) => ({ id, version, kind, name, form })),
      balances,
      delegation: delegation && delegation.to >= today ? shownDelegation(delegation) : null,
      plan,
      templates: idsOf(templatesOf(process.env)),
      first: draft ? await begun(draft, me, account, now) : null,
    };
  },
});

/** Many forms need something more before anything can be said of them. */
async function begun(
  draft: Parameters<typeof foresee>[0],
  me: Employee,
  account: StoredAccount,
  now: Instant,
): Promise<FirstOfForm> {
  const { values } = draft;
  try {
    return { values, preview: await foresee(draft, me, async () => account, now) };
  } catch (error) {
    if (error instanceof AppError) return { values, preview: null };
    throw error;
  }
}
