import { strictObject } from 'valibot';
import type { RequestsContract } from '../../../typings/contracts/requests';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findAccount } from '../data/accounts';
import { findDelegation } from '../data/delegations';
import { findLeaveTypes } from '../data/leave-types';
import { findTypes } from '../data/types';
import { leaveBalances } from '../domain/leave/balances';
import { shownDelegation } from './delegate';

/** What the page for a new request needs. */
export const start = employeeAction<RequestsContract['start']>({
  input: strictObject({}),
  allow: can('read', 'OwnRequests'),
  async run({ me, now }) {
    const [types, leaveTypes, account, delegation] = await Promise.all([
      findTypes(now),
      findLeaveTypes(now),
      findAccount(me._id),
      findDelegation(me._id),
    ]);
    return {
      types: types
        .filter(({ enabled }) => enabled)
        .map(({ id, version, kind, name, form }) => ({ id, version, kind, name, form })),
      balances: leaveBalances(me, account, leaveTypes, dayOf(now), now),
      delegation: delegation && delegation.to >= dayOf(now) ? shownDelegation(delegation) : null,
    };
  },
});
