import type { Day, Instant, Minutes, Month } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../../../miniprogram/common/units';

/**
 * The company's time zone. China has had a single zone without daylight saving since 1991, so plain arithmetic
 * is exact and results do not depend on the machine's time zone.
 */
export const TIME_ZONE = 'Asia/Shanghai';
export const UTC_OFFSET = CHINA_UTC_OFFSET;

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** The calendar day of an instant. */
export function dayOf(instant: number): Day {
  return dayOfNumber(Math.floor((instant + UTC_OFFSET * MINUTE) / DAY));
}

/** Start of a day, epoch ms. */
export function midnight(day: Day): Instant {
  return (numberOfDay(day) * DAY - UTC_OFFSET * MINUTE) as Instant;
}

/**
 * Days since 1970-01-01, and the inverse. Memoized because a month of a whole company needs the same few days
 * many times.
 */
const dayOfNumber = memoized((days: number): Day => new Date(days * DAY).toISOString().slice(0, 10) as Day);
const numberOfDay = memoized((day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY);

/** Memoizes a pure function; the cache is cleared when it holds 4,096 entries (about eleven years of days). */
export function memoized<K, V>(compute: (key: K) => V): (key: K) => V {
  const cache = new Map<K, V>();
  return (key) => {
    const before = cache.get(key);
    if (before !== undefined) return before;
    if (cache.size >= 4_096) cache.clear();
    const value = compute(key);
    cache.set(key, value);
    return value;
  };
}

/** The instant `minutes` after midnight of the day; 1,440 and more is the next day. */
export function instantAt(day: Day, minutes: Minutes): Instant {
  return (midnight(day) + minutes * MINUTE) as Instant;
}

/** Adds calendar days to `day`. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days);
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1;
}

/** Days from `from` to `to`, both included; empty if `to` is before `from`. */
export function daysBetween(from: Day, to: Day): Day[] {
  const count = numberOfDay(to) - numberOfDay(from) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index));
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** Adds calendar months to `month`. */
export function addMonths(month: Month, months: number): Month {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, index - 1 + months, 1)).toISOString().slice(0, 7) as Month;
}

export function daysOfMonth(month: Month): Day[] {
  const first = `${month}-01` as Day;
  return daysBetween(first, addDays(`${addMonths(month, 1)}-01` as Day, -1));
}

/**
 * `HH:mm` of an instant relative to `day`: `06:00+1` is 06:00 on the next day, `22:00-1` on the previous one.
 */
export function clockOn(day: Day, instant: number): string {
  return clock(Math.floor((instant - midnight(day)) / MINUTE));
}

/** `YYYY-MM-DD HH:mm` of an instant. */
export function dateTimeOf(instant: number): string {
  const day = dayOf(instant);
  return `${day} ${clockOn(day, instant)}`;
}

/** `HH:mm` of minutes since midnight, with a suffix such as `+1` or `-1` if it falls on another day. */
export function clock(minutes: Minutes): string {
  const days = Math.floor(minutes / 1_440);
  const rest = minutes - days * 1_440;
  const two = (value: number) => String(value).padStart(2, '0');
  const suffix = days === 0 ? '' : days > 0 ? `+${days}` : String(days);
  return `${two(Math.floor(rest / 60))}:${two(rest % 60)}${suffix}`;
}

/** Years that a date of a person or of a company can be in; others are typing errors or attacks. */
const FIRST_YEAR = '1900';
const LAST_YEAR = '2199';

/** Whether a text is an existing day `YYYY-MM-DD` of the years 1900 to 2199; 30 February is not. */
export function isDay(value: string): value is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const year = value.slice(0, 4);
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
}
