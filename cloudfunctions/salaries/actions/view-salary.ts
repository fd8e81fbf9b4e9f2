import { strictObject } from 'valibot';
import type { PayrollContract } from '#contracts/payroll';
import { findEmployee } from '../../people/public';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSalary } from '../data/salaries';

/** Somebody's pay with its history; the reading is recorded. @throws AppError NOT_FOUND */
export const viewSalary = employeeAction<PayrollContract['salary']>({
  input: strictObject({ employeeId }),
  allow: can('read', 'Payroll'),
  async run({ input, me, now }) {
    const [person, salary] = await Promise.all([
      findEmployee(input.employeeId),
      findSalary(input.employeeId),
    ]);
    if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
    const reader = { at: now, readerId: me._id, readerName: me.name };
    await recordAccess({ what: 'salary', aboutId: person._id, ownerId: person._id, ...reader });
    return { person: briefOf(person), rev: salary.rev, versions: salary.versions };
  },
});
