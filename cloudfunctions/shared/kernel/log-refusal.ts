import type { ErrorCode } from '#contracts/errors';
import { AppError } from '../errors/app-error';

/** What a call was found to be before it was refused; empty until then. */
export interface CallTrace {
  /** A name of this function's own, never what was sent. */
  action: string;
  /** The employee number, or the id of a system outside, once it is known who calls. */
  employeeId: string;
}

/**
 * Refusals that somebody meets who tries what they may not, what no phone of ours sends, or too much of it (ASVS
 * V16.3.2, V16.3.3). Whoever uses the Mini Program as it is meets few of them: a code that has run out, a typing error.
 */
const LOGGED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ACCESS_ENDED',
  'ACTION_UNKNOWN',
  'BIND_LIMIT',
  'BIOMETRIC_FAILED',
  'CALLER_REFUSED',
  'EVENT_INVALID',
  'EVENT_TOO_LARGE',
  'FORBIDDEN',
  'IDEMPOTENCY_KEY_REUSED',
  'INPUT_INVALID',
  'INVITE_INVALID',
  'OUT_OF_SCOPE',
  'PASS_LOCKED',
  'PASS_WRONG',
  'PHONE_CHECK_FAILED',
  'PUNCH_KEY_REUSED',
  'RATE_LIMITED',
  'REQUEST_KEY_REUSED',
  'CHECK_IN_KEY_REUSED',
  'SIGNATURE_EXPIRED',
  'SIGNATURE_INVALID',
  'SITE_CODE_INVALID',
]);

/** One line with the code, the action, who it was if that is known, and the id by which the platform's log has the call. */
export function logRefusal(error: unknown, { action, employeeId }: CallTrace, requestId: string): void {
  if (!(error instanceof AppError) || !LOGGED.has(error.code)) return;
  console.warn('REFUSED', error.code, action || '-', employeeId || '-', requestId);
}
