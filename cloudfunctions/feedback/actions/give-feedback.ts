import { optional, strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { FeedbackContract, FeedbackTopic } from '#contracts/feedback';
import { briefOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { type Note, noteIdOf, rankOf } from '../domain/note';
import { kind, topic, visibility, words } from '../inputs/feedback';
import { tellOther } from '../services/tell';
import { colleagueOf, storedTopic, writeNote } from '../services/write-note';

type Input = FeedbackContract['giveFeedback']['input'];

/** Gives a colleague feedback or praise. Idempotent by `key`. @throws AppError FEEDBACK_REFUSED */
export const giveFeedback = employeeAction<FeedbackContract['giveFeedback']>({
  input: strictObject({
    key: clientKey,
    toId: employeeId,
    kind,
    text: words,
    visibility,
    topic: optional(topic),
  }),
  allow: can('update', 'Feedback'),
  texts: ({ text, topic: about }) => [text, ...(about ? [about.title] : [])],
  async run({ input, me, now }) {
    const receiver = await colleagueOf(input.toId, me, dayOf(now), now);
    const about = await storedTopic(input.topic, receiver._id);
    // What is for everybody is thanks: nobody is corrected in front of their team.
    if (input.visibility === 'everybody' && input.kind !== 'praise')
      throw new AppError('FEEDBACK_REFUSED', { rule: 'public' });
    const note = await writeNote(noteOf(input, about, { me, receiver, now }));
    await tellOther(note.kind === 'praise' ? 'feedback.praised' : 'feedback.given', note, note.at);
    return { id: note._id, rev: note.rev };
  },
});

function noteOf(
  input: Input,
  topicOf: FeedbackTopic | null,
  { me, receiver, now }: { readonly me: Employee; readonly receiver: Employee; readonly now: Instant },
): Note {
  const _id = noteIdOf(me._id, input.key);
  return {
    ...{ _id, kind: input.kind, state: 'given', authorId: me._id, day: dayOf(now) },
    ...{ fromId: me._id, from: briefOf(me), toId: receiver._id, to: briefOf(receiver) },
    managerId: receiver.managerId,
    wall: input.visibility === 'everybody' ? receiver.departmentId : '',
    ...{
      text: input.text,
      question: null,
      dueOn: null,
      topic: topicOf,
      visibility: input.visibility,
    },
    ...{ replies: [], planId: null, at: now, rank: rankOf(now, _id), rev: 1 },
  };
}
