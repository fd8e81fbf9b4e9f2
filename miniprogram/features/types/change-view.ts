import type { ChangeEntry } from '#contracts/change';
import { CHINA_UTC_OFFSET } from '../../common/units';
import type { Words } from '../../locales/words';
import { instantText } from '../../utils/dates';

/** A history, newest first; `wordOf` says what was changed. */
export const changesView = (
  history: readonly ChangeEntry[],
  wordOf: (what: string) => string,
  words: Words,
): { readonly version: number; readonly what: string; readonly who: string }[] =>
  history.map(({ at, byName, byNameEn, version, what }) => ({
    version,
    what: what.map(wordOf).join(words.t('common.listSeparator')),
    who: [
      words.language === 'en' ? byNameEn || byName : byName,
      instantText(at, CHINA_UTC_OFFSET, words),
      words.t('edit.version', { version }),
    ].join(words.t('common.separator')),
  }));
