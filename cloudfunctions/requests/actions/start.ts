import { strictObject } from 'valibot';
import type { RequestsContract } from '../../../typings/contracts/requests';
import { findSchedule } from '../../schedule/data/find-schedule';
import { addDays, dayOf, daysBetween } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findAccount } from '../data/accounts';
import { findDelegation } from '../data/delegations';
import { findLeaveTypes } from '../data/leave-types';
import { findTypes } from '../data/types';
import { formPlan, PLAN_DAYS } from '../domain/form/form-plan';
import { leaveBalances } from '../domain/leave/balances';
import { shownDelegation } from './delegate';

/** What the page for a new request needs. */
export const start = employeeAction<RequestsContract['start']>({
  input: strictObject({}),
  allow: can('read', 'OwnRequests'),
  async run({ me, now }) {
    const today = dayOf(now);
    const [types, leaveTypes, account, delegation, schedule] = await Promise.all([
      findTypes(now),
      findLeaveTypes(now),
      findAccount(me._id),
      findDelegation(me._id),
      findSchedule(me, daysBetween(today, addDays(today, PLAN_DAYS)), now),
    ]);
    return {
      types: types
        .filter(({ enabled }) => enabled)
        .map(({ id, version, kind, name, form }) => ({ id, version, kind, name, form })),
      balances: leaveBalances(me, account, leaveTypes, today, now),
      delegation: delegation && delegation.to >= today ? shownDelegation(delegation) : null,
      plan: formPlan(schedule, today),
    };
  },
});
