import type { Failure } from '../services/client-error';
import type { Words } from './words';

/** What leads out of a page that the person may not see, where trying again cannot help; empty for other failures. */
export const wayBack = (failure: Failure | null, words: Words): string =>
  failure?.code === 'FORBIDDEN' ? words.t('common.back') : '';
