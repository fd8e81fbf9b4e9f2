import { errorText } from '../../locales/error-text';
import { wayBack } from '../../locales/way-back';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';

export interface LoadState {
  readonly mode: 'loading' | 'error' | 'ready';
  readonly error: string;
  /** What the button of an error says; empty where trying again cannot help. */
  readonly retry: string;
  /** Leads out of a page that the person may not see. */
  readonly back: string;
}

/** What a page shows while its data is not there. */
export function loadState(isThere: boolean, failure: Failure | null, words: Words): LoadState {
  const mode = isThere ? 'ready' : failure ? 'error' : 'loading';
  const canRetry = failure?.code !== 'FORBIDDEN' && failure?.code !== 'NOT_FOUND';
  return {
    mode,
    error: failure && !isThere ? errorText(failure, words) : '',
    back: wayBack(failure, words),
    retry: canRetry ? words.t('common.retry') : '',
  };
}
