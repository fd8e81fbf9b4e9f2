import { pipe, regex, strictObject, string } from 'valibot';
import type { PayslipsContract } from '#contracts/payslips';
import { briefOf } from '../../people/rules';
import { opening, requireOpened } from '../../second-check/public';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, month, nonEmptyText, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { withDispute } from '../domain/dispute';
import { stateOf } from '../domain/slip-view';
import { changeOwnSlip } from '../services/change-own-slip';
import { tellDispute } from '../services/tell-payroll';

const MAX_TEXT = 500;
/** The path of a line. */
const line = pipe(string(), regex(/^[A-Za-z0-9._~-]{1,80}(\/[A-Za-z0-9._~-]{1,80})?$/));

/**
 * The caller doubts one line of their slip, with a day by which payroll answers. Idempotent by `key`.
 * @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND, PAY_DISPUTE_REFUSED, VERSION_CONFLICT, BUSY
 */
export const disputePayslip = employeeAction<PayslipsContract['disputePayslip']>({
  input: strictObject({
    ...{ key: clientKey, month, version: revision, line, text: nonEmptyText(MAX_TEXT), opening },
  }),
  allow: can('update', 'OwnPay'),
  texts: ({ text }) => [text],
  async run({ input, me, now, openid }) {
    await requireOpened(input.opening, { employeeId: me._id, openid }, now);
    const { slip } = await changeOwnSlip(me._id, input, ({ slip: before, publishedAt }) => ({
      disputes: withDispute(before, input, publishedAt, now),
    }));
    const dispute = slip.disputes.find(({ id }) => id === input.key);
    if (!dispute) throw new AppError('NOT_FOUND', { what: 'dispute' });
    await tellDispute(input.month, dispute.id, briefOf(me), now);
    return { dispute, state: stateOf(slip, input.version), rev: slip.rev };
  },
});
