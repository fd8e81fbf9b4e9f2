import type { Day, Instant } from '#contracts/common';
import { addDays, dayOf, midnight } from '../calendar/company-time';
import type { Collection, Document } from '../data/collection';

/** Documents that are kept for a number of days, and removed after that. */
export interface Retained {
  readonly collection: string;
  readonly days: number;
  /** Removes at most `limit` of those that are over. @returns how many */
  removeOver(now: Instant, limit: number): Promise<number>;
}

type Where = Parameters<Collection<Document>['count']>[0];
type Command = Parameters<Where>[0];

/** The end of what is kept, as an instant and as a day; what is before it is over. */
interface End {
  readonly instant: Instant;
  readonly day: Day;
}

/**
 * @param isOver the condition under which a document is over; its first field has an index
 * @param field by which the oldest come first
 */
export function retained<T extends Document>(
  from: Pick<Collection<T>, 'name' | 'listFields' | 'removeWhere'>,
  days: number,
  field: keyof T & string,
  isOver: (command: Command, end: End) => Readonly<Record<string, unknown>>,
): Retained {
  return {
    collection: from.name,
    days,
    removeOver: async (now, limit) => {
      const day = addDays(dayOf(now), -days);
      const end: End = { day, instant: midnight(day) };
      const found = await from.listFields([field], (_) => isOver(_, end), limit, [[field, 'asc']]);
      if (found.length === 0) return 0;
      // The condition again: one that was changed meanwhile stays.
      const ids = found.map(({ _id }) => _id);
      return from.removeWhere((_) => ({ ...isOver(_, end), _id: _.in(ids) }));
    },
  };
}
