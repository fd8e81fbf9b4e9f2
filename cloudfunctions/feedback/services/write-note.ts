import type { Day, Instant } from '#contracts/common';
import type { FeedbackTopic } from '#contracts/feedback';
import { findSheetsForAppraisal } from '../../goals/public';
import { employeesById } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { addNote, findNote, findWrittenOn } from '../data/notes';
import { NOTES_PER_DAY, requireNotesLeft } from '../domain/limits';
import type { Note } from '../domain/note';

/**
 * A colleague to whom or of whom somebody writes.
 * @throws AppError FEEDBACK_REFUSED for oneself or somebody who is not employed today
 */
export async function colleagueOf(id: string, me: Employee, today: Day, now: Instant): Promise<Employee> {
  if (id === me._id) throw new AppError('FEEDBACK_REFUSED', { rule: 'own' });
  const colleague = (await employeesById([id], now)).get(id);
  if (!colleague || !isEmployedOn(colleague, today)) throw new AppError('FEEDBACK_REFUSED', { rule: 'gone' });
  return colleague;
}

/**
 * What a note is about, as it is stored: a goal is one of the receiver's own that counts, with the title that it has in their
 * sheet, not the one that was sent. One read if it is about a goal.
 * @throws AppError FEEDBACK_REFUSED
 */
export async function storedTopic(
  topic: FeedbackTopic | undefined,
  receiverId: string,
): Promise<FeedbackTopic | null> {
  if (topic?.kind !== 'goal') return topic ?? null;
  const [cycleId = '', owner] = topic.sheetId.split(':');
  const isOwn = owner === `p-${receiverId}`;
  const sheet = isOwn ? (await findSheetsForAppraisal(cycleId, [receiverId])).get(receiverId) : undefined;
  const objective = sheet?.objectives.find(({ id }) => id === topic.objectiveId);
  const { keyResultId } = topic;
  const about = keyResultId === undefined ? objective : objective?.lines.find(({ id }) => id === keyResultId);
  if (!objective || !about) throw new AppError('FEEDBACK_REFUSED', { rule: 'topic' });
  return { ...topic, title: about.title || objective.title };
}

/**
 * Adds a note once, within what one person may write a day: the limit is exact but for what is sent at the same moment.
 * @returns the note that is there
 * @throws AppError FEEDBACK_REFUSED over the limit, or if the key was used for other words
 */
export async function writeNote(note: Note): Promise<Note> {
  const { authorId, fromId, toId } = note;
  const written = await findWrittenOn(authorId, note.day, NOTES_PER_DAY + 1);
  const known = await knownAs(note);
  if (known) return known;
  requireNotesLeft(written, authorId === fromId ? toId : fromId);
  if ((await addNote(note)) === 'added') return note;
  const first = await knownAs(note);
  if (!first) throw new AppError('BUSY', {});
  return first;
}

/** The same note, written before by the same key. */
async function knownAs(note: Note): Promise<Note | null> {
  const known = await findNote(note._id);
  if (known && wordsOf(known) !== wordsOf(note))
    throw new AppError('FEEDBACK_REFUSED', { rule: 'key-reused' });
  return known;
}

/** What of a note stays as it was first written: a retry comes after an answer, too. */
const wordsOf = ({ kind, fromId, toId, question, dueOn, text }: Note): string =>
  JSON.stringify([kind, fromId, toId, question, dueOn, question === null ? text : '']);
