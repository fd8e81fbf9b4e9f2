import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { Day, Minutes, Month } from '#contracts/common';
import { weekdayName } from '../common/attendance-text';
import type { TextKey } from '../locales/texts';
import type { Words } from '../locales/words';

dayjs.extend(utc);

/** An instant as local time at `utcOffset` minutes east of UTC, independent of the phone's time zone. */
const wallClock = (at: number, utcOffset: Minutes) => dayjs.utc(at).add(utcOffset, 'minute');

/** `HH:mm` of an instant. */
export const timeOf = (at: number, utcOffset: Minutes): string => wallClock(at, utcOffset).format('HH:mm');

/** Hour of the day of an instant, 0–23. */
export const hourOf = (at: number, utcOffset: Minutes): number => wallClock(at, utcOffset).hour();

/** Calendar day of an instant. */
export const dayOf = (at: number, utcOffset: Minutes): Day =>
  wallClock(at, utcOffset).format('YYYY-MM-DD') as Day;

/** The instant of a local time on a day: `HH:mm`, or `HH:mm+1` for the next day. NaN if malformed. */
export function instantAt(day: Day, time: string, utcOffset: Minutes): number {
  const [, hours, minutes, isNextDay] = /^(\d{2}):(\d{2})(\+1)?$/.exec(time) ?? [];
  const fromMidnight = Number(hours) * 60 + Number(minutes) - utcOffset;
  return dayjs
    .utc(day)
    .add(isNextDay ? 1 : 0, 'day')
    .add(fromMidnight, 'minute')
    .valueOf();
}

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (day: Day): number => dayjs.utc(day).day() || 7;

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** Day of the month, 1–31. */
export const dateOf = (day: Day): number => Number(day.slice(8, 10));

/** The month that a day lies in. */
export const monthOf = (day: Day): Month => day.slice(0, 7) as Month;

/** The month that lies `count` months later (or earlier, if negative). */
export const addMonths = (month: Month, count: number): Month =>
  dayjs.utc(`${month}-01`).add(count, 'month').format('YYYY-MM') as Month;

/** The day that lies `count` days later. */
export const addDays = (day: Day, count: number): Day =>
  dayjs.utc(day).add(count, 'day').format('YYYY-MM-DD') as Day;

/** Number of days from `from` to `to`, both included. */
export const dayCount = (from: Day, to: Day): number => dayjs.utc(to).diff(dayjs.utc(from), 'day') + 1;

const monthName = (month: number, words: Words): string => words.t(`date.months.${month}` as TextKey);

/** 11月23日 周一 / Mon, Nov 23; of another year 2027年11月23日 周二 / Tue, Nov 23, 2027. */
export function dayText(day: Day, words: Words): string {
  const year = day.slice(0, 4);
  return words.t(words.thisYear === null || year === words.thisYear ? 'date.day' : 'date.dayOfYear', {
    year,
    month: monthName(Number(day.slice(5, 7)), words),
    date: dateOf(day),
    weekday: weekdayName(weekdayOf(day), words),
  });
}

/** 11月23日 / Nov 23, for axes and tables of days; of another year 2027年11月23日 / Nov 23, 2027. */
export function dayShort(day: Day, words: Words): string {
  const year = day.slice(0, 4);
  return words.t(words.thisYear === null || year === words.thisYear ? 'date.short' : 'date.shortOfYear', {
    ...{ year, month: monthName(Number(day.slice(5, 7)), words), date: dateOf(day) },
  });
}

/** 11月 / Nov. */
export const monthShort = (month: Month, words: Words): string => monthName(Number(month.slice(5, 7)), words);

/** 2026年11月 / Nov 2026. */
export const monthText = (month: Month, words: Words): string =>
  words.t('date.month', { year: month.slice(0, 4), month: monthName(Number(month.slice(5, 7)), words) });

/** 11月23日 周一 08:57 / Mon, Nov 23, 08:57. */
export const instantText = (at: number, utcOffset: Minutes, words: Words): string =>
  words.t('date.moment', { day: dayText(dayOf(at, utcOffset), words), time: timeOf(at, utcOffset) });

/** Time of an instant, marked as next day if it is after `day`. */
export function timeOnDay(at: number, day: Day, utcOffset: Minutes, words: Words): string {
  const time = timeOf(at, utcOffset);
  return dayOf(at, utcOffset) > day ? words.t('date.nextDay', { time }) : time;
}

/** 860 米 / 12 公里, rounded for reading. */
export function lengthText(metres: number, words: Words): string {
  if (metres < 1000) return words.t('place.metres', { value: Math.ceil(metres) });
  const kilometres = metres / 1000;
  return words.t('place.kilometres', {
    value: kilometres < 10 ? Math.round(kilometres * 10) / 10 : Math.round(kilometres),
  });
}
