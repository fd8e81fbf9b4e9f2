import { createHash } from 'node:crypto';
import type { PunchInput } from '#contracts/punch';
import { findSiteSecret, isSigned, signatureOf } from '../../sites/public';
import { isSoterSigned } from '../data/soter';
import {
  type Challenge,
  challengeBody,
  isAnswerable,
  readChallenge,
  readSoterResult,
} from '../domain/biometric-challenge';
import type { BiometricCheck } from '../domain/decide-punch';

/** A challenge is good for one employee: the number is part of what is signed. */
export function signChallenge(key: string, employeeId: string, challenge: Challenge): string {
  const body = challengeBody(challenge);
  return `${body}.${signatureOf(key, 'challenge', `${employeeId}\n${body}`)}`;
}

/**
 * Checks a fingerprint or face check: our own challenge to this employee, not older than two minutes, and signed
 * by the WeChat user's phone as WeChat says. No template and no picture ever reaches the server.
 */
export async function biometricCheck(
  given: NonNullable<PunchInput['biometric']>,
  employeeId: string,
  openid: string,
  now: number,
): Promise<BiometricCheck> {
  const result = readSoterResult(given.resultJSON);
  const challenge = result && (await ownChallenge(result.raw, employeeId, now));
  if (!challenge) return { confirmed: false };
  const signed = await isSoterSigned(openid, given.resultJSON, given.resultJSONSignature);
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

/** Which phone it was, without keeping the number of its chip. */
const phoneOf = (cpuId: string): string =>
  `chip-${createHash('sha256').update(cpuId).digest('base64url').slice(0, 32)}`;
