import type { Day, Instant, Minutes, Month } from '#contracts/common';
import { CHINA_UTC_OFFSET } from '../../../miniprogram/common/units';

/**
 * The company's time zone. China has had one zone without daylight saving since 1991, so that plain
 * arithmetic is exact and no answer depends on the time zone of the machine.
 */
export const TIME_ZONE = 'Asia/Shanghai';
export const UTC_OFFSET = CHINA_UTC_OFFSET;

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** The calendar day of an instant. */
export function dayOf(instant: number): Day {
  return dayOfNumber(Math.floor((instant + UTC_OFFSET * MINUTE) / DAY));
}

/** The first moment of a day, epoch ms. */
export function midnight(day: Day): Instant {
  return (numberOfDay(day) * DAY - UTC_OFFSET * MINUTE) as Instant;
}

/** Days since 1970-01-01, and back. A month of a whole company asks for the same few days again and again. */
const dayOfNumber = remembered((days: number): Day => new Date(days * DAY).toISOString().slice(0, 10) as Day);
const numberOfDay = remembered((day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY);

/** Keeps the last answers of a pure function, as many as the days of some years. */
export function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= 4_096) known.clear();
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/** The moment `minutes` after the day's midnight; 1,440 and more is the next day. */
export function instantAt(day: Day, minutes: Minutes): Instant {
  return (midnight(day) + minutes * MINUTE) as Instant;
}

/** `day` moved by whole days. */
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

/** `month` moved by whole months. */
export function addMonths(month: Month, months: number): Month {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, index - 1 + months, 1)).toISOString().slice(0, 7) as Month;
}

/** Every day of a month. */
export function daysOfMonth(month: Month): Day[] {
  const first = `${month}-01` as Day;
  return daysBetween(first, addDays(`${addMonths(month, 1)}-01` as Day, -1));
}

/** `HH:mm` of an instant as seen from `day`: `06:00+1` is six in the morning after it, `22:00-1` before. */
export function clockOn(day: Day, instant: number): string {
  return clock(Math.floor((instant - midnight(day)) / MINUTE));
}

/** `HH:mm` of minutes from a day's midnight, with `+1` or `-1` when it is on another day. */
export function clock(minutes: Minutes): string {
  const days = Math.floor(minutes / 1_440);
  const rest = minutes - days * 1_440;
  const two = (value: number) => String(value).padStart(2, '0');
  const suffix = days === 0 ? '' : days > 0 ? `+${days}` : String(days);
  return `${two(Math.floor(rest / 60))}:${two(rest % 60)}${suffix}`;
}
