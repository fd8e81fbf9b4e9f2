import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import {
  dayOrNone,
  day as dayText,
  figure,
  listOfObjects,
  objectOf,
  oneOf,
  text,
  textOrNone,
} from '../../shared/faults/checks';
import type { Note } from '../domain/note';

const PERSON = objectOf({ id: text, name: text, nameEn: text });

const notes = collection<Note>('feedback_notes', {
  ...{ kind: oneOf('feedback', 'praise'), state: oneOf('asked', 'declined', 'given', 'withdrawn') },
  ...{ authorId: text, day: dayText, fromId: text, from: PERSON, toId: text, to: PERSON },
  ...{ managerId: textOrNone, wall: text, text, question: textOrNone, dueOn: dayOrNone },
  visibility: oneOf('receiver', 'manager', 'everybody'),
  replies: listOfObjects({ key: text, at: figure, text }),
  ...{ planId: textOrNone, at: figure, rank: text, rev: figure },
});

export const findNote = (id: string): Promise<Note | null> => notes.byId(id);

export const addNote = (note: Note): Promise<'added' | 'duplicate'> => notes.add(note);

/** Replaces a note that is unchanged since it was read. @returns whether it did */
export async function replaceNote(before: Note, { _id, ...after }: Note): Promise<boolean> {
  const changed = await notes.updateWhere(
    () => ({ _id, rev: before.rev }),
    () => ({ ...after }),
  );
  return changed === 1;
}

/** With whom an author has written or asked on a day, one entry for each note. */
export async function findWrittenOn(authorId: string, day: Day, limit: number): Promise<readonly string[]> {
  const found = await notes.listFields(['fromId', 'toId'], () => ({ authorId, day }), limit);
  return found.map(({ fromId, toId }) => (fromId === authorId ? toId : fromId));
}

type Side = { readonly toId: string } | { readonly fromId: string } | { readonly wall: string };

/** Notes of a side in these states, the latest first, after `cursor`. */
export const findNotes = (
  side: Side,
  states: readonly Note['state'][],
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<Note[]> =>
  notes.list(
    (_) => ({ ...side, state: _.in([...states]), ...(cursor !== undefined && { rank: _.lt(cursor) }) }),
    limit,
    [['rank', 'desc']],
  );

/**
 * What somebody was given that `viewerId` may read (`may-read.ts`), the latest first. Asked of the database, so that where a
 * page ends says nothing of a note that is hidden: its place names who has written it, and when.
 */
export const findReadable = (
  toId: string,
  viewerId: string,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<Note[]> =>
  notes.list(
    (_) => {
      const given = { toId, state: 'given', ...(cursor !== undefined && { rank: _.lt(cursor) }) };
      const ways = [
        { ...given, visibility: 'everybody' },
        { ...given, visibility: 'manager', managerId: viewerId },
        { ...given, fromId: viewerId },
      ];
      return _.or(ways) as unknown as Record<string, unknown>;
    },
    limit,
    [['rank', 'desc']],
  );

/** What waits for somebody's answer, and what they have asked others, the latest first. */
export const findAsked = (
  id: string,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<Note[]> =>
  notes.list(
    (_) => {
      const after = cursor === undefined ? {} : { rank: _.lt(cursor) };
      const ofMe = { fromId: id, state: 'asked', ...after };
      const byMe = { toId: id, state: _.in(['asked', 'declined']), ...after };
      return _.or([ofMe, byMe]) as unknown as Record<string, unknown>;
    },
    limit,
    [['rank', 'desc']],
  );

/** What somebody was given between two instants, the latest first; the ends as ranks. */
export const findGivenBetween = (toId: string, from: string, to: string, limit: number): Promise<Note[]> =>
  notes.list((_) => ({ toId, state: 'given', rank: _.gte(from).and(_.lt(to)) }), limit, [['rank', 'desc']]);

export const countAskedOf = (fromId: string): Promise<number> =>
  notes.count(() => ({ fromId, state: 'asked' }));
