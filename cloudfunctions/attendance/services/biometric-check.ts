import { createHash } from 'node:crypto';
import type { PunchInput } from '#contracts/punch';
import { readSoterResult } from '../../shared/biometric/soter-result';
import { isSoterSigned } from '../../shared/biometric/soter-signature';
import { findSiteSecret, isSigned, signatureOf } from '../../sites/public';
import { type Challenge, challengeBody, isAnswerable, readChallenge } from '../domain/biometric-challenge';
import type { BiometricCheck } from '../domain/decide-punch';

/** The signature includes the employee number, so that a challenge is valid for one employee only. */
export function signChallenge(key: string, employeeId: string, challenge: Challenge): string {
  const body = challengeBody(challenge);
  return `${body}.${signatureOf(key, 'challenge', `${employeeId}\n${body}`)}`;
}

/**
 * Verifies a biometric check: a challenge issued to this employee, at most two minutes old, and a result that
 * WeChat confirms was signed by the user's phone. Templates and images never reach the server.
 */
export async function biometricCheck(
  answer: NonNullable<PunchInput['biometric']>,
  employeeId: string,
  openid: string,
  now: number,
): Promise<BiometricCheck> {
  const result = readSoterResult(answer.resultJSON);
  const challenge = result && (await ownChallenge(result.raw, employeeId, now));
  if (!challenge) return { confirmed: false };
  const signed = await isSoterSigned(openid, answer.resultJSON, answer.resultJSONSignature);
  if (!signed) return { confirmed: false };
  return { confirmed: true, challenge: challenge.nonce, device: result.cpuId && phoneOf(result.cpuId) };
}

async function ownChallenge(text: string, employeeId: string, now: number): Promise<Challenge | null> {
  const read = readChallenge(text);
  if (!read || !isAnswerable(read.challenge, now)) return null;
  const { challenge, signature } = read;
  const key = await findSiteSecret(challenge.siteId, challenge.version, now);
  const body = `${employeeId}\n${challengeBody(challenge)}`;
  return key && isSigned(key, 'challenge', body, signature) ? challenge : null;
}

/** An id of the phone that does not reveal the chip's number. */
const phoneOf = (cpuId: string): string =>
  `chip-${createHash('sha256').update(cpuId).digest('base64url').slice(0, 32)}`;
