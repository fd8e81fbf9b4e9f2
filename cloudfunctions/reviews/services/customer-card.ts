import { createHash } from 'node:crypto';
import { textFingerprint } from '../../shared/privacy/field-cipher';

/** 132 bits, in the letters of an address. */
const CODE_LENGTH = 22;

/**
 * The code of a card, from the tap that makes it and a key that only the function has. The database has neither the tap nor the
 * code, so that it is shown to who has made it and to nobody afterwards; the same tap again gets the same code.
 * @throws AppError SETUP_MISSING
 */
export const customerCodeOf = (cycleId: string, subjectId: string, tap: string): string =>
  textFingerprint(`customer code:${cycleId}:${subjectId}:${tap}`).slice(0, CODE_LENGTH);

/** What a card is found by. A code is random enough for a plain hash. */
export const codeHash = (code: string): string => createHash('sha256').update(code).digest('base64url');

/**
 * The WeChat user whom a card belongs to once they have opened it. Of another card it is another text, and of their answer as
 * well: without the key neither leads to the other.
 */
export const accountOf = (cardId: string, openid: string): string =>
  textFingerprint(`customer card:${cardId}:${openid}`);

/**
 * A customer as a rater: the same WeChat user about the same person is the same one, so that nobody answers twice with two
 * cards. The text is in no other document.
 */
export const customerRater = (cycleId: string, subjectId: string, openid: string): string =>
  textFingerprint(`customer rater:${cycleId}:${subjectId}:${openid}`);
