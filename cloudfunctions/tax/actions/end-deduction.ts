import { strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { dayOf } from '../../shared/calendar/company-time';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { ended } from '../domain/deductions/deduction-file';
import { deductionId } from '../inputs/deduction';
import { changeFile } from '../services/change-file';

/**
 * Sets the last month of an accepted deduction. Nobody checks it: less is deducted.
 * @throws AppError NOT_FOUND, DEDUCTION_INVALID, DEDUCTION_REFUSED, BUSY
 */
export const endDeduction = employeeAction<TaxContract['endDeduction']>({
  input: strictObject({ id: deductionId, until: month }),
  allow: can('update', 'OwnProfile'),
  run: ({ input: { id, until }, me, now }) =>
    changeFile({ employeeId: me._id }, dayOf(now), (file) => ended(file, id, until)),
});
