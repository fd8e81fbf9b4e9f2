import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '#contracts/common';
import { textFingerprint } from '../../shared/privacy/field-cipher';
import { bodyOf, readSignedText, signedPart, type Use } from '../domain/signed-text';

/** Who a signed text is for. */
export interface Holder {
  readonly employeeId: string;
  readonly openid: string;
}

const LIFETIME_MS: Readonly<Record<Use, number>> = { challenge: 120_000, opening: 300_000 };

/** A text that this employee gives back as this WeChat user; nothing of it is stored. @throws AppError SETUP_MISSING */
export function signedText(use: Use, holder: Holder, now: Instant): { token: string; until: Instant } {
  const until = (now + LIFETIME_MS[use]) as Instant;
  const body = bodyOf({ until, nonce: randomBytes(16).toString('base64url') });
  return { token: `${body}.${signatureOf(use, body, holder)}`, until };
}

/** Whether the text was given to this employee and WeChat user for this use, and is not over. */
export function isSignedText(text: string, use: Use, holder: Holder, now: Instant): boolean {
  const read = readSignedText(text);
  // No earliest moment: clocks of two instances differ, and only the server signs.
  if (!read || now > read.until) return false;
  const [expected, given] = [signatureOf(use, read.body, holder), read.signature].map((each) =>
    Buffer.from(each),
  );
  return expected?.length === given?.length && timingSafeEqual(expected as Buffer, given as Buffer);
}

/** When a text that holds was signed. */
export const signedAt = (text: string, use: Use): number =>
  (readSignedText(text)?.until ?? 0) - LIFETIME_MS[use];

const signatureOf = (use: Use, body: string, { employeeId, openid }: Holder): string =>
  textFingerprint(signedPart(use, body, employeeId, openid));
