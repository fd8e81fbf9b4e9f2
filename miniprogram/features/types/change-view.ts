import type { ChangeEntry } from '#contracts/change';
import { CHINA_UTC_OFFSET } from '../../common/units';
import { type ChangeWords, changeText } from '../../locales/change-text';
import type { Words } from '../../locales/words';
import { instantText } from '../../utils/dates';

/** A history, newest first, with what was before and what is now. */
export const changesView = (
  history: readonly ChangeEntry[],
  says: ChangeWords,
  words: Words,
): { readonly version: number; readonly what: string; readonly who: string }[] =>
  history.map((entry) => ({ ...entryOf(entry, words), what: changeText(entry, says, words) }));

const entryOf = ({ at, byName, byNameEn, version }: ChangeEntry, words: Words) => ({
  version,
  who: [
    words.language === 'en' ? byNameEn || byName : byName,
    instantText(at, CHINA_UTC_OFFSET, words),
    words.t('edit.version', { version }),
  ].join(words.t('common.separator')),
});
