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

/** What stands below an editor. After a conflict everything that was entered stays, and can be compared. */
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
