import { strictObject } from 'valibot';
import type { SalaryVersion } from '#contracts/pay-item';
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

/**
 * Somebody's pay with its history, and the change that waits; the reading is recorded. Who looks at their own is told of no
 * request: what is asked for them they see once it is paid, and could not open. @throws AppError NOT_FOUND
 */
export const viewSalary = employeeAction<PayrollContract['salary']>({
  input: strictObject({ employeeId }),
  allow: can('read', 'Payroll'),
  async run({ input: { employeeId: id }, me, now }) {
    const isOwn = id === me._id;
    const [person, salary, waiting] = await Promise.all([
      findEmployee(id),
      findSalary(id),
      isOwn ? NOTHING : findWaiting([id], '', now),
    ]);
    if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
    const reader = { at: now, readerId: me._id, readerName: me.name };
    await recordAccess({ what: 'salary', aboutId: id, ownerId: id, ...reader });
    const { rev } = salary;
    const versions = isOwn ? salary.versions.map(withoutRequest) : salary.versions;
    return { person: briefOf(person), rev, versions, waiting: waiting.get(id) ?? null };
  },
});

const NOTHING: ReadonlyMap<string, string> = new Map();

const withoutRequest = (version: SalaryVersion): SalaryVersion => ({
  ...version,
  ...(version.mark && { mark: { ...version.mark, requestId: '' } }),
  ...(version.replaced && { replaced: version.replaced.map((mark) => ({ ...mark, requestId: '' })) }),
});
