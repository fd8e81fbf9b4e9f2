import { strictObject } from 'valibot';
import type { PayrollContract } from '#contracts/payroll';
import { findEmployee } from '../../people/public';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPayItems } from '../data/pay-items';
import { findSalary, saveSalaryVersions } from '../data/salaries';
import { withVersion } from '../domain/salary-versions';
import { itemsOn } from '../domain/shipped-items';
import { salaryVersion } from '../inputs/salary';

/**
 * What somebody is paid from a day on. A day in a locked month is accepted: the difference is paid with the next run.
 * Nobody sets their own pay. @throws AppError FORBIDDEN, NOT_FOUND, SALARY_INVALID, VERSION_CONFLICT
 */
export const saveSalary = employeeAction<PayrollContract['saveSalary']>({
  input: strictObject({ employeeId, rev: version, salary: salaryVersion }),
  allow: can('update', 'Payroll'),
  async run({ input: { employeeId: id, rev, salary }, me, now }) {
    if (id === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
    const [person, before, items] = await Promise.all([findEmployee(id), findSalary(id), findPayItems()]);
    if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
    const known = new Set(itemsOn(items?.versions ?? [], salary.from).items.map((each) => each.id));
    const versions = withVersion(before.versions, salary, known);
    const isRepeat = JSON.stringify(versions) === JSON.stringify(before.versions);
    if (isRepeat) return { person: briefOf(person), rev: before.rev, versions };
    const reader = { at: now, readerId: me._id, readerName: me.name };
    await recordAccess({ what: 'salary-change', aboutId: id, ownerId: id, ...reader });
    if (before.rev !== rev || !(await saveSalaryVersions(before, versions)))
      throw new AppError('VERSION_CONFLICT', { version: before.rev });
    return { person: briefOf(person), rev: rev + 1, versions };
  },
});
