import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { callFunction } from '../../shared/platform/cloud';

/** Covers a cold start. */
const TIMEOUT_MS = 8_000;

interface Caller {
  /** Null for the console, which has named its secret. */
  readonly me: Employee | null;
  readonly openid: string;
}

/**
 * Whoever holds a key writes figures that people are paid by: somebody with the phone of HR alone may neither see nor make
 * one. `payroll` is asked, so that this function, which the internet reaches, needs no key of pay.
 * @throws AppError SECOND_CHECK_NEEDED, BUSY
 */
export async function requireOpened(opening: string | undefined, { me, openid }: Caller): Promise<void> {
  if (!me) return;
  if (opening === undefined) throw new AppError('SECOND_CHECK_NEEDED', {});
  const input = { opening, employeeId: me._id, openid };
  const reply = await callFunction('payroll', { action: 'checkOpening', input }, TIMEOUT_MS);
  if (!reply.ok) {
    console.error('OPENING_NOT_CHECKED', reply.error.code);
    throw new AppError('BUSY', {});
  }
  if (!(reply.data as { readonly isOpened: boolean }).isOpened) throw new AppError('SECOND_CHECK_NEEDED', {});
}
