import type { ChangeEntry } from '#contracts/change';
import { CHINA_UTC_OFFSET } from '../../common/units';
import type { Words } from '../../locales/words';
import { instantText } from '../../utils/dates';

export interface HistoryLine {
  readonly key: number;
  readonly who: string;
  readonly when: string;
  readonly what: string;
}

/** A person's name as it is written in this language. */
export const nameOf = (
  { name, nameEn }: { readonly name: string; readonly nameEn: string },
  words: Words,
): string => (words.language === 'en' && nameEn ? nameEn : name);

export const changerOf = ({ byName, byNameEn }: ChangeEntry, words: Words): string =>
  nameOf({ name: byName, nameEn: byNameEn }, words);

/** Who changed what, and when; `say` names what an entry changed. */
export const historyLines = (
  entries: readonly ChangeEntry[],
  say: (entry: ChangeEntry) => string,
  words: Words,
): HistoryLine[] =>
  entries.map((entry) => ({
    key: entry.version,
    who: changerOf(entry, words),
    when: instantText(entry.at, CHINA_UTC_OFFSET, words),
    what: say(entry) || words.t('history.nothing'),
  }));
