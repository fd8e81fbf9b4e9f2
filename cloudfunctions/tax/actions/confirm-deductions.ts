import { strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { confirmed } from '../domain/deductions/deduction-file';
import { year } from '../inputs/deduction';
import { changeFile } from '../services/change-file';

/**
 * Confirms for a year all that goes on; without it nothing is deducted from January on.
 * @throws AppError DEDUCTION_REFUSED, DEDUCTION_INVALID, BUSY
 */
export const confirmDeductions = employeeAction<TaxContract['confirmDeductions']>({
  input: strictObject({ year }),
  allow: can('update', 'OwnProfile'),
  run({ input, me, now }) {
    const today = dayOf(now);
    return changeFile({ employeeId: me._id }, today, (file) => confirmed(file, input.year, today));
  },
});
