import type { Instant } from '#contracts/common';
import { AppError } from '../shared/errors/app-error';
import { type Holder, isSignedText } from './services/signed';

/** The interface for other features. */
export { opening } from './inputs/second-check';

/** @throws AppError SECOND_CHECK_NEEDED unless `token` was opened by this employee and WeChat user and is not over */
export function requireOpened(token: string, holder: Holder, now: Instant): void {
  if (!isSignedText(token, 'opening', holder, now)) throw new AppError('SECOND_CHECK_NEEDED', {});
}
