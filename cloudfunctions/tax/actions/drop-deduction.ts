import { strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { dropped } from '../domain/deductions/deduction-file';
import { deductionId } from '../inputs/deduction';
import { changeFile } from '../services/change-file';

/**
 * Takes back a deduction that waits or was returned. Idempotent: one that is not there is gone already.
 * @throws AppError DEDUCTION_REFUSED if it is accepted, BUSY
 */
export const dropDeduction = employeeAction<TaxContract['dropDeduction']>({
  input: strictObject({ id: deductionId }),
  allow: can('update', 'OwnProfile'),
  run: ({ input: { id }, me, now }) =>
    changeFile({ employeeId: me._id }, dayOf(now), (file) => dropped(file, id)),
});
