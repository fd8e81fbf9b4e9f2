import type { Day, Minutes } from '#contracts/common';
import type { Period } from '#contracts/form';
import { addDays } from '../../../shared/calendar/company-time';

/**
 * From when on somebody is back at work. Without `at` from the beginning of the day; `noon`: its second half; minutes
 * from midnight in leave by the hour.
 */
export interface Back {
  readonly on: Day;
  readonly at?: 'noon' | Minutes;
}

/** What stays of the period, and what returns of it. */
export interface SplitPeriod {
  readonly kept: Period;
  readonly rest: Period;
}

/** A period split where somebody is back; null if it has no such moment inside. */
export function splitAt(period: Period, { on, at }: Back): SplitPeriod | null {
  if (period.unit === 'hour')
    return typeof at === 'number' && on === period.from ? splitHours(period, at) : null;
  if (typeof at === 'number' || on < period.from || on > period.to) return null;
  return at === 'noon' ? splitAtNoon(period, on) : splitBefore(period, on);
}

function splitHours(period: Extract<Period, { unit: 'hour' }>, at: Minutes): SplitPeriod | null {
  if (at <= period.start || at >= period.end) return null;
  return { kept: { ...period, end: at }, rest: { ...period, start: at } };
}

type DayPeriod = Exclude<Period, { unit: 'hour' }>;

function splitBefore(period: DayPeriod, on: Day): SplitPeriod | null {
  if (on === period.from) return null;
  const to = addDays(on, -1);
  return period.unit === 'day'
    ? { kept: { ...period, to }, rest: { ...period, from: on } }
    : { kept: { ...period, to, toHalf: 2 }, rest: { ...period, from: on, fromHalf: 1 } };
}

/** The first and the last day may be a half already, which is not split. */
function splitAtNoon(period: DayPeriod, on: Day): SplitPeriod | null {
  const halves = period.unit === 'half' ? period : { fromHalf: 1 as const, toHalf: 2 as const };
  const { from, to } = period;
  const { fromHalf, toHalf } = halves;
  if ((on === from && fromHalf === 2) || (on === to && toHalf === 1)) return null;
  return {
    kept: { unit: 'half', from, fromHalf, to: on, toHalf: 1 },
    rest: { unit: 'half', from: on, fromHalf: 2, to, toHalf },
  };
}

/** Whether a period has a moment at which somebody can be back. */
export const isSplittable = (period: Period): boolean =>
  period.unit === 'hour' || period.from < period.to || splitAtNoon(period, period.from) !== null;
