import { strictObject } from 'valibot';
import type { PayProofContract } from '#contracts/pay-files';
import { findStaff, rootDepartment } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { code } from '../../shared/inputs';
import { wechatAction } from '../../shared/kernel/action';
import { countProofTry, findProof } from '../data/pay-proofs';
import { findPublished } from '../data/pay-runs';
import { maskedName } from '../domain/proof-code';
import { netPay } from '../inputs/net-pay';
import { proofHash } from '../services/proof-hash';

const MAX_CODE = 20;

/**
 * Whether a proof is genuine, for whoever was given it: code and net pay have to be those of a slip that is still
 * published. Nothing is told that does not stand on the proof, the name only by its beginning; a wrong code, another amount
 * and a slip that was recalled are not told apart. Ten tries an hour for a WeChat user.
 * @throws AppError PROOF_LIMIT, PROOF_UNKNOWN
 */
export const checkProof = wechatAction<PayProofContract['checkProof']>({
  input: strictObject({ code: code(MAX_CODE), net: netPay }),
  async run({ input, openid, now }) {
    const retryAt = await countProofTry(openid, now);
    if (retryAt !== null) throw new AppError('PROOF_LIMIT', { retryAt });
    const proof = await findProof(proofHash(input.code, input.net));
    if (!proof || proof.until < dayOf(now)) throw new AppError('PROOF_UNKNOWN', {});
    const [[run], [person], company] = await Promise.all([
      findPublished([proof.month]),
      findStaff([proof.employeeId]),
      rootDepartment(now),
    ]);
    const isOut = run?.state === 'published' && run.version === proof.version;
    if (!isOut || !person) throw new AppError('PROOF_UNKNOWN', {});
    return {
      company: company?.name ?? { 'zh-CN': '', en: '' },
      name: maskedName(person.name),
      ...{ month: proof.month, until: proof.until },
    };
  },
});
