import type { Instant } from '#contracts/common';
import { AppError } from '../shared/errors/app-error';
import { isOpened } from './services/is-opened';
import type { Holder } from './services/signed';

/** The interface for other features. */
export { canOpenMonth, DAYS_AFTER_LEAVING, firstMonthOpen, openUntil } from './domain/former-access';
export { opening } from './inputs/second-check';

/** @throws AppError SECOND_CHECK_NEEDED unless `token` was opened by this employee and WeChat user, is not over, and no pass was reset since */
export async function requireOpened(token: string, holder: Holder, now: Instant): Promise<void> {
  if (!(await isOpened(token, holder, now))) throw new AppError('SECOND_CHECK_NEEDED', {});
}

export { resealedPasses } from './data/passes';
