import { strictObject } from 'valibot';
import type { SalaryChangeContract } from '#contracts/salary-change';
import { recordAccess } from '../../shared/audit/record-access';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { salaryLines } from '../inputs/lines';
import { findDeciders } from '../services/deciders';
import { planFor } from '../services/plan';

/**
 * What a change would be: before and after, the months that get a difference, every line that is wrong, and who could decide.
 * Nothing is saved; that the stored salaries were read is recorded.
 */
export const checkSalaryChange = employeeAction<SalaryChangeContract['checkSalaryChange']>({
  input: strictObject({ lines: salaryLines }),
  allow: can('update', 'Payroll'),
  async run({ input: { lines }, me, now }) {
    const { problems, steps } = await planFor(lines, { askerId: me._id, now });
    const ids = steps.map(({ person }) => person.id);
    const [deciders] = await Promise.all([
      findDeciders(
        lines.map(({ employeeId }) => employeeId),
        me._id,
        now,
      ),
      ids.length > 0 &&
        recordAccess({
          ...{ what: 'salary-change', aboutId: `salary-check:${me._id}`, ownerIds: ids },
          ...{ at: now, readerId: me._id, readerName: me.name },
        }),
    ]);
    return { problems, steps, deciders };
  },
});
