import type { Day, Instant } from '#contracts/common';
import type {
  FeedbackBrief,
  FeedbackKind,
  FeedbackReply,
  FeedbackState,
  FeedbackTopic,
  FeedbackVisibility,
} from '#contracts/feedback';
import type { PersonBrief } from '#contracts/person';
import { excerptOf } from '../../shared/text/excerpt';

export interface Reply extends FeedbackReply {
  /** Of the client, so that a retry is not a second one. */
  readonly key: string;
}

/** A document of `feedback_notes`, `_id` is `<author>:<key>`: the author is who gave it or, if it was asked for, who asked. */
export interface Note {
  readonly _id: string;
  readonly kind: FeedbackKind;
  readonly state: FeedbackState;
  readonly authorId: string;
  /** When it was written or asked for: limits count by it. */
  readonly day: Day;
  readonly fromId: string;
  readonly from: PersonBrief;
  readonly toId: string;
  readonly to: PersonBrief;
  /** The receiver's manager when it was given: whom the giver meant by "their manager", whoever comes after. */
  readonly managerId: string | null;
  /** The receiver's department where the praise hangs on its wall; empty where it does not. */
  readonly wall: string;
  readonly text: string;
  readonly question: string | null;
  readonly dueOn: Day | null;
  readonly topic: FeedbackTopic | null;
  readonly visibility: FeedbackVisibility;
  /** Oldest first, at most `MAX_REPLIES`. */
  readonly replies: readonly Reply[];
  readonly planId: string | null;
  readonly at: Instant;
  /** Sorts lists: the instant, then the id. */
  readonly rank: string;
  readonly rev: number;
}

export const noteIdOf = (authorId: string, key: string): string => `${authorId}:${key}`;

export const rankOf = (at: Instant, id: string): string => `${at}:${id}`;

/** Characters of a note that lists show. */
const EXCERPT = 120;

/** Which side somebody is on. */
export function sideOf({ fromId, toId }: Pick<Note, 'fromId' | 'toId'>, id: string): FeedbackBrief['side'] {
  if (id === fromId) return 'from';
  return id === toId ? 'to' : null;
}

export function noteBrief(note: Note, viewerId: string): FeedbackBrief {
  const { _id: id, kind, state, from, to, topic, visibility, at, dueOn, text, question, replies } = note;
  const side = sideOf(note, viewerId);
  const excerpt = excerptOf(state === 'given' ? text : (question ?? ''), EXCERPT);
  return { id, kind, state, from, to, excerpt, topic, visibility, at, dueOn, replies: replies.length, side };
}
