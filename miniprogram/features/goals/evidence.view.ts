import type { EvidenceFile } from '#contracts/goals';
import type { Words } from '../../locales/words';
import { isPdf } from '../../utils/is-pdf';
import { type Evidence, MAX_FILES } from './evidence.model';

/** The files of what is being written, and whether one more can be added. */
export function evidenceForm({ files, uploads }: Evidence, words: Words) {
  const held = files ?? [];
  return {
    rows: [
      ...held.map(({ fileId, picture, url }, index) => ({
        ...{ id: fileId, picture, url, busy: false },
        name: words.t('evidence.fileAt', { number: index + 1 }),
      })),
      ...uploads.map(({ id, name }) => ({ id, name, picture: '', url: '', busy: true })),
    ],
    canAdd: held.length + uploads.length < MAX_FILES,
    text: {
      title: words.t('evidence.title', { max: MAX_FILES }),
      add: words.t('evidence.add'),
      remove: words.t('evidence.remove'),
      sending: words.t('evidence.sending'),
    },
  };
}

/** Files of a check-in or report, to be looked at. */
export const evidenceShown = (files: readonly EvidenceFile[] | undefined, words: Words) =>
  (files ?? []).map(({ fileId, url }, index) => ({
    ...{ id: fileId, url: url ?? '', picture: url && !isPdf(fileId) ? url : '' },
    name: words.t(url ? 'evidence.fileAt' : 'evidence.gone', { number: index + 1 }),
  }));
