import type { CalendarOverride } from '../../shared/calendar/day-kind';
import { collection } from '../../shared/data/collection';
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

/** The company's days of these years, from the warm cache. */
export async function findOverrides(years: readonly string[], now: number): Promise<CalendarOverride[]> {
  const found = await calendarsById(years, now);
  return [...found.values()].flatMap(({ overrides }) => overrides);
}

/** The current state of one year. */
export const findCalendar = (year: string): Promise<Calendar | null> => calendars.byId(year);

/** @returns whether the year was saved; false if the stored revision is not the expected one */
export async function putCalendar(calendar: Calendar, expectedRev: number): Promise<boolean> {
  const { _id, ...fields } = calendar;
  if (expectedRev === 0 && (await calendars.add(calendar)) === 'added') return true;
  const changed = await calendars.updateWhere(
    ({ exists }) => ({ _id, rev: expectedRev === 0 ? exists(false) : expectedRev }),
    () => fields,
  );
  return changed === 1;
}
