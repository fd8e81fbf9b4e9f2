import type { Refusal } from '../services/wx-refusal';
import type { TextKey } from './texts';
import type { Words } from './words';

/** Message of a WeChat refusal; `own`: the screen's texts for refusals that the person can resolve. */
export function refusalText(
  refusal: Refusal,
  own: Readonly<Record<'denied' | 'failed', TextKey>>,
  words: Words,
): string {
  if (refusal === 'undeclared') return words.t('errors.PRIVACY_UNDECLARED');
  if (refusal === 'privacy') return words.t('errors.PRIVACY_REFUSED');
  return words.t(own[refusal]);
}
