import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { findSiteSecret, type SiteSecret } from '../data/sites';
import { codeBody, readCode, type SiteCode } from '../domain/site-code';

/** Domain separation: a signature for one purpose is invalid for the other. */
type Purpose = 'code' | 'challenge';

/** HMAC-SHA256 as 43 characters of base64url. */
export function signatureOf(key: string, purpose: Purpose, body: string): string {
  return createHmac('sha256', key).update(`${purpose}\n${body}`).digest('base64url');
}

/** Compares in constant time. */
export function isSigned(key: string, purpose: Purpose, body: string, signature: string): boolean {
  const expected = Buffer.from(signatureOf(key, purpose, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** The next secret after `before`. */
export const newSecret = (before: SiteSecret | undefined): SiteSecret => ({
  version: (before?.version ?? 0) + 1,
  key: randomBytes(32).toString('base64url'),
});

/** The text shown on a screen. */
export function signCode(key: string, code: SiteCode): string {
  const body = codeBody(code);
  return `${body}.${signatureOf(key, 'code', body)}`;
}

/**
 * The content of a screen code; null if the signature is invalid. Does not check whether the code is current.
 */
export async function signedCodeOf(text: string, now: number): Promise<SiteCode | null> {
  const read = readCode(text);
  if (!read) return null;
  const key = await findSiteSecret(read.code.siteId, read.code.version, now);
  return key && isSigned(key, 'code', codeBody(read.code), read.signature) ? read.code : null;
}
