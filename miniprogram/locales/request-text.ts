import type { Day, Minutes } from '#contracts/common';
import type { Period } from '#contracts/form';
import type { LeaveBalance } from '#contracts/leave';
import type { PersonBrief } from '#contracts/person';
import { spanText } from '../common/attendance-text';
import { LEAVE_DAY_MINUTES } from '../common/units';
import { dayText } from '../utils/dates';
import type { Words } from './words';

/** 3 天 / 1.5 天 / 2 天 3 小时. Leave minutes in; a minus goes in front. */
export function leaveText(minutes: Minutes, words: Words): string {
  const sign = minutes < 0 ? '−' : '';
  const size = Math.abs(minutes);
  if (size % (LEAVE_DAY_MINUTES / 2) === 0)
    return sign + words.t('amount.days', { count: size / LEAVE_DAY_MINUTES });
  const days = Math.floor(size / LEAVE_DAY_MINUTES);
  const rest = spanText(size % LEAVE_DAY_MINUTES, words);
  return sign + (days === 0 ? rest : words.t('amount.daysAnd', { count: days, rest }));
}

/** What is left of a balance; of leave without one, what it is limited to. */
export function leftText({ type, left }: Pick<LeaveBalance, 'type' | 'left'>, words: Words): string {
  if (type.balance) return leaveText(left, words);
  if (!type.most) return words.t('balances.unlimited');
  return words.t(`balances.most.${type.most.per}`, { amount: leaveText(type.most.minutes, words) });
}

/** ¥1,286.40. Fen in. */
export function moneyText(fen: number): string {
  const yuan = Math.floor(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${fen < 0 ? '−' : ''}¥${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** 4 小时 of overtime, 3 天 of leave. */
export const amountText = (kind: string, minutes: Minutes, words: Words): string =>
  kind === 'overtime' ? spanText(minutes, words) : leaveText(minutes, words);

const clockOf = (minutes: Minutes): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
};

const halfText = (day: Day, half: 1 | 2, words: Words): string =>
  words.t('period.half', { day: dayText(day, words), half: words.t(`period.half${half}`) });

/** 12月1日 周二, or 12月1日 周二 – 12月3日 周四. */
export const daysText = (from: Day, to: Day, words: Words): string =>
  from === to
    ? dayText(from, words)
    : words.t('period.range', { from: dayText(from, words), to: dayText(to, words) });

/** 12月1日 周二 – 12月3日 周四; 11月28日 周六 14:00–18:00. */
export function periodText(period: Period, words: Words): string {
  const range = (from: string, to: string) => (from === to ? from : words.t('period.range', { from, to }));
  switch (period.unit) {
    case 'day':
      return daysText(period.from, period.to, words);
    case 'half': {
      const whole = period.from === period.to && period.fromHalf === 1 && period.toHalf === 2;
      if (whole) return dayText(period.from, words);
      return range(halfText(period.from, period.fromHalf, words), halfText(period.to, period.toHalf, words));
    }
    case 'hour': {
      const end = clockOf(period.end);
      return words.t('period.hours', {
        day: dayText(period.from, words),
        start: clockOf(period.start),
        end: period.end >= 1440 ? words.t('date.nextDay', { time: end }) : end,
      });
    }
  }
}

export const personName = ({ name, nameEn }: Pick<PersonBrief, 'name' | 'nameEn'>, words: Words): string =>
  words.language === 'en' ? nameEn || name : name;

/** A name that may be missing, or kept in Chinese alone; empty where there is none. */
export const nameOfPerson = (name: string | null, nameEn: string | null | undefined, words: Words): string =>
  personName({ name: name ?? '', nameEn: nameEn ?? '' }, words);

export const namesText = (people: readonly PersonBrief[], words: Words): string =>
  people.map((person) => personName(person, words)).join(words.t('common.listSeparator'));
