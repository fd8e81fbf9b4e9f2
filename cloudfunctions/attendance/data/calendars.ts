import type { CalendarOverride } from '../../shared/calendar/day-kind';
import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';

/** The company's own days of one year, `_id` is the year. */
interface Calendar {
  readonly _id: string;
  readonly overrides: readonly CalendarOverride[];
}

const calendarsById = cachedById(collection<Calendar>('calendars'));

/** The company's own days of these years; as old as the warm cache allows. */
export async function findOverrides(years: readonly string[], now: number): Promise<CalendarOverride[]> {
  const calendars = await calendarsById(years, now);
  return [...calendars.values()].flatMap(({ overrides }) => overrides);
}
