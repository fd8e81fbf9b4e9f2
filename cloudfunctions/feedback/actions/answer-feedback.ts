import { nullable, picklist, strictObject } from 'valibot';
import type { FeedbackContract } from '#contracts/feedback';
import { dayOf } from '../../shared/calendar/company-time';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { answered } from '../domain/changes';
import { noteId, words } from '../inputs/feedback';
import { changeNote } from '../services/change-note';
import { loadNote } from '../services/load-note';
import { tellOther } from '../services/tell';
import { colleagueOf } from '../services/write-note';

/**
 * Answers a question about a colleague, or declines it; also after its day, as long as the colleague is employed. Idempotent.
 * @throws AppError NOT_FOUND, FEEDBACK_REFUSED, VERSION_CONFLICT, BUSY
 */
export const answerFeedback = employeeAction<FeedbackContract['answerFeedback']>({
  input: strictObject({
    id: noteId,
    rev: revision,
    answer: nullable(strictObject({ text: words, visibility: picklist(['receiver', 'manager']) })),
  }),
  allow: can('update', 'Feedback'),
  texts: ({ answer }) => (answer ? [answer.text] : []),
  async run({ input: { id, rev, answer }, me, now }) {
    const { toId } = await loadNote(id, me._id);
    const receiver = toId === me._id ? me : await colleagueOf(toId, me, dayOf(now), now);
    const said = answer && { ...answer, managerId: receiver.managerId };
    const note = await changeNote({ id, viewerId: me._id, rev }, (found) =>
      answered(found, me._id, said, now),
    );
    await tellOther(note.state === 'declined' ? 'feedback.declined' : 'feedback.answered', note, note.at);
    return { id, rev: note.rev };
  },
});
