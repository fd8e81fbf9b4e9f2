import { AppError } from '../../shared/errors/app-error';
import { findNote } from '../data/notes';
import { mayRead } from '../domain/may-read';
import type { Note } from '../domain/note';

/** A note that this person may read: for everybody else it does not exist. @throws AppError NOT_FOUND */
export async function loadNote(id: string, viewerId: string): Promise<Note> {
  const note = await findNote(id);
  if (!note || !mayRead(note, viewerId)) throw new AppError('NOT_FOUND', { what: 'feedback' });
  return note;
}
