import { strictObject } from 'valibot';
import type { FeedbackContract } from '#contracts/feedback';
import { clientKey } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { replied } from '../domain/changes';
import { noteId, replyText } from '../inputs/feedback';
import { changeNote } from '../services/change-note';
import { tellOther } from '../services/tell';

/** The receiver answers what was given, five times at most. Idempotent by `key`. @throws AppError NOT_FOUND, FEEDBACK_REFUSED, BUSY */
export const replyFeedback = employeeAction<FeedbackContract['replyFeedback']>({
  input: strictObject({ id: noteId, key: clientKey, text: replyText }),
  allow: can('update', 'Feedback'),
  texts: ({ text }) => [text],
  async run({ input: { id, key, text }, me, now }) {
    const note = await changeNote({ id, viewerId: me._id }, (found) =>
      replied(found, me._id, { key, at: now, text }),
    );
    await tellOther('feedback.replied', note, now, key);
    return { id, rev: note.rev };
  },
});
