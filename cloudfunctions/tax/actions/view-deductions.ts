import { strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findDeductionFile } from '../data/deduction-files';
import { deductionsView } from '../domain/deductions/deductions-view';

/** The caller's own deductions. One read. */
export const viewDeductions = employeeAction<TaxContract['deductions']>({
  input: strictObject({}),
  allow: can('read', 'OwnProfile'),
  async run({ me, now }) {
    const { rev, entries } = await findDeductionFile(me._id);
    return deductionsView(entries, rev, dayOf(now));
  },
});
