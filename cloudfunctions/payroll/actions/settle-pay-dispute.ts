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
import { findPublished } from '../data/pay-runs';
import { findSlip, saveAnswers } from '../data/payslips';
import { withoutRun, withSettled } from '../domain/dispute';
import { findPayReach } from '../services/pay-reach';

/**
 * Says that the difference of an answered dispute, which no run pays any more, is settled by payroll. Until then it stands among
 * the open ones. Not while its month is recalled. Nobody settles their own. Idempotent.
 * @throws AppError NOT_FOUND, FORBIDDEN `own`, PAY_DISPUTE_REFUSED, VERSION_CONFLICT
 */
export const settlePayDispute = employeeAction<PayrollContract['settlePayDispute']>({
  input: strictObject({ employeeId, month, rev: revision, id: clientKey }),
  allow: can('decide', 'Payroll'),
  async run({ input, me, now }) {
    if (input.employeeId === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
    const [person, slip, [run], reach] = await Promise.all([
      findEmployee(input.employeeId),
      findSlip(input.employeeId, input.month),
      findPublished([input.month]),
      findPayReach(dayOf(now)),
    ]);
    if (!person || !slip) throw new AppError('NOT_FOUND', { what: 'dispute' });
    // A month that was recalled is worked out once more, and pays it.
    if (run?.state !== 'published') throw new AppError('PAY_DISPUTE_REFUSED', { rule: 'recalled' });
    const owed = withoutRun(slip.disputes, input.month, person, reach);
    const settled = withSettled(owed, input.id, { at: now, by: briefOf(me) });
    const disputes = settled === owed ? slip.disputes : settled;
    await recordAccess({
      ...{ what: 'pay-dispute', aboutId: `settled:${slip._id}:${input.id}`, ownerId: person._id },
      ...{ at: now, readerId: me._id, readerName: me.name },
    });
    const saved =
      disputes === slip.disputes
        ? slip
        : slip.rev === input.rev
          ? await saveAnswers(slip, { ...slip, disputes })
          : null;
    const dispute = disputes.find(({ id }) => id === input.id);
    if (!saved || !dispute) throw new AppError('VERSION_CONFLICT', { version: slip.rev });
    return { person: briefOf(person), month: slip.month, rev: saved.rev, dispute };
  },
});
