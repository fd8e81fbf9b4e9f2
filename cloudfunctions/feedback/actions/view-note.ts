import { strictObject } from 'valibot';
import type { FeedbackContract } from '#contracts/feedback';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { noteView } from '../domain/note-view';
import { noteId } from '../inputs/feedback';
import { loadNote } from '../services/load-note';

/** A note that the reader may see: one read. @throws AppError NOT_FOUND */
export const viewNote = employeeAction<FeedbackContract['feedbackNote']>({
  input: strictObject({ id: noteId }),
  allow: can('read', 'Feedback'),
  run: async ({ input: { id }, me, now }) => noteView(await loadNote(id, me._id), me._id, now),
});
