import type { DayKind } from '#contracts/day-status';
import type { Words } from '../../locales/words';

export const isOff = (kind: DayKind): boolean =>
  kind === 'restday' || kind === 'holiday' || kind === 'company';

/** 休 or 班 at the corner of a day that a calendar names; empty on an ordinary day. */
export function signOf(kind: DayKind, isNamed: boolean, words: Words): string {
  if (!isNamed) return '';
  return isOff(kind) ? words.t('month.sign.holiday') : words.t('month.sign.makeup');
}

/** 2 人 and 14 天, for a sentence about changes. */
export const countsText = (people: number, days: number, words: Words) => ({
  people: words.t('roster.people', { count: people }),
  days: words.t('roster.dayCount', { count: days }),
});
