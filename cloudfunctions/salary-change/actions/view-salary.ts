import { strictObject } from 'valibot';
import type { PayrollContract } from '#contracts/payroll';
import { findEmployee } from '../../people/public';
import { briefOf } from '../../people/rules';
import { findSalary } from '../../salaries/public';
import { recordAccess } from '../../shared/audit/record-access';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findWaiting } from '../services/claims';

/** Somebody's pay with its history, and the change that waits; the reading is recorded. @throws AppError NOT_FOUND */
export const viewSalary = employeeAction<PayrollContract['salary']>({
  input: strictObject({ employeeId }),
  allow: can('read', 'Payroll'),
  async run({ input: { employeeId: id }, me, now }) {
    const [person, salary, waiting] = await Promise.all([
      findEmployee(id),
      findSalary(id),
      findWaiting([id], '', now),
    ]);
    if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
    const reader = { at: now, readerId: me._id, readerName: me.name };
    await recordAccess({ what: 'salary', aboutId: id, ownerId: id, ...reader });
    const { rev, versions } = salary;
    return { person: briefOf(person), rev, versions, waiting: waiting.get(id) ?? null };
  },
});
