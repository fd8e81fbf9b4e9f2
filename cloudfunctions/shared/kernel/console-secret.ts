import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors/app-error';

const VARIABLE = 'CONSOLE_SECRET';
/** Minimum length: long enough that guessing is infeasible, so failures need not be counted. */
const MIN_LENGTH = 32;

/**
 * A console call must carry the secret that the administrator set for the function, because the platform cannot
 * reliably identify the console: a call without a login looks almost the same. Compares in constant time.
 * @throws AppError SETUP_MISSING if the variable is missing or shorter than 32 characters, CALLER_REFUSED for a
 * wrong secret
 */
export function requireConsoleSecret(
  secret: unknown,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const expected = env[VARIABLE] ?? '';
  if (expected.length < MIN_LENGTH) throw new AppError('SETUP_MISSING', { what: VARIABLE });
  const isRight = typeof secret === 'string' && timingSafeEqual(digestOf(secret), digestOf(expected));
  if (!isRight) throw new AppError('CALLER_REFUSED', {});
}

/** Hashed, because `timingSafeEqual` needs equal lengths. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
