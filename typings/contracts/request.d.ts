import type { Day, Instant, LocalText } from './common';
import type { RecountNote } from './consequence';
import type { DayKind } from './day-status';
import type { ExpensePaymentBrief } from './expense';
import type { Fact, Warning } from './fact';
import type { FlowNote, FlowStep } from './flow';
import type { FormField, FormValues, Period } from './form';
import type { PersonBrief } from './person';
import type { WireError } from './reply';
import type { RequestKind } from './request-type';

/** Values that most people mean, and what sending them would do; null while that hangs on what is missing. */
export interface FirstOfForm {
  readonly values: FormValues;
  readonly preview: RequestPreview | null;
}

export type RequestState = 'pending' | 'returned' | 'approved' | 'rejected' | 'withdrawn' | 'cancelled';

export type Verb =
  | 'submit'
  | 'resubmit'
  | 'approve'
  | 'reject'
  | 'return'
  | 'transfer'
  | 'add-signer'
  | 'withdraw'
  | 'cancel'
  /** A part of an approved absence is returned. */
  | 'shorten'
  | 'urge'
  | 'escalate'
  | 'skip'
  /** Counted again by the system after a change of the schedule. */
  | 'recount'
  /** A picture was hidden by WeChat's content check. */
  | 'hide';

/** One line of a request's history. `byId` is null for the system. */
export interface TimelineEntry {
  readonly at: Instant;
  readonly verb: Verb;
  readonly byId: string | null;
  readonly byName: string;
  readonly byNameEn: string;
  /** The approver that a delegate acted for. */
  readonly forName?: string;
  readonly forNameEn?: string;
  readonly toName?: string;
  readonly toNameEn?: string;
  readonly comment?: string;
  readonly note?: FlowNote;
  readonly recount?: RecountNote;
}

/** A link to a file of cloud storage. */
export interface FileLink {
  readonly fileId: string;
  readonly url: string;
}

/** One card or row of a list: everything that is shown before a request is opened. */
export interface RequestCard {
  readonly id: string;
  readonly rev: number;
  readonly typeId: string;
  readonly kind: RequestKind;
  readonly typeName: LocalText;
  readonly state: RequestState;
  /** A request to undo an approved one. */
  readonly cancels: string | null;
  readonly applicant: PersonBrief;
  /** One line of what is asked for, such as the leave type. */
  readonly title: LocalText;
  readonly period: Period | null;
  /** Leave minutes (480 are a day), or minutes of overtime; null where time is not the matter. */
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  readonly reason: string;
  readonly submittedAt: Instant;
  readonly decidedAt: Instant | null;
  /** Whom it waits for. */
  readonly waitingFor: readonly PersonBrief[];
  /** They were reminded, or it has waited too long. */
  readonly urgent: boolean;
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  /** Of what waits for the caller: links to the first files, good for a while, and how many files there are. */
  readonly files?: { readonly first: readonly FileLink[]; readonly total: number };
}

/**
 * A request opened. `may`: what the caller can do with it now; `resubmit` of what was rejected or withdrawn is a new
 * request with its values.
 */
export interface RequestDetail extends RequestCard {
  /** What counts of each day; empty for long absences. */
  readonly days: RequestPreview['days'];
  readonly form: readonly FormField[];
  readonly values: FormValues;
  /** Private fields that have a value which is not for the caller. */
  readonly hidden: readonly string[];
  /** Files that WeChat's content check hid: nobody gets them any more. */
  readonly hiddenFiles: readonly string[];
  readonly timeline: readonly TimelineEntry[];
  readonly steps: readonly {
    readonly name: LocalText;
    readonly mode: FlowStep['mode'];
    readonly state: 'done' | 'now' | 'later';
    readonly people: readonly (PersonBrief & { readonly decision: 'approved' | 'open' })[];
  }[];
  readonly may: readonly Exclude<Verb, 'submit' | 'escalate' | 'skip' | 'recount' | 'hide'>[];
  /** Where `shorten` is possible: only from the beginning of a day on, not from its noon. */
  readonly wholeDays?: true;
  /** When the applicant may urge again; null where nothing holds them back, or it is not theirs to urge. */
  readonly urgeAt: Instant | null;
  /** Own and approved: the id of the request that asks to undo it or a part of it, while that waits. */
  readonly undoing: string | null;
  /** Of an approved expense: what is paid out, and whether it was. */
  readonly payment: ExpensePaymentBrief | null;
  /** Of an approved resignation: how much of the handover is still open. */
  readonly handover: { readonly open: number; readonly total: number } | null;
}

/** What a request would do: worked out by the server, changes nothing. */
export interface RequestPreview {
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  /** Each day of the period and what of it counts. */
  readonly days: readonly {
    readonly day: Day;
    readonly minutes: number;
    readonly kind: DayKind;
    readonly name: LocalText | null;
    readonly open?: true;
  }[];
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  /** Why it cannot be sent as it is; null if it can. */
  readonly problem: WireError | null;
  /** Who will sign, step by step, and why a step goes another way. */
  readonly flow: readonly {
    readonly name: LocalText;
    readonly mode: FlowStep['mode'];
    readonly people: readonly PersonBrief[];
    readonly note: FlowNote | null;
  }[];
}

export interface PendingCounts {
  /** Waiting for the caller; 100 means a hundred or more. */
  readonly waiting: number;
}
