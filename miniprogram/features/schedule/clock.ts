import type { Minutes } from '#contracts/common';
import type { TextKey } from '../../locales/texts';
import type { Words } from '../../locales/words';
import { wallClock } from '../../utils/wall-clock';

const DAY: Minutes = 1_440;
/** 06:00 of the next day is 次日 06:00. */
const clockOnDay = (minutes: Minutes, words: Words): string =>
  minutes >= DAY ? words.t('date.nextDay', { time: wallClock(minutes) }) : wallClock(minutes);

/** 22:00–次日 06:00. */
export const spanOnDay = (start: Minutes, end: Minutes, words: Words): string =>
  words.t('shift.span', { start: clockOnDay(start, words), end: clockOnDay(end, words) });

/** 周一至周五, or the days one by one. */
export function weekText(workdays: readonly number[], words: Words): string {
  const days = [...workdays].sort((a, b) => a - b);
  const name = (day: number) => words.t(`date.weekdays.${day}` as TextKey);
  const [first = 0, last = 0] = [days[0], days[days.length - 1]];
  if (days.length === 0) return words.t('shift.noWorkdays');
  if (days.length > 2 && last - first === days.length - 1)
    return words.t('shift.weekRange', { from: name(first), to: name(last) });
  return days.map(name).join(words.t('common.listSeparator'));
}
