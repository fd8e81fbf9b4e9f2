import { optional, strictObject } from 'valibot';
import type { FeedbackContract } from '#contracts/feedback';
import { briefOf } from '../../people/rules';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, day, employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { noteIdOf, rankOf } from '../domain/note';
import { question, topic } from '../inputs/feedback';
import { tellOther } from '../services/tell';
import { colleagueOf, storedTopic, writeNote } from '../services/write-note';

/** The longest time that somebody is given to answer, days. */
const MAX_DAYS = 60;

/** Asks a colleague for feedback about oneself. Idempotent by `key`. @throws AppError FEEDBACK_REFUSED */
export const askFeedback = employeeAction<FeedbackContract['askFeedback']>({
  input: strictObject({ key: clientKey, ofId: employeeId, question, dueOn: day, topic: optional(topic) }),
  allow: can('update', 'Feedback'),
  texts: ({ question: asked, topic: about }) => [asked, ...(about ? [about.title] : [])],
  async run({ input: { key, ofId, question: asked, dueOn, topic: about }, me, now }) {
    const today = dayOf(now);
    const giver = await colleagueOf(ofId, me, today, now);
    const stored = await storedTopic(about, me._id);
    if (dueOn < today || dueOn > addDays(today, MAX_DAYS))
      throw new AppError('FEEDBACK_REFUSED', { rule: 'due' });
    const _id = noteIdOf(me._id, key);
    const note = await writeNote({
      ...{ _id, kind: 'feedback', state: 'asked', authorId: me._id, day: today },
      ...{ fromId: giver._id, from: briefOf(giver), toId: me._id, to: briefOf(me) },
      ...{ managerId: me.managerId, wall: '', text: '', question: asked, dueOn, topic: stored },
      ...{ visibility: 'receiver', replies: [], planId: null, at: now, rank: rankOf(now, _id), rev: 1 },
    });
    await tellOther('feedback.asked', note, note.at);
    return { id: note._id, rev: note.rev };
  },
});
