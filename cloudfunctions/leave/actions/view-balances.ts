import { optional, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { findAccount } from '../../accounts/public';
import { findEmployee } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { findLeaveTypes } from '../data/leave-types';
import { leaveBalances, ledgerLines } from '../domain/balances';

/**
 * Leave balances with the lines they come from: one's own, and anybody's for HR.
 * @throws AppError NOT_FOUND, also for somebody whose balances are not the caller's to see
 */
export const viewBalances = employeeAction<RequestsContract['balances']>({
  input: strictObject({ employeeId: optional(employeeId) }),
  allow: can('read', 'OwnRequests'),
  async run({ input, me, now }) {
    const [person, types] = await Promise.all([personOf(me, input.employeeId), findLeaveTypes(now)]);
    const account = await findAccount(person._id);
    return {
      balances: leaveBalances(person, account, types, dayOf(now), now),
      ledger: ledgerLines(account.entries),
    };
  },
});

async function personOf(me: Employee, employeeId: string | undefined): Promise<Employee> {
  if (employeeId === undefined || employeeId === me._id) return me;
  const may = abilityOf(me.roles).can('read', 'LeaveBalances');
  const person = may ? await findEmployee(employeeId) : null;
  if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
  return person;
}
