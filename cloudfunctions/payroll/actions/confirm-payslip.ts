import { strictObject } from 'valibot';
import type { PayslipsContract } from '#contracts/payslips';
import { opening, requireOpened } from '../../second-check/public';
import { month, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { stateOf } from '../domain/slip-view';
import { changeOwnSlip } from '../services/change-own-slip';

/**
 * The caller says that their slip is right. A line can be disputed until the last day all the same. Idempotent.
 * @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND, VERSION_CONFLICT, BUSY
 */
export const confirmPayslip = employeeAction<PayslipsContract['confirmPayslip']>({
  input: strictObject({ month, version: revision, opening }),
  allow: can('update', 'OwnPay'),
  async run({ input, me, now, openid }) {
    await requireOpened(input.opening, { employeeId: me._id, openid }, now);
    const { slip } = await changeOwnSlip(me._id, input, ({ slip: { confirmedVersion } }) =>
      confirmedVersion === input.version ? {} : { confirmedVersion: input.version, confirmedAt: now },
    );
    return { state: stateOf(slip, input.version), rev: slip.rev };
  },
});
