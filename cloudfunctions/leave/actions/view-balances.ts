import { optional, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { findWholeAccount } from '../../accounts/public';
import { findEmployee } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { findLeaveTypes } from '../data/leave-types';
import { leaveBalances, ledgerLines } from '../domain/balances';
import { withMedicalPeriod } from '../domain/medical-facts';

/**
 * Leave balances with their ledger entries: the caller's own, and for HR those of any employee.
 * @throws AppError NOT_FOUND, also if the caller may not see the balances
 */
export const viewBalances = employeeAction<RequestsContract['balances']>({
  input: strictObject({ employeeId: optional(employeeId) }),
  allow: can('read', 'OwnRequests'),
  async run({ input, me, now }) {
    const [person, types] = await Promise.all([targetEmployee(me, input.employeeId), findLeaveTypes(now)]);
    const account = await findWholeAccount(person._id);
    return {
      balances: withMedicalPeriod(leaveBalances(person, account, types, dayOf(now), now), person, account),
      ledger: ledgerLines(account.entries),
    };
  },
});

async function targetEmployee(me: Employee, employeeId: string | undefined): Promise<Employee> {
  if (employeeId === undefined || employeeId === me._id) return me;
  const may = abilityOf(me).can('read', 'LeaveBalances');
  const person = may ? await findEmployee(employeeId) : null;
  if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
  return person;
}
