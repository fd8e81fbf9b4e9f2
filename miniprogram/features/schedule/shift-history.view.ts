import type { ChangeEntry } from '#contracts/change';
import type { Day } from '#contracts/common';
import type { Shift } from '#contracts/shift';
import { spanText } from '../../common/attendance-text';
import { changeText } from '../../locales/change-text';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';
import { wallClock } from '../../utils/wall-clock';
import { spanOnDay, weekText } from './clock';

/** What a change of a shift was: 开始：09:00 → 08:30. */
export function shiftChangeText(entry: ChangeEntry, nameOf: (field: string) => string, words: Words): string {
  if (entry.version === 1) return words.t('history.created');
  return changeText(entry, { nameOf, sayValue: (field, value) => valueText(field, value, words) }, words);
}

const SPANS: ReadonlySet<string> = new Set(['breaks', 'core']);

function valueText(field: string, value: string, words: Words): string {
  if (SPANS.has(field)) return spansText(value, words);
  switch (field) {
    case 'from':
      return dayText(value as Day, words);
    case 'kind':
      return words.t(`shift.kinds.${value as Shift['kind']}`);
    case 'workdays':
      return weekText(value.split(', ').map(Number), words);
    case 'start':
    case 'end':
      return wallClock(Number(value));
    case 'name':
    case 'source':
      return value;
    default:
      return spanText(Number(value), words);
  }
}

/** `720-780, 960-975+` is 12:00–13:00、16:00–16:15. */
const spansText = (value: string, words: Words): string =>
  value
    .split(', ')
    .map((span) => {
      const [start = 0, end = 0] = span.split('-').map((part) => Number.parseInt(part, 10));
      return spanOnDay(start, end, words);
    })
    .join(words.t('common.listSeparator'));
