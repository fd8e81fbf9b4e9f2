import { nullable, strictObject } from 'valibot';
import type { TaxContract } from '#contracts/tax';
import { dayOf } from '../../shared/calendar/company-time';
import { clientKey } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { type Declared, declared } from '../domain/deductions/deduction-file';
import { deductionId, draft } from '../inputs/deduction';
import { changeFile } from '../services/change-file';

/**
 * Declares a deduction, or a change of one from a month on; it counts once HR has accepted it. Idempotent by key. Names of
 * children, parents and certificates are private and go to no check outside.
 * @throws AppError DEDUCTION_INVALID, DEDUCTION_REFUSED, NOT_FOUND, BUSY
 */
export const declareDeduction = employeeAction<TaxContract['declareDeduction']>({
  input: strictObject({ key: clientKey, replaces: nullable(deductionId), ...draft }),
  allow: can('update', 'OwnProfile'),
  run({ input: { key, ...content }, me, now }) {
    const today = dayOf(now);
    const entry: Declared = { id: key, ...content };
    return changeFile({ employeeId: me._id }, today, (file) => declared(file, entry, now, today));
  },
});
