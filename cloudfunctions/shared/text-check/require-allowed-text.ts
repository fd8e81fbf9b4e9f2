import { AppError } from '../errors/app-error';
import { checkText } from './check-text';

/**
 * Runs the content check on texts that others will see. @returns whether the check failed, so that the texts
 * are unchecked
 * @throws AppError TEXT_REFUSED
 */
export async function requireAllowedText(texts: readonly string[], openid: string): Promise<boolean> {
  const verdict = await checkText(texts, openid);
  if (verdict === 'risky') throw new AppError('TEXT_REFUSED', {});
  return verdict === 'unknown';
}
