import { strictObject } from 'valibot';
import type { PayProofContract } from '#contracts/pay-files';
import { rootDepartment } from '../../people/public';
import { opening, requireOpened } from '../../second-check/public';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { month, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { saveProof } from '../data/pay-proofs';
import { findOwnSlip } from '../services/own-slip';
import { codeOf, proofHash } from '../services/proof-hash';

/** How long a bank is told that a proof is genuine. */
const VALID_DAYS = 90;

/**
 * A proof of one's own published slip for a bank, with a code by which whoever gets it asks whether it is genuine. The same
 * slip has the same code, so that a retry makes no second one.
 * @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND, VERSION_CONFLICT
 */
export const provePayslip = employeeAction<PayProofContract['provePayslip']>({
  input: strictObject({ month, version: revision, opening }),
  allow: can('read', 'OwnPay'),
  async run({ input, me, openid, now }) {
    await requireOpened(input.opening, { employeeId: me._id, openid }, now);
    const [{ slip, version }, company] = await Promise.all([
      findOwnSlip(me._id, input.month),
      rootDepartment(now),
    ]);
    if (version !== input.version) throw new AppError('VERSION_CONFLICT', { version });
    const { gross, contributions, tax, net } = slip.content.totals;
    const code = codeOf(me._id, slip.month, version);
    const [madeOn, until] = [dayOf(now), addDays(dayOf(now), VALID_DAYS)];
    await saveProof({
      ...{ _id: proofHash(code, net), employeeId: me._id, month: slip.month, version },
      ...{ madeAt: now, until },
    });
    return {
      ...{ code, company: company?.name ?? { 'zh-CN': '', en: '' }, name: me.name, nameEn: me.nameEn },
      ...{ month: slip.month, paidOn: slip.paidOn, gross, contributions, tax, net },
      ...{ job: me.job, hiredOn: me.hiredOn, madeOn, until },
    };
  },
});
