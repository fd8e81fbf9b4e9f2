import { strictObject } from 'valibot';
import type { OneOffPayContract } from '#contracts/one-off-pay';
import { findEmployee } from '../../people/public';
import { recordAccess } from '../../shared/audit/record-access';
import { AppError } from '../../shared/errors/app-error';
import { day, employeeId, month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOneOff } from '../data/one-off-pay';
import { bonusEntry } from '../inputs/one-off';
import { bonusPreview } from '../services/bonus-preview';

/**
 * What a yearly bonus costs in tax by itself and with the wages, and whether a smaller one would bring more; nothing is
 * saved. It tells about the person's pay, so that the reading is recorded. @throws AppError NOT_FOUND, ONE_OFF_REFUSED,
 * MONTH_OUT_OF_RANGE, PAY_RUN_REFUSED
 */
export const previewBonus = employeeAction<OneOffPayContract['previewBonus']>({
  input: strictObject({ employeeId, month, paidOn: day, entry: bonusEntry }),
  allow: can('update', 'Payroll'),
  async run({ input: { employeeId: id, month: of, paidOn, entry }, me, now }) {
    const [person, before] = await Promise.all([findEmployee(id), findOneOff(id, of)]);
    if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
    const reader = { at: now, readerId: me._id, readerName: me.name };
    await recordAccess({ what: 'one-off-pay', aboutId: `bonus:${id}:${of}`, ownerIds: [id], ...reader });
    return bonusPreview({ person, month: of, paidOn, entry, before, now });
  },
});
