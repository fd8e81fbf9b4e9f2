import type { Day, Instant, LocalText } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import type { Flow, FlowNote, FlowStep } from '#contracts/flow';
import type { FormField, FormValues, Period } from '#contracts/form';
import type { PersonBrief } from '#contracts/person';
import type { RequestState, TimelineEntry } from '#contracts/request';
import type { AccountChange } from '../../../accounts/rules';
import type { Message } from '../../../shared/outbox/message';
import type { SideEffects } from '../../kind/define-kind';

/** One signature that a step wants: any of `people` gives it. */
export interface Slot {
  readonly people: readonly PersonBrief[];
  /** Whose signature it is; null while it is open. */
  readonly signedBy: string | null;
  /** Asked for by an approver: it is wanted whatever the mode of the step. */
  readonly added: boolean;
}

export interface RequestStep extends Pick<FlowStep, 'id' | 'name' | 'mode'> {
  readonly note: FlowNote | null;
  readonly slots: readonly Slot[];
  /** When it became the step to be decided, and the revision of that moment; null before. */
  readonly openedAt: Instant | null;
  readonly openedRev: number | null;
}

/** A line of the history, with the revision that it made. */
export type StoredEntry = TimelineEntry & { readonly rev: number };

/**
 * A document of `requests`, `_id` is `<applicant>-<key of the form>`. It carries everything that it started with,
 * so that a later edit of the type changes nothing here. Every change expects the revision it read.
 */
export interface RequestDocument {
  readonly _id: string;
  readonly rev: number;
  /** Of type and values as they were first sent: the same key with other content is refused. */
  readonly keyHash: string;
  /** Of the values of now, which a returned request may have changed. */
  readonly hash: string;
  readonly typeId: string;
  readonly version: number;
  /** The name of a registered kind. */
  readonly kind: string;
  readonly typeName: LocalText;
  readonly form: readonly FormField[];
  readonly flow: Flow;
  readonly values: FormValues;
  readonly applicant: PersonBrief;
  readonly applicantId: string;
  readonly departmentId: string;
  /** The manager's number: people of one team have the same. */
  readonly teamId: string;
  readonly state: RequestState;
  /** The approved request that this one asks to undo, and of an approved one the request to undo it. */
  readonly cancels: string | null;
  readonly cancelledBy: string | null;
  readonly title: LocalText;
  readonly period: Period | null;
  /** First and last moment that it is about; of the sending where there is no period. */
  readonly spanFrom: Instant;
  readonly spanTo: Instant;
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  readonly reason: string;
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  readonly steps: readonly RequestStep[];
  /** Index of the step to be decided. */
  readonly at: number;
  /** Numbers of those who can decide now; empty unless pending. */
  readonly waitingFor: readonly string[];
  /** Everybody who has decided anything. */
  readonly decidedBy: readonly string[];
  readonly ccIds: readonly string[];
  /** Append-only. */
  readonly timeline: readonly StoredEntry[];
  readonly submittedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly touchedAt: Instant;
  readonly urgedAt: Instant | null;
  /** Whether somebody has urged, or a time limit has passed. */
  readonly urgent: boolean;
  /** The order of the Pending page: urgent ones first, then by start. */
  readonly rank: number;
  /** When the timer looks at it next; null unless pending. */
  readonly dueAt: Instant | null;
  readonly changes: Readonly<Record<'onSubmit' | 'onApprove' | 'onReject' | 'onCancel', AccountChange>>;
  /** What it does outside of itself and the account; null for nothing. */
  readonly sideEffects: SideEffects | null;
  /** Grows with every change of the account by this request: an older change never follows a newer one. */
  readonly effectRev: number;
  /** `due` until the timer has made sure that everything which follows from the state has happened. */
  readonly effects: 'due' | 'done';
  /** Told since the timer last came by. */
  readonly outbox: readonly Omit<Message, 'delivery'>[];
  /** Of an approved request: the cancelling request that is being made. */
  readonly draft: RequestDocument | null;
  /** The content check of WeChat could not be asked about the texts. */
  readonly unchecked: boolean;
}

/** Who does something: for themselves, or as the delegate of an approver. */
export interface Actor {
  readonly person: PersonBrief;
  readonly delegateOf: PersonBrief | null;
}

/** A delegation that holds on a day. */
export interface ActiveDelegation {
  readonly fromId: string;
  readonly person: PersonBrief;
  readonly from: Day;
  readonly to: Day;
}

export type NewEntry = Omit<StoredEntry, 'at' | 'rev'>;
