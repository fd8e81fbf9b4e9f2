import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors/app-error';

const VARIABLE = 'CONSOLE_SECRET';
/** Characters: guessing is hopeless, so wrong ones need not be counted. */
const MIN_LENGTH = 32;

/**
 * Whoever runs an action from the console names the secret that the administrator set for the function. The platform
 * cannot tell the console for sure: a call without a login looks much like it. Takes the same time however much of
 * the secret is right.
 * @throws AppError SETUP_MISSING without a variable of 32 characters or more, CALLER_REFUSED for another secret
 */
export function requireConsoleSecret(
  given: unknown,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const expected = env[VARIABLE] ?? '';
  if (expected.length < MIN_LENGTH) throw new AppError('SETUP_MISSING', { what: VARIABLE });
  const isRight = typeof given === 'string' && timingSafeEqual(digestOf(given), digestOf(expected));
  if (!isRight) throw new AppError('CALLER_REFUSED', {});
}

/** Texts of any length become comparable. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
