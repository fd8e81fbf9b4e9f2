import type { Instant } from '#contracts/common';
import type { LeaveBalance } from '#contracts/leave';
import type { Account } from '../../accounts/rules';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { findLeaveTypes } from '../data/leave-types';
import { leaveBalances } from '../domain/balances';
import { sortedByUse } from '../domain/sorted-by-use';

/** The balances of a person's account, sorted by use. */
export async function balancesByUse(
  person: Employee,
  loading: Account | Promise<Account>,
  now: Instant,
): Promise<LeaveBalance[]> {
  const [account, types] = await Promise.all([loading, findLeaveTypes(now)]);
  return sortedByUse(leaveBalances(person, account, types, dayOf(now), now));
}
