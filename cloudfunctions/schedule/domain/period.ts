import type { Day, Instant } from '#contracts/common';
import type { Period } from '#contracts/form';
import { MINUTES_PER_DAY } from '../../../miniprogram/common/units';
import { addDays, instantAt, isDay, midnight } from '../../shared/calendar/company-time';

const HALVES: readonly unknown[] = [1, 2];
const KEYS = {
  day: ['unit', 'from', 'to'],
  half: ['unit', 'from', 'fromHalf', 'to', 'toHalf'],
  hour: ['unit', 'from', 'start', 'end'],
} as const;

/** A type guard for the shape of a period; its validity is checked by the rules of the kind. */
export function isPeriod(value: unknown): value is Period {
  if (typeof value !== 'object' || value === null) return false;
  const { unit, from, to, fromHalf, toHalf, start, end } = value as Record<string, unknown>;
  if (unit !== 'day' && unit !== 'half' && unit !== 'hour') return false;
  const keys: readonly string[] = KEYS[unit];
  if (Object.keys(value).length !== keys.length || !keys.every((key) => Object.hasOwn(value, key)))
    return false;
  const isDayText = (day: unknown) => typeof day === 'string' && isDay(day);
  if (unit === 'hour') return isDayText(from) && Number.isInteger(start) && Number.isInteger(end);
  if (!isDayText(from) || !isDayText(to)) return false;
  return unit === 'day' || (HALVES.includes(fromHalf) && HALVES.includes(toHalf));
}

const MAX_DAYS = 366;

/** The rule that a period violates: `reversed`, `too-long`, `out-of-range`; null if valid. */
export function brokenPeriodRule(period: Period): string | null {
  if (period.unit === 'hour') {
    if (period.start < 0 || period.start >= MINUTES_PER_DAY) return 'out-of-range';
    if (period.end <= period.start) return 'reversed';
    return period.end - period.start > MINUTES_PER_DAY ? 'too-long' : null;
  }
  if (period.to < period.from) return 'reversed';
  if (period.unit === 'half' && period.from === period.to && period.fromHalf > period.toHalf)
    return 'reversed';
  return (midnight(period.to) - midnight(period.from)) / 86_400_000 >= MAX_DAYS ? 'too-long' : null;
}

/** First and last instant of a period; half days split the day at noon. */
export function instantsOf(period: Period): { from: Instant; to: Instant } {
  if (period.unit === 'hour')
    return { from: instantAt(period.from, period.start), to: instantAt(period.from, period.end) };
  const half = period.unit === 'half' ? period : { ...period, fromHalf: 1, toHalf: 2 };
  const start = half.fromHalf === 2 ? MINUTES_PER_DAY / 2 : 0;
  const end = half.toHalf === 1 ? MINUTES_PER_DAY / 2 : MINUTES_PER_DAY;
  return { from: instantAt(period.from, start), to: instantAt(period.to, end) };
}

/** The days of a period plus one on each side, because night shifts and borders extend into them. */
export function daysAround(period: Period): { first: Day; last: Day } {
  const to =
    period.unit === 'hour' ? addDays(period.from, Math.floor(period.end / MINUTES_PER_DAY)) : period.to;
  return { first: addDays(period.from, -1), last: addDays(to, 1) };
}
