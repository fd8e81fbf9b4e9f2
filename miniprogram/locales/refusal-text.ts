import type { Refusal } from '../services/wx-refusal';
import type { TextKey } from './texts';
import type { Words } from './words';

/** Why WeChat refused; `own`: what the screen itself says where the person can do something on the phone. */
export function refusalText(
  refusal: Refusal,
  own: Readonly<Record<'denied' | 'failed', TextKey>>,
  words: Words,
): string {
  if (refusal === 'undeclared') return words.t('errors.PRIVACY_UNDECLARED');
  if (refusal === 'privacy') return words.t('errors.PRIVACY_REFUSED');
  return words.t(own[refusal]);
}
