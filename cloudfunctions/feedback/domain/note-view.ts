import type { Instant } from '#contracts/common';
import type { FeedbackNoteView } from '#contracts/feedback';
import { canAnswer, canImprove, canReply, canWithdraw } from './changes';
import { type Note, sideOf } from './note';

/** A note as somebody who may read it sees it. */
export function noteView(note: Note, viewerId: string, now: Instant): FeedbackNoteView {
  const { _id: id, kind, state, from, to, topic, visibility, at, dueOn, text, question, rev } = note;
  const isOwn = viewerId === note.toId;
  return {
    ...{ id, rev, kind, state, from, to, topic, visibility, at, dueOn, text, question },
    side: sideOf(note, viewerId),
    replies: note.replies.map(({ at: when, text: said }) => ({ at: when, text: said })),
    planId: isOwn ? note.planId : null,
    may: {
      answer: canAnswer(note, viewerId),
      reply: canReply(note, viewerId),
      withdraw: canWithdraw(note, viewerId, now),
      improve: canImprove(note, viewerId),
    },
  };
}
