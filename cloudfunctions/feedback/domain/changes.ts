import type { Instant } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';
import { type Note, type Reply, rankOf } from './note';

/** How long a giver can take a note back: longer, and it may have been read for a review. */
const WITHDRAW_MS = 24 * 3_600_000;
const MAX_REPLIES = 5;

type Refusal = 'state' | 'too-late' | 'replied' | 'planned' | 'full' | 'key-reused';

const refused = (rule: Refusal): AppError<'FEEDBACK_REFUSED'> => new AppError('FEEDBACK_REFUSED', { rule });

export const canAnswer = ({ state, fromId }: Note, id: string): boolean => state === 'asked' && fromId === id;

export const canReply = ({ state, toId, replies }: Note, id: string): boolean =>
  state === 'given' && toId === id && replies.length < MAX_REPLIES;

export const canImprove = ({ state, toId, planId }: Note, id: string): boolean =>
  state === 'given' && toId === id && planId === null;

export const canWithdraw = (note: Note, id: string, now: Instant): boolean =>
  isWriter(note, id) && withdrawRefusal(note, now) === null;

/** A question is withdrawn by who asked it, an answer and what was given unasked by its giver. */
const isWriter = ({ state, toId, fromId }: Note, id: string): boolean =>
  (state === 'asked' ? toId : fromId) === id;

function withdrawRefusal({ state, at, replies, planId }: Note, now: Instant): Refusal | null {
  if (state === 'asked') return null;
  if (state !== 'given') return 'state';
  if (now - at > WITHDRAW_MS) return 'too-late';
  // Words and plans of the receiver would lose what they are about.
  if (replies.length > 0) return 'replied';
  return planId === null ? null : 'planned';
}

/**
 * What was asked is answered, or declined. @returns the note as it is after that; itself if it was answered so before
 * @throws AppError NOT_FOUND unless it is asked of this person, FEEDBACK_REFUSED
 */
export function answered(
  note: Note,
  id: string,
  answer: Pick<Note, 'text' | 'visibility' | 'managerId'> | null,
  now: Instant,
): Note {
  if (note.fromId !== id || note.dueOn === null) throw new AppError('NOT_FOUND', { what: 'feedback' });
  if (note.state === 'declined' && answer === null) return note;
  if (note.state === 'given' && note.text === answer?.text && note.visibility === answer.visibility)
    return note;
  if (note.state !== 'asked') throw refused('state');
  const dated = { at: now, rank: rankOf(now, note._id), rev: note.rev + 1 };
  return answer === null
    ? { ...note, ...dated, state: 'declined' }
    : { ...note, ...dated, ...answer, state: 'given' };
}

/** @throws AppError NOT_FOUND unless the person has received it, FEEDBACK_REFUSED */
export function replied(note: Note, id: string, reply: Reply): Note {
  if (note.toId !== id) throw new AppError('NOT_FOUND', { what: 'feedback' });
  const known = note.replies.find(({ key }) => key === reply.key);
  if (known && known.text !== reply.text) throw refused('key-reused');
  if (known) return note;
  if (note.state !== 'given') throw refused('state');
  if (note.replies.length >= MAX_REPLIES) throw refused('full');
  return { ...note, replies: [...note.replies, reply], rev: note.rev + 1 };
}

/** Without its words; that there was one stays. @throws AppError NOT_FOUND unless the person has written it, FEEDBACK_REFUSED */
export function withdrawn(note: Note, id: string, now: Instant): Note {
  // What was withdrawn as a question had no words yet.
  const isAgain = note.state === 'withdrawn' && (note.fromId === id || note.authorId === id);
  if (isAgain) return note;
  if (!isWriter(note, id)) throw new AppError('NOT_FOUND', { what: 'feedback' });
  const rule = withdrawRefusal(note, now);
  if (rule) throw refused(rule);
  const { state, question } = note;
  const left = { text: '', wall: '', topic: null, question: state === 'asked' ? '' : question };
  return { ...note, ...left, state: 'withdrawn', rev: note.rev + 1 };
}

/** The receiver has begun to improve by it. @throws AppError NOT_FOUND, FEEDBACK_REFUSED */
export function improvedBy(note: Note, id: string, planId: string): Note {
  if (note.toId !== id) throw new AppError('NOT_FOUND', { what: 'feedback' });
  if (note.planId !== null) return note;
  if (note.state !== 'given') throw refused('state');
  return { ...note, planId, rev: note.rev + 1 };
}
