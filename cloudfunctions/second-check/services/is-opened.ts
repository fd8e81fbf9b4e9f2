import type { Instant } from '#contracts/common';
import { findPass } from '../data/passes';
import { type Holder, isSignedText, signedAt } from './signed';

/**
 * Whether the opening was given to this employee and WeChat user, is not over, and their pass was not reset since: a reset is
 * for a pass that somebody else may know. One read, or none for what was never given.
 * @throws AppError SETUP_MISSING
 */
export async function isOpened(token: string, holder: Holder, now: Instant): Promise<boolean> {
  if (!isSignedText(token, 'opening', holder, now)) return false;
  const resetAt = (await findPass(holder.employeeId))?.resetAt ?? null;
  return resetAt === null || signedAt(token, 'opening') >= resetAt;
}
