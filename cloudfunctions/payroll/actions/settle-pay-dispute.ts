import { strictObject } from 'valibot';
import type { PayrollContract } from '#contracts/payroll';
import { findEmployee } from '../../people/public';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, employeeId, month, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPayReach } from '../services/pay-reach';
import { settleApart } from '../services/settle-apart';

/**
 * Says that the difference of an answered dispute, which no run pays any more, is settled by payroll. Until then it stands among
 * the open ones. Not while its month is recalled. Nobody settles their own. Idempotent.
 * @throws AppError NOT_FOUND, FORBIDDEN `own`, PAY_DISPUTE_REFUSED, VERSION_CONFLICT, BUSY
 */
export const settlePayDispute = employeeAction<PayrollContract['settlePayDispute']>({
  input: strictObject({ employeeId, month, rev: revision, id: clientKey }),
  allow: can('decide', 'Payroll'),
  async run({ input: { employeeId: ownerId, month: of, rev, id }, me, now }) {
    if (ownerId === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
    const [person, reach] = await Promise.all([findEmployee(ownerId), findPayReach(dayOf(now))]);
    if (!person) throw new AppError('NOT_FOUND', { what: 'dispute' });
    await recordAccess({
      ...{ what: 'pay-dispute', aboutId: `settled:${ownerId}:${of}:${id}`, ownerId },
      ...{ at: now, readerId: me._id, readerName: me.name },
    });
    const settled = { at: now, by: briefOf(me) };
    const slip = await settleApart({ person, month: of, rev, id, reach, settled });
    const dispute = slip.disputes.find((each) => each.id === id);
    if (!dispute) throw new AppError('NOT_FOUND', { what: 'dispute' });
    return { person: briefOf(person), month: slip.month, rev: slip.rev, dispute };
  },
});
