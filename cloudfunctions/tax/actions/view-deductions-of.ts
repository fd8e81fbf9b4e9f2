import { strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDeductionFile } from '../data/deduction-files';
import { deductionsView } from '../domain/deductions/deductions-view';
import { personOf } from '../services/person-of';

/** What somebody declared, for who checks it; the reading is recorded before it is shown. @throws AppError NOT_FOUND */
export const viewDeductionsOf = employeeAction<TaxContract['deductionsOf']>({
  input: strictObject({ employeeId }),
  allow: can('read', 'TaxDeductions'),
  async run({ input, me, now }) {
    const person = await personOf(input.employeeId, now);
    const { rev, entries } = await findDeductionFile(person._id);
    await recordAccess({
      ...{ what: 'deductions', ownerId: person._id, aboutId: `deductions:${person._id}` },
      ...{ readerId: me._id, readerName: me.name, at: now },
    });
    return { person: briefOf(person), ...deductionsView(entries, rev, dayOf(now)) };
  },
});
