import { AppError } from '../../shared/errors/app-error';
import { replaceNote } from '../data/notes';
import type { Note } from '../domain/note';
import { loadNote } from './load-note';

const TRIES = 3;

/**
 * Changes a note as it is now; `change` decides again after a concurrent change, and returns the note itself if there is
 * nothing to change. `rev`: the revision that the person saw, where it matters what they saw.
 * @throws AppError NOT_FOUND, VERSION_CONFLICT if it has changed since, BUSY after three concurrent changes, and what `change` throws
 */
export async function changeNote(
  { id, viewerId, rev }: { readonly id: string; readonly viewerId: string; readonly rev?: number },
  change: (note: Note) => Note,
): Promise<Note> {
  for (let left = TRIES; left > 0; left -= 1) {
    const note = await loadNote(id, viewerId);
    const after = change(note);
    if (after === note) return note;
    if (rev !== undefined && note.rev !== rev) throw new AppError('VERSION_CONFLICT', { version: note.rev });
    if (await replaceNote(note, after)) return after;
  }
  throw new AppError('BUSY', {});
}
