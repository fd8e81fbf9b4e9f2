import type { Instant } from '#contracts/common';
import type { LeaveBalance } from '#contracts/leave';
import type { Account } from '../../accounts/rules';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { findLeaveTypes } from '../data/leave-types';
import { leaveBalances } from '../domain/balances';
import { leaveByUse } from '../domain/leave-by-use';

/** The balances of a person from their account, what they take most first. */
export async function balancesByUse(
  person: Employee,
  loading: Account | Promise<Account>,
  now: Instant,
): Promise<LeaveBalance[]> {
  const [account, types] = await Promise.all([loading, findLeaveTypes(now)]);
  return leaveByUse(leaveBalances(person, account, types, dayOf(now), now));
}
