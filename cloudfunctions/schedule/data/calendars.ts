import type { CalendarOverride } from '../../shared/calendar/day-kind';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import type { Change } from '../../shared/history/history';

/** The company's days of one year; `_id` is the year. */
export interface Calendar {
  readonly _id: string;
  readonly overrides: readonly CalendarOverride[];
  /** Absent if the year was never saved by the product. */
  readonly rev?: number;
  readonly history?: readonly Change[];
}

const calendars = collection<Calendar>('calendars');
export const calendarsById = cachedById(calendars);

/** The company's days of these years, from the warm cache; `replaced` in place of them. */
export async function findOverrides(
  years: readonly string[],
  now: number,
  replaced: ReadonlyMap<string, readonly CalendarOverride[]> = new Map(),
): Promise<CalendarOverride[]> {
  const found = await calendarsById(years, now);
  return years.flatMap((year) => replaced.get(year) ?? found.get(year)?.overrides ?? []);
}

/** The current state of one year. */
export const findCalendar = (year: string): Promise<Calendar | null> => calendars.byId(year);

/** Writes a year with the `put` of a transaction that has read it. */
export const putCalendar = (put: Put, calendar: Calendar): Promise<void> => put('calendars', calendar);
