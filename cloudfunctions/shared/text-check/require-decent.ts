import { AppError } from '../errors/app-error';
import { checkText } from './check-text';

/**
 * Asks WeChat about texts that others will see. @returns whether it could not be asked
 * @throws AppError TEXT_REFUSED
 */
export async function requireDecent(texts: readonly string[], openid: string): Promise<boolean> {
  const verdict = await checkText(texts, openid);
  if (verdict === 'risky') throw new AppError('TEXT_REFUSED', {});
  return verdict === 'unknown';
}
