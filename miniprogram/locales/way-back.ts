import type { Failure } from '../services/client-error';
import type { Words } from './words';

/** Label of the back button on FORBIDDEN, where retrying is useless; empty for other failures. */
export const wayBack = (failure: Failure | null, words: Words): string =>
  failure?.code === 'FORBIDDEN' ? words.t('common.back') : '';
