import type { Instant } from '#contracts/common';
import type { PhoneCheck } from '#contracts/second-check';
import { readSoterResult } from '../../shared/biometric/soter-result';
import { isSoterSigned } from '../../shared/biometric/soter-signature';
import { AppError } from '../../shared/errors/app-error';
import { type Holder, isSignedText } from './signed';

/**
 * The check of the phone: a challenge of at most two minutes that was given to this employee, and a result that WeChat
 * confirms was signed by their phone. No template or image reaches the server.
 * @throws AppError PHONE_CHECK_FAILED
 */
export async function requirePhoneCheck(check: PhoneCheck, holder: Holder, now: Instant): Promise<void> {
  const result = readSoterResult(check.resultJSON);
  const isOwn = result !== null && isSignedText(result.raw, 'challenge', holder, now);
  if (isOwn && (await isSoterSigned(holder.openid, check.resultJSON, check.resultJSONSignature))) return;
  throw new AppError('PHONE_CHECK_FAILED', {});
}
