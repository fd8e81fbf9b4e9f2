import type { CalendarOverride, CompleteYears } from '../../shared/calendar/day-kind';
import { collection } from '../../shared/data/collection';
import { cachedById } from '../../shared/data/warm-cache';
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

const calendars = collection<Calendar>('calendars');
export const calendarsById = cachedById(calendars);

/** What the company has decided about some years. */
export interface CompanyCalendar {
  readonly overrides: readonly CalendarOverride[];
  readonly complete: CompleteYears;
}

/** The company's calendar of these years, from the warm cache. */
export async function findCompanyCalendar(years: readonly string[], now: number): Promise<CompanyCalendar> {
  const found = [...(await calendarsById(years, now)).values()];
  return {
    overrides: found.flatMap(({ overrides }) => overrides),
    complete: new Set(found.flatMap(({ _id, complete }) => (complete ? [_id] : []))),
  };
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
