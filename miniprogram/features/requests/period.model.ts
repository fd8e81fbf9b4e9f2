import type { Day, Minutes, Month } from '#contracts/common';
import type { FormCalendar, Hours, Period } from '#contracts/form';
import { addDays, addMonths, dateOf, dayCount, mondayOf, monthOf } from '../../utils/dates';

export type Unit = Period['unit'];
type End = 'from' | 'to';
/** How much of the first or the last day is asked for. */
export type Portion = 'full' | 'morning' | 'afternoon';

/** State of choosing a period on its calendar. */
export interface PeriodPicker {
  /** The Monday that the calendar begins with. */
  readonly monday: Day;
  /** The end that the next tap on a day moves. */
  readonly end: End;
  /** The last day that can be chosen, if the end of a moved period lay beyond it. */
  readonly clampedTo: Day | null;
}

/** One step of choosing a period. */
export type PeriodMove =
  | { readonly type: 'unit'; readonly unit: 'day' | 'hour' }
  | { readonly type: 'month'; readonly step: number }
  | { readonly type: 'end'; readonly end: End }
  | { readonly type: 'day'; readonly day: Day }
  | { readonly type: 'portion'; readonly end: End; readonly portion: Portion }
  | { readonly type: 'start' | 'finish' | 'length'; readonly minutes: Minutes };

export const startPicker = (period: Period): PeriodPicker => ({
  monday: mondayOf(period.from),
  end: 'from',
  clampedTo: null,
});

/** The month whose first day lies in the first week of a calendar, if any. */
export function wholeMonthOf(monday: Day): Month | null {
  const sunday = addDays(monday, 6);
  return dateOf(sunday) <= 7 ? monthOf(sunday) : null;
}

/** A calendar that begins with the next or the previous month. */
function turned(monday: Day, step: number): Day {
  const month = wholeMonthOf(monday);
  const target = month ? addMonths(month, step) : addMonths(monthOf(monday), Math.max(step, 0));
  return mondayOf(`${target}-01` as Day);
}

interface Days {
  readonly from: Day;
  readonly to: Day;
  readonly fromHalf: 1 | 2;
  readonly toHalf: 1 | 2;
}

export const lastDayOf = (period: Period): Day => (period.unit === 'hour' ? period.from : period.to);

const daysOf = (period: Period): Days =>
  period.unit === 'half' ? period : { from: period.from, to: lastDayOf(period), fromHalf: 1, toHalf: 2 };

/** Whole days, or halves where one of the ends is half a day. */
function asPeriod({ from, to, fromHalf, toHalf }: Days): Period {
  const isWhole = (fromHalf === 1 && toHalf === 2) || (from === to && fromHalf > toHalf);
  return isWhole ? { unit: 'day', from, to } : { unit: 'half', from, fromHalf, to, toHalf };
}

export function portionOf(period: Period, end: End): Portion {
  const { from, to, fromHalf, toHalf } = daysOf(period);
  if (from === to) return fromHalf === toHalf ? (fromHalf === 1 ? 'morning' : 'afternoon') : 'full';
  if (end === 'from') return fromHalf === 2 ? 'afternoon' : 'full';
  return toHalf === 1 ? 'morning' : 'full';
}

function withPortion(period: Period, end: End, portion: Portion): Period {
  const days = daysOf(period);
  const fromHalf = portion === 'afternoon' ? 2 : 1;
  const toHalf = portion === 'morning' ? 1 : 2;
  if (days.from === days.to) return asPeriod({ ...days, fromHalf, toHalf });
  return asPeriod(end === 'from' ? { ...days, fromHalf } : { ...days, toHalf });
}

const HOUR: Minutes = 60;
const AFTERNOON: Hours = { start: 14 * HOUR, end: 18 * HOUR };

/** Half a day that ends with the work. */
const lastHours = ({ start, end }: Hours): Hours => ({ start: Math.max(start, end - 4 * HOUR), end });

/** The same days in another unit; hours are those of the person's shift. */
export function inUnit(period: Period, unit: 'day' | 'hour', shift: Hours | null = null): Period {
  if (unit === 'hour') return { unit, from: period.from, ...(shift ? lastHours(shift) : AFTERNOON) };
  return period.unit === 'hour' ? { unit, from: period.from, to: period.from } : period;
}

/** Moves the start and keeps the number of days; what goes beyond the last day is cut off and told. */
function moveStart(period: Period, from: Day, last: Day): { period: Period; clampedTo: Day | null } {
  if (period.unit === 'hour') return { period: { ...period, from }, clampedTo: null };
  const wanted = addDays(from, dayCount(period.from, period.to) - 1);
  const to = wanted > last ? last : wanted;
  return { period: asPeriod({ ...daysOf(period), from, to }), clampedTo: to === wanted ? null : last };
}

/** Halves of a single day do not fit a longer period: it begins and ends with whole days again. */
function moveEnd(period: Period, to: Day): Period {
  const days = daysOf(period);
  const wasSingle = days.from === days.to;
  const isSingle = days.from === to;
  if (wasSingle === isSingle) return asPeriod({ ...days, to });
  return asPeriod({ ...days, to, fromHalf: wasSingle ? days.fromHalf : 1, toHalf: 2 });
}

function withClock(
  period: Period,
  type: 'start' | 'finish' | 'length',
  minutes: Minutes,
  shift: Hours | null,
) {
  if (period.unit !== 'hour') return period;
  const { start, end } = period;
  const length = end - start;
  if (type === 'start') return { ...period, start: minutes, end: minutes + length };
  // An end before the start is on the next day.
  if (type === 'finish') return { ...period, end: minutes > start ? minutes : minutes + 24 * HOUR };
  // Hours before the end of the work stay there, all others begin when they began.
  return end === shift?.end && end > minutes
    ? { ...period, start: end - minutes }
    : { ...period, end: start + minutes };
}

/** One step: the period and the state of its calendar afterwards. */
export function movePeriod(
  period: Period,
  picker: PeriodPicker,
  move: PeriodMove,
  { last, shift }: Pick<FormCalendar, 'last'> & { readonly shift: Hours | null },
): { readonly period: Period; readonly picker: PeriodPicker } {
  const calm = { ...picker, clampedTo: null };
  switch (move.type) {
    case 'unit':
      return { period: inUnit(period, move.unit, shift), picker: { ...calm, end: 'from' } };
    case 'month':
      return { period, picker: { ...calm, monday: turned(picker.monday, move.step) } };
    case 'end':
      return { period, picker: { ...calm, end: move.end } };
    case 'portion':
      return { period: withPortion(period, move.end, move.portion), picker: calm };
    case 'day': {
      if (picker.end === 'to' && move.day >= period.from && period.unit !== 'hour')
        return { period: moveEnd(period, move.day), picker: { ...calm, end: 'from' } };
      const moved = moveStart(period, move.day, last);
      return { period: moved.period, picker: { ...picker, end: 'to', clampedTo: moved.clampedTo } };
    }
    default:
      return { period: withClock(period, move.type, move.minutes, shift), picker: calm };
  }
}
