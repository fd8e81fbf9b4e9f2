import { isFields, type Value } from '../document';
import { assertQuery } from './assert-query';
import { type Expression, evaluate, isNil } from './evaluation';

const DAY = 86_400_000;

/** A date whose UTC fields are the local time, and its offset from UTC in minutes. */
interface Wall {
  readonly at: Date;
  readonly offset: number;
}

/** @throws Error naming an unknown time zone */
export function wallOf(date: Date, timezone: Value): Wall {
  const offset = isNil(timezone) ? 0 : offsetOf(date, String(timezone));
  return { at: new Date(date.getTime() + offset * 60_000), offset };
}

function offsetOf(date: Date, timezone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(timezone) ?? [];
  if (sign) return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const text = zoneFormat(timezone).format(date);
  const [month, day, year, hour, minute, second] = text.match(/\d+/g)?.map(Number) ?? [];
  const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return Math.round((wall - Math.floor(date.getTime() / 1000) * 1000) / 60_000);
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const numeric = { month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...numeric,
      year: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
      timeZone,
    });
  } catch {
    throw new Error(`the time zone ${JSON.stringify(timeZone)} is not known`);
  }
}

const dayOfYear = (at: Date): number =>
  Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / DAY) + 1;
/** The Thursday of the week, which determines the year of the week. */
const thursday = (at: Date): Date => new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * DAY);

/** Parts of a date by the operator's name. Weeks begin on Sunday, the days before the first Sunday are in week 0. */
export const PARTS = {
  year: (at: Date) => at.getUTCFullYear(),
  month: (at: Date) => at.getUTCMonth() + 1,
  dayOfMonth: (at: Date) => at.getUTCDate(),
  dayOfYear,
  dayOfWeek: (at: Date) => at.getUTCDay() + 1,
  hour: (at: Date) => at.getUTCHours(),
  minute: (at: Date) => at.getUTCMinutes(),
  second: (at: Date) => at.getUTCSeconds(),
  millisecond: (at: Date) => at.getUTCMilliseconds(),
  week: (at: Date) => Math.floor((dayOfYear(at) + 6 - at.getUTCDay()) / 7),
  isoDayOfWeek: (at: Date) => at.getUTCDay() || 7,
  isoWeek: (at: Date) => Math.floor((dayOfYear(thursday(at)) + 6) / 7),
  isoWeekYear: (at: Date) => thursday(at).getUTCFullYear(),
} as const;

/** Takes a date, or `{ date, timezone }`; null for null and missing values. */
const part =
  (name: string, of: (at: Date) => number): Expression =>
  (document, operand, options) => {
    const isPair = isFields(operand) && 'date' in operand;
    const { date, timezone } = isPair ? operand : { date: operand, timezone: undefined };
    const zone = evaluate(document, timezone, options);
    const value = evaluate(document, Array.isArray(date) ? date[0] : date, options);
    if (isNil(value) || (isPair && 'timezone' in operand && isNil(zone))) return null;
    assertQuery(value instanceof Date, `${name} takes a date`);
    return of(wallOf(value, zone).at);
  };

export const datePartOperators: Readonly<Record<string, Expression>> = Object.fromEntries(
  Object.entries(PARTS).map(([name, of]) => [`$${name}`, part(`$${name}`, of)]),
);
