import type { ActionShape, Day, Instant } from './common';
import type { PersonBrief } from './person';

/** `feedback`: what one could do better or does well; `praise`: thanks, which may be for everybody. */
export type FeedbackKind = 'feedback' | 'praise';

/**
 * `asked`: somebody was asked and has not answered. `declined`: they would rather not. `given`: it is there. `withdrawn`: its
 * giver has taken it back, and its words are gone.
 */
export type FeedbackState = 'asked' | 'declined' | 'given' | 'withdrawn';

/** Who reads it beside its giver, who chooses: the receiver; their manager of that day as well; of praise, everybody. */
export type FeedbackVisibility = 'receiver' | 'manager' | 'everybody';

/** What it is about: a goal or key result of the receiver, by the title that the giver saw, or a project. */
export type FeedbackTopic =
  | {
      readonly kind: 'goal';
      /** Of the receiver. */
      readonly sheetId: string;
      readonly objectiveId: string;
      readonly keyResultId?: string;
      readonly title: string;
    }
  | { readonly kind: 'project'; readonly title: string };

/** A note in lists. */
export interface FeedbackBrief {
  readonly id: string;
  readonly kind: FeedbackKind;
  readonly state: FeedbackState;
  readonly from: PersonBrief;
  readonly to: PersonBrief;
  /** The beginning of its words, or of the question as long as it is not answered. */
  readonly excerpt: string;
  readonly topic: FeedbackTopic | null;
  readonly visibility: FeedbackVisibility;
  readonly at: Instant;
  /** Of what was asked. */
  readonly dueOn: Day | null;
  readonly replies: number;
  /** Which side the reader is on; null for who is neither. */
  readonly side: 'from' | 'to' | null;
}

export interface FeedbackReply {
  readonly at: Instant;
  readonly text: string;
}

export interface FeedbackNoteView extends Omit<FeedbackBrief, 'excerpt' | 'replies'> {
  readonly rev: number;
  readonly text: string;
  /** What was asked; null if nobody asked. */
  readonly question: string | null;
  readonly replies: readonly FeedbackReply[];
  /** The plan that the receiver has made of it. */
  readonly planId: string | null;
  /** What the reader may do now. */
  readonly may: {
    readonly answer: boolean;
    readonly reply: boolean;
    readonly withdraw: boolean;
    readonly improve: boolean;
  };
}

/** `about`: those about a colleague that the reader may see. `wall`: praise for people of the own department. */
export type FeedbackScope = 'received' | 'given' | 'asked' | 'about' | 'wall';

interface Written {
  /** Makes a retry recognizable. */
  readonly key: string;
  readonly topic?: FeedbackTopic;
}

interface Saved {
  readonly id: string;
  readonly rev: number;
}

/** Actions of the function `appraisal` about feedback. */
export interface FeedbackContract {
  feedback: ActionShape & {
    input: { readonly scope: FeedbackScope; readonly employeeId?: string; readonly cursor?: string };
    output: {
      readonly notes: readonly FeedbackBrief[];
      readonly next: string | null;
      /** Questions that wait for the reader's answer; 100 stands for more. */
      readonly waiting: number;
    };
  };
  feedbackNote: ActionShape & { input: { readonly id: string }; output: FeedbackNoteView };
  giveFeedback: ActionShape & {
    input: Written & {
      readonly toId: string;
      readonly kind: FeedbackKind;
      readonly text: string;
      readonly visibility: FeedbackVisibility;
    };
    output: Saved;
  };
  /** Asks a colleague for feedback about oneself, until a day. */
  askFeedback: ActionShape & {
    input: Written & { readonly ofId: string; readonly question: string; readonly dueOn: Day };
    output: Saved;
  };
  /** Without a text: would rather not. */
  answerFeedback: ActionShape & {
    input: {
      readonly id: string;
      readonly rev: number;
      readonly answer: { readonly text: string; readonly visibility: 'receiver' | 'manager' } | null;
    };
    output: Saved;
  };
  /** The receiver answers what was given. */
  replyFeedback: ActionShape & {
    input: { readonly id: string; readonly key: string; readonly text: string };
    output: Saved;
  };
  withdrawFeedback: ActionShape & {
    input: { readonly id: string; readonly rev: number };
    output: Saved;
  };
}
