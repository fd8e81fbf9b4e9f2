import type { Day, Instant } from '#contracts/common';
import type { CycleBrief, CycleKind } from '#contracts/goal';
import type { CycleDays } from '#contracts/goals';
import { addDays, daysBetween } from '../../shared/calendar/company-time';
import { type Calendar, isCompanyWorkday } from './company-days';

/** A document of `goal_cycles`. */
export interface Cycle extends Omit<CycleBrief, 'id'> {
  /** `2026-11`, `2026-Q4` or `2026`. */
  readonly _id: string;
  readonly rev: number;
  readonly openedAt: Instant;
  readonly openedBy: string;
  /** Of a closed one: until then, and once more, the timer looks for sheets that were added while it was closed; null after that. */
  readonly recheckUntil?: Instant | null;
}

/** A call is over after this time, whether it answered or died, ms. */
export const CALL_OVER_MS = 60_000;

const MONTHS: { readonly [Kind in CycleKind]: number } = { month: 1, quarter: 3, year: 12 };

/** The cycle of a kind that a day is in: its id, and its first and last day. */
export function cycleOn(kind: CycleKind, day: Day): Pick<Cycle, '_id' | 'kind' | 'from' | 'to'> {
  const year = day.slice(0, 4);
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS[kind]);
  const from = firstOf(Number(year), index * MONTHS[kind]);
  const to = addDays(firstOf(Number(year), (index + 1) * MONTHS[kind]), -1);
  const id = { month: from.slice(0, 7), quarter: `${year}-Q${index + 1}`, year }[kind];
  return { _id: id, kind, from, to };
}

/** The id of the cycle of the same kind before one. */
export const cycleBefore = ({ kind, from }: Pick<Cycle, 'kind' | 'from'>): string =>
  cycleOn(kind, addDays(from, -1))._id;

/** The kind and days of the cycle that an id names. */
export function cycleOfId(id: string): ReturnType<typeof cycleOn> {
  const [year = '', part = ''] = id.split('-');
  if (part === '') return cycleOn('year', `${year}-01-01` as Day);
  if (!part.startsWith('Q')) return cycleOn('month', `${id}-01` as Day);
  return cycleOn('quarter', firstOf(Number(year), (Number(part.slice(1)) - 1) * MONTHS.quarter));
}

/** Whether a cycle lies in another one, or is the same, by their ids. */
export function isWithin(inner: string, outer: string): boolean {
  if (inner === outer) return true;
  const [year, part = ''] = outer.split('-');
  if (inner.slice(0, 4) !== year) return false;
  if (part === '') return true;
  const month = /^\d{4}-(\d{2})$/.exec(inner)?.[1];
  return (
    part.startsWith('Q') && month !== undefined && Math.ceil(Number(month) / 3) === Number(part.slice(1))
  );
}

/** The first day of a month; `index` counts from January of `year`, 0. */
function firstOf(year: number, index: number): Day {
  const month = (index % 12) + 1;
  return `${year + Math.floor(index / 12)}-${String(month).padStart(2, '0')}-01` as Day;
}

export const briefOf = ({ _id: id, kind, from, to, state, remindAfter }: Cycle): CycleBrief => ({
  ...{ id, kind, from, to, state },
  ...(remindAfter !== undefined && { remindAfter }),
});

/** The workdays of a cycle, and those that are over. */
export function daysOf({ from, to }: Pick<Cycle, 'from' | 'to'>, today: Day, calendar: Calendar): CycleDays {
  const workdays = daysBetween(from, to).filter((day) => isCompanyWorkday(day, calendar));
  return { workdays: workdays.length, gone: workdays.filter((day) => day <= today).length };
}
