import type { Instant } from '#contracts/common';

/** What a signed text is good for: a challenge cannot open anything, and no opening is a challenge. */
export type Use = 'challenge' | 'opening';

/** Random, so that two of the same moment are different. */
export interface SignedText {
  readonly until: Instant;
  readonly nonce: string;
}

export const bodyOf = ({ until, nonce }: SignedText): string => `TXP1.${until.toString(36)}.${nonce}`;

/** What is signed: it holds for one employee and one WeChat user. */
export const signedPart = (use: Use, body: string, employeeId: string, openid: string): string =>
  `second check ${use}\n${employeeId}\n${openid}\n${body}`;

/** Parses a text without verifying it; null if malformed. */
export function readSignedText(text: string): { body: string; until: Instant; signature: string } | null {
  const [, body, until, signature] =
    /^(TXP1\.([0-9a-z]{1,9})\.[A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(text) ?? [];
  if (!body || !until || !signature) return null;
  return { body, until: Number.parseInt(until, 36) as Instant, signature };
}
