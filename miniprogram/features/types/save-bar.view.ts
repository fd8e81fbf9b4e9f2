import { errorText } from '../../locales/error-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';

export interface Saving {
  readonly changed: boolean;
  /** What is still missing; empty if it can be saved. */
  readonly problem: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

/** The save bar of an editor. After a version conflict the draft is kept and can be saved over the stored version. */
export function saveBar({ changed, problem, busy, failure }: Saving, words: Words) {
  const isConflict = failure?.code === 'VERSION_CONFLICT';
  return {
    text: words.t('edit.save'),
    ready: changed && problem === '' && !isConflict,
    busy,
    error: failure ? (isConflict ? words.t('edit.conflict') : errorText(failure, words)) : '',
    reload: isConflict ? words.t('edit.saveOver') : '',
    hint: changed ? problem : words.t('edit.unchanged'),
  };
}
