import { strictObject } from 'valibot';
import type { PayslipsContract } from '#contracts/payslips';
import {
  DAYS_AFTER_LEAVING,
  firstMonthOpen,
  opening,
  openUntil,
  requireOpened,
} from '../../second-check/public';
import { AppError } from '../../shared/errors/app-error';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { saveAnswers } from '../data/payslips';
import { slipView } from '../domain/slip-view';
import { findOwnSlip } from '../services/own-slip';

/**
 * The caller's own slip of a month, behind the second check, and notes that it was read; for a while after the last day
 * that of the last months. Three reads, and a write the first time. @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND
 */
export const viewPayslip = employeeAction<PayslipsContract['payslip']>({
  input: strictObject({ month, opening }),
  allow: can('read', 'OwnPay'),
  daysAfterLeaving: DAYS_AFTER_LEAVING,
  async run({ input, me, now, openid }) {
    await requireOpened(input.opening, { employeeId: me._id, openid }, now);
    const first = firstMonthOpen(me, now);
    if (first !== null && input.month < first) throw new AppError('NOT_FOUND', { what: 'payslip' });
    const own = await findOwnSlip(me._id, input.month);
    const { slip, version } = own;
    const isNew = slip.readVersion !== version || slip.hasNewAnswer;
    // Whoever was faster has noted it as well.
    const read = isNew
      ? await saveAnswers(slip, { ...slip, readVersion: version, hasNewAnswer: false })
      : slip;
    const before = first !== null && own.before && own.before.month < first ? null : own.before;
    const until = openUntil(me, now);
    return slipView(read ?? { ...slip, readVersion: version }, { ...own, before, openUntil: until }, now);
  },
});
