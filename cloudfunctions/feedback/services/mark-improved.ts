import { improvedBy } from '../domain/changes';
import { noteBrief } from '../domain/note';
import { changeNote } from './change-note';
import { loadNote } from './load-note';

/** What was given to this person. @throws AppError NOT_FOUND */
export async function findReceived(id: string, receiverId: string) {
  const note = await loadNote(id, receiverId);
  improvedBy(note, receiverId, note._id);
  return { ...noteBrief(note, receiverId), planId: note.planId };
}

/** The receiver's plan has begun with a note. Idempotent. @throws AppError NOT_FOUND, FEEDBACK_REFUSED, BUSY */
export async function markImproved(id: string, receiverId: string, planId: string): Promise<void> {
  await changeNote({ id, viewerId: receiverId }, (note) => improvedBy(note, receiverId, planId));
}
