import type { Day } from '#contracts/common';
import { addDays, midnight } from '../shared/calendar/company-time';
import type { Employee } from '../shared/kernel/employee';
import { findGivenBetween } from './data/notes';
import { mayRead } from './domain/may-read';
import type { Note } from './domain/note';

/** The interface for other features. */

/** The id of a note as it comes from the phone. */
export { noteId as noteIdInput } from './inputs/feedback';
export { findReceived, markImproved } from './services/mark-improved';

const MOST = 100;

export type FeedbackFound = Pick<Note, '_id' | 'kind' | 'from' | 'text' | 'topic' | 'visibility' | 'at'>;

/**
 * What somebody was given from one day to another, as far as `viewer` may read it, the latest first; a hundred are read. For
 * the facts beside a review and for reports: one read.
 */
export async function findFeedbackFor(
  employeeId: string,
  from: Day,
  to: Day,
  viewer: Pick<Employee, '_id'>,
): Promise<readonly FeedbackFound[]> {
  const [first, last] = [String(midnight(from)), String(midnight(addDays(to, 1)))];
  const found = await findGivenBetween(employeeId, first, last, MOST);
  return found
    .filter((note) => mayRead(note, viewer._id))
    .map(({ _id, kind, from: giver, text, topic, visibility, at }) => ({
      ...{ _id, kind, from: giver, text, topic, visibility, at },
    }));
}
