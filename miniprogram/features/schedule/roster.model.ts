import type { Day, Month } from '#contracts/common';
import type { RosterRow } from '#contracts/roster';
import type { ScheduleContract } from '#contracts/schedule';
import { addDays, addMonths, monthOf, weekdayOf } from '../../utils/dates';
import { differing, merge } from './merge';

export type Sheet = ScheduleContract['roster']['output'];
/** What a day of the roster says: the id of a shift or `off`. */
export type Entry = string;
export type Days = Readonly<Record<Day, Entry>>;
/** Unsaved months by employee number; only people with changes are in it. */
export type Drafts = Readonly<Record<string, Days>>;

export const OFF: Entry = 'off';
/** What a day is painted with: an entry, or null for the usual plan. */
export type Paint = Entry | null;

/** Every day of a month. */
export function daysOf(month: Month): Day[] {
  const first = `${month}-01` as Day;
  const days = Array.from({ length: 31 }, (_, index) => addDays(first, index));
  return days.filter((day) => monthOf(day) === month);
}

/** The days with one of them painted. */
export function painted(days: Days, day: Day, paint: Paint): Days {
  const { [day]: _, ...others } = days as Record<Day, Entry>;
  return paint === null ? others : { ...others, [day]: paint };
}

/** `count` days in a row from `from` on, as far as the month goes. */
export function paintedRow(days: Days, month: Month, from: Day, count: number, paint: Paint): Days {
  const wanted = daysOf(month)
    .filter((day) => day >= from)
    .slice(0, count);
  return wanted.reduce((all, day) => painted(all, day, paint), days);
}

/** What a person's month is now: the draft, else what was read. */
export const daysFor = (row: RosterRow, drafts: Drafts): Days => drafts[row.employeeId] ?? row.days;

/** Drafts without those that say what was read. */
function onlyChanged(rows: readonly RosterRow[], drafts: Drafts): Drafts {
  const changed = rows.filter((row) => differing(row.days, daysFor(row, drafts)).length > 0);
  return Object.fromEntries(changed.map((row) => [row.employeeId, daysFor(row, drafts)]));
}

/** The drafts with one person's month changed. */
export function withDays(rows: readonly RosterRow[], drafts: Drafts, employeeId: string, days: Days): Drafts {
  return onlyChanged(rows, { ...drafts, [employeeId]: days });
}

/** The drafts with single days of several people painted; nobody plans their own days. */
export function withPaints(rows: readonly RosterRow[], drafts: Drafts, paints: Paints): Drafts {
  const next: Record<string, Days> = { ...drafts };
  for (const row of rows.filter(({ isOwn }) => !isOwn)) {
    const own = Object.entries(paints[row.employeeId] ?? {}) as [Day, Paint][];
    if (own.length > 0)
      next[row.employeeId] = own.reduce(
        (days, [day, paint]) => painted(days, day, paint),
        daysFor(row, drafts),
      );
  }
  return onlyChanged(rows, next);
}

/** People and days that would be saved. */
export function countChanges(rows: readonly RosterRow[], drafts: Drafts): { people: number; days: number } {
  const changed = rows.map((row) => differing(row.days, daysFor(row, drafts)).length);
  return {
    people: changed.filter((count) => count > 0).length,
    days: changed.reduce((sum, count) => sum + count, 0),
  };
}

/** What the server is sent: the people whose month was changed, each with the revision that was read. */
export const rowsToSave = (rows: readonly RosterRow[], drafts: Drafts) =>
  rows.flatMap(({ employeeId, rev }) => {
    const days = drafts[employeeId];
    return days ? [{ employeeId, rev, days }] : [];
  });

/** The rows as they are after a save. */
export const savedRows = (
  rows: readonly RosterRow[],
  drafts: Drafts,
  saved: readonly { readonly employeeId: string; readonly rev: number }[],
): RosterRow[] =>
  rows.map((row) => {
    const rev = saved.find(({ employeeId }) => employeeId === row.employeeId)?.rev;
    return rev === undefined ? row : { ...row, rev, days: daysFor(row, drafts) };
  });

/** A version conflict in one row. */
export interface Clash {
  readonly row: RosterRow;
  /** Days that both changed; the own values are kept. */
  readonly kept: readonly Day[];
  /** Days that they alone changed. */
  readonly adopted: readonly Day[];
}

/** Rebases the drafts onto rows that were read again, and lists the conflicts. */
export function rebased(
  before: readonly RosterRow[],
  drafts: Drafts,
  fresh: readonly RosterRow[],
): { drafts: Drafts; clashes: Clash[] } {
  const next: Record<string, Days> = {};
  const clashes: Clash[] = [];
  for (const row of fresh) {
    const mine = drafts[row.employeeId];
    const base = before.find(({ employeeId }) => employeeId === row.employeeId);
    if (!mine || !base) continue;
    const { value, contested, adopted } = merge<Entry>(base.days, mine, row.days);
    next[row.employeeId] = value as Days;
    if (row.rev !== base.rev) clashes.push({ row, kept: contested as Day[], adopted: adopted as Day[] });
  }
  return { drafts: onlyChanged(fresh, next), clashes };
}

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The Mondays of all weeks that have a day in the month. */
export function mondaysOf(month: Month): Day[] {
  return [...new Set(daysOf(month).map(mondayOf))];
}

/** The Mondays that can be copied from: those of the month, and the week before it. */
export function sourceMondays(month: Month): Day[] {
  const own = mondaysOf(month);
  return [addDays(own[0] ?? (`${month}-01` as Day), -7), ...own];
}

/** Whether a week begins in the month before. */
export const needsMonthBefore = (month: Month, monday: Day): boolean =>
  monthOf(monday) === addMonths(month, -1);

/** What a week says for the days of another one, as far as they are in the month. */
function copiedWeek(
  month: Month,
  from: Day,
  to: Day,
  entryOn: (day: Day) => Entry | undefined,
): Record<Day, Paint> {
  const days = Array.from({ length: 7 }, (_, index) => index);
  const inMonth = days.filter((index) => monthOf(addDays(to, index)) === month);
  return Object.fromEntries(
    inMonth.map((index) => [addDays(to, index), entryOn(addDays(from, index)) ?? null]),
  );
}

/** A week that is to be copied; `person` is empty for everybody. */
export interface WeekCopy {
  readonly from: Day;
  readonly to: Day;
  readonly person: string;
}

export type Paints = Readonly<Record<string, Readonly<Record<Day, Paint>>>>;

/**
 * What copying a week changes. Unsaved days are copied with their draft values; `before` are the rows of the
 * month before, where the week begins in it.
 */
export function weekPaints(
  month: Month,
  rows: readonly RosterRow[],
  drafts: Drafts,
  before: readonly RosterRow[],
  { from, to, person }: WeekCopy,
): Paints {
  const chosen = rows.filter(({ employeeId }) => person === '' || employeeId === person);
  return Object.fromEntries(
    chosen.map((row) => {
      const last = before.find(({ employeeId }) => employeeId === row.employeeId)?.days ?? {};
      const days = daysFor(row, drafts);
      const entryOn = (day: Day) => (monthOf(day) === month ? days[day] : (last as Days)[day]);
      return [row.employeeId, copiedWeek(month, from, to, entryOn)];
    }),
  );
}
