import type { Day } from '#contracts/common';
import type { ChangeWords } from '../../locales/change-text';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';

/** How changes of a year are said: 10月8日 周四：无 → 节假日 国庆节. */
export const calendarChangeWords = (words: Words): ChangeWords => ({
  nameOf: (path) => (path === 'complete' ? words.t('calendar.completeChanged') : dayText(path as Day, words)),
  sayValue: (_, value) => {
    if (value === 'true' || value === 'false') return words.t(`calendar.completes.${value}`);
    const [kind = '', zh = '', en = ''] = value.split('|');
    return [words.t(`kind.${kind}` as TextKey), words.pick({ 'zh-CN': zh, en })].filter(Boolean).join(' ');
  },
});
