import type { Instant } from '#contracts/common';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { findPass, savePass } from '../data/passes';
import { lockOf, type Pass, triesLeft, withRightTry, withTry } from '../domain/pass';
import { isPass } from './hash-pass';

/** As many as may guess at one moment. */
const TRIES = 5;

/**
 * Checks whether one of these is the pass. One read; a write before it is checked, and one more if it is right.
 * @returns the pass after the right try
 * @throws AppError PASS_UNSET, PASS_LOCKED, PASS_WRONG, BUSY
 */
export async function tryPass(given: readonly string[], employeeId: string, now: Instant): Promise<Pass> {
  const counted = await retryOnConflict(TRIES, async () => {
    const pass = await findPass(employeeId);
    if (!pass?.hash) throw new AppError('PASS_UNSET', {});
    const retryAt = lockOf(pass, now);
    if (retryAt !== null) throw new AppError('PASS_LOCKED', { retryAt });
    const after = withTry(pass, now);
    return (await savePass(pass, after)) ? after : conflict;
  });
  const checks = [...new Set(given)].map((each) => isPass(each, counted.hash ?? '', employeeId));
  if (!(await Promise.all(checks)).includes(true)) throw refusalOf(counted, now);
  const right = withRightTry(counted);
  // Who tried meanwhile has counted their own try, which stays.
  await savePass(counted, right);
  return right;
}

function refusalOf(pass: Pass, now: Instant): AppError {
  const retryAt = lockOf(pass, now);
  return retryAt === null
    ? new AppError('PASS_WRONG', { left: triesLeft(pass) })
    : new AppError('PASS_LOCKED', { retryAt });
}
