import type { CalendarOverride, CompleteYears } from '../../shared/calendar/day-kind';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import { bilingual, day, listOfObjects, text } from '../../shared/faults/checks';
import type { Change } from '../../shared/history/history';

/** The company's days of one year; `_id` is the year. */
export interface Calendar {
  readonly _id: string;
  readonly overrides: readonly CalendarOverride[];
  /** HR has entered all exchanged days of a year whose arrangement the product does not know. */
  readonly complete?: boolean;
  /** Absent if the year was never saved by the product. */
  readonly rev?: number;
  readonly history?: readonly Change[];
}

const calendars = collection<Calendar>('calendars', {
  overrides: listOfObjects({ day, kind: text, name: bilingual }),
});
export const calendarsById = cachedById(calendars);

/** What the company has decided about some years. */
export interface CompanyCalendar {
  readonly overrides: readonly CalendarOverride[];
  readonly complete: CompleteYears;
}

/** The company's calendar of these years, from the warm cache; `replaced` in place of its days. */
export async function findCompanyCalendar(
  years: readonly string[],
  now: number,
  replaced: ReadonlyMap<string, readonly CalendarOverride[]> = new Map(),
): Promise<CompanyCalendar> {
  const found = await calendarsById(years, now);
  return {
    overrides: years.flatMap((year) => replaced.get(year) ?? found.get(year)?.overrides ?? []),
    complete: new Set(years.filter((year) => found.get(year)?.complete)),
  };
}

/** The current state of one year. */
export const findCalendar = (year: string): Promise<Calendar | null> => calendars.byId(year);

/** Writes a year with the `put` of a transaction that has read it. */
export const putCalendar = (put: Put, calendar: Calendar): Promise<void> => put('calendars', calendar);
