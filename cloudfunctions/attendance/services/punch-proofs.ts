import type { PunchInput } from '#contracts/punch';
import type { Employee } from '../../shared/kernel/employee';
import { signedCodeOf } from '../../sites/public';
import type { PunchQuestion } from '../domain/decide-punch';
import { biometricCheck } from './biometric-check';

/**
 * Server-side verification of a punch's evidence: the code's signature, and WeChat's confirmation of the
 * biometric check. No database call on a warm instance.
 */
export async function punchProofs(
  { code, biometric }: PunchInput,
  me: Employee,
  openid: string,
  now: number,
): Promise<Pick<PunchQuestion, 'signedCode' | 'biometric'>> {
  return {
    signedCode: code === undefined ? null : await signedCodeOf(code, now),
    biometric: biometric ? await biometricCheck(biometric, me._id, openid, now) : null,
  };
}
