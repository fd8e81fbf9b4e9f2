import type { Day, Minutes } from '#contracts/common';
import type { Period } from '#contracts/form';
import { addDays } from '../../utils/dates';

/** From when on somebody is back: the whole day, its noon, or a time in leave by the hour. */
export interface Back {
  readonly on: Day;
  readonly at?: 'noon' | Minutes;
}

/** An absence that may be ended early; `wholeDays`: not at noon. */
export interface Absence {
  readonly period: Period | null;
  readonly wholeDays?: true;
}
type DayPeriod = Exclude<Period, { unit: 'hour' }>;

/** The proposed moment: today during the absence, otherwise as early as it can be. */
export function firstBack({ period, wholeDays }: Absence, today: Day): Back | null {
  if (!period) return null;
  if (period.unit === 'hour')
    return { on: period.from, at: Math.ceil((period.start + period.end) / 120) * 60 };
  const second = addDays(period.from, 1);
  const on = period.from === period.to ? period.from : second < today && today <= period.to ? today : second;
  return fitting(period, { on }, wholeDays);
}

/** Whether the whole day, and its second half, can be worked again. */
export function waysOn(
  period: DayPeriod,
  on: Day,
  wholeDays: Absence['wholeDays'],
): { whole: boolean; noon: boolean } {
  const isFirstHalf = on === period.to && period.unit === 'half' && period.toHalf === 1;
  const isSecondHalf = on === period.from && period.unit === 'half' && period.fromHalf === 2;
  return { whole: on !== period.from, noon: !wholeDays && !isFirstHalf && !isSecondHalf };
}

/** The moment on another day: as before if that day has it. */
export function fitting(period: DayPeriod, { on, at }: Back, wholeDays: Absence['wholeDays']): Back {
  const { whole, noon } = waysOn(period, on, wholeDays);
  return noon && (at === 'noon' || !whole) ? { on, at: 'noon' } : { on };
}
