import { strictObject } from 'valibot';
import type { FeedbackContract } from '#contracts/feedback';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { withdrawn } from '../domain/changes';
import { noteId } from '../inputs/feedback';
import { changeNote } from '../services/change-note';

/**
 * Takes a note back within a day, or a question that is not answered: its words are gone, that there was one stays. Idempotent.
 * @throws AppError NOT_FOUND, FEEDBACK_REFUSED, VERSION_CONFLICT, BUSY
 */
export const withdrawFeedback = employeeAction<FeedbackContract['withdrawFeedback']>({
  input: strictObject({ id: noteId, rev: revision }),
  allow: can('update', 'Feedback'),
  async run({ input: { id, rev }, me, now }) {
    const note = await changeNote({ id, viewerId: me._id, rev }, (found) => withdrawn(found, me._id, now));
    return { id, rev: note.rev };
  },
});
