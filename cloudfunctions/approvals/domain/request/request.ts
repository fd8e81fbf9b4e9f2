import type { Day, Instant, LocalText, Minutes } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import type { Flow, FlowNote, FlowStep } from '#contracts/flow';
import type { FormField, FormValues, Period } from '#contracts/form';
import type { PersonBrief } from '#contracts/person';
import type { RequestPreview, RequestState, TimelineEntry } from '#contracts/request';
import type { AccountChange } from '../../../accounts/rules';
import type { Message } from '../../../shared/outbox/message';
import type { SideEffects } from '../../kind/kind';
import type { Back } from './back-early';

/** One required signature of a step; any of `people` can give it. */
export interface Slot {
  readonly people: readonly PersonBrief[];
  /** The employee number of the signer; null while open. */
  readonly signedBy: string | null;
  /** Added by an approver: required regardless of the step's mode. */
  readonly added: boolean;
}

export interface RequestStep extends Pick<FlowStep, 'id' | 'name' | 'mode'> {
  readonly note: FlowNote | null;
  readonly slots: readonly Slot[];
  /** When the step was opened, and the revision at that time; null before. */
  readonly openedAt: Instant | null;
  readonly openedRev: number | null;
}

/** A timeline entry, with the revision that it created. */
export type StoredEntry = TimelineEntry & { readonly rev: number };

/**
 * A document of `requests`; `_id` is `<applicant>-<key of the form>`. It contains a copy of its type, so that
 * later edits of the type do not affect it. Every change is conditional on the revision that was read.
 */
export interface RequestDocument {
  readonly _id: string;
  readonly rev: number;
  /** Hash of type and values of the first submission: the same key with other content is refused. */
  readonly keyHash: string;
  /** Hash of the current values, which a resubmission may have changed. */
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
  /** The manager's employee number, shared by the members of a team. */
  readonly teamId: string;
  readonly state: RequestState;
  /** The approved request that this one cancels; `cancelledBy` is the reverse reference. */
  readonly cancels: string | null;
  readonly cancelledBy: string | null;
  /** On a request that returns a part of an approved absence: what that becomes. */
  readonly shortens?: Shortening;
  readonly title: LocalText;
  readonly period: Period | null;
  /** Start and end of the time that it is about; the time of submission if there is no period. */
  readonly spanFrom: Instant;
  readonly spanTo: Instant;
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  /** What counted of each day; missing in older requests. */
  readonly days?: RequestPreview['days'];
  readonly reason: string;
  /** The first files of the form and how many there are, for its card; missing in older requests. */
  readonly files?: { readonly first: readonly string[]; readonly total: number };
  /** Files that WeChat's content check hid; missing if there are none. */
  readonly hiddenFiles?: readonly string[];
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  readonly steps: readonly RequestStep[];
  /** Index of the current step. */
  readonly at: number;
  /** Employee numbers of those who can decide now; empty unless pending. */
  readonly waitingFor: readonly string[];
  /** The applicant, while it is rejected or returned and could be changed and sent again; null otherwise. */
  readonly returnedTo?: string | null;
  /** Employee numbers of all who have decided. */
  readonly decidedBy: readonly string[];
  /** Employee numbers of those whom an approver brought in and the flow does not name; missing if there are none. */
  readonly broughtIn?: readonly string[];
  readonly ccIds: readonly string[];
  /** Append-only. */
  readonly timeline: readonly StoredEntry[];
  readonly submittedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly touchedAt: Instant;
  readonly urgedAt: Instant | null;
  /** Whether the applicant sent a reminder or the request was escalated. */
  readonly urgent: boolean;
  /** Sort key of the Pending page: urgent ones first, then by start. */
  readonly rank: number;
  /** Time of the timer's next check; null unless pending. */
  readonly dueAt: Instant | null;
  readonly changes: Readonly<Record<'onSubmit' | 'onApprove' | 'onReject' | 'onCancel', AccountChange>>;
  /** Effects outside of the request and the account; null for none. */
  readonly sideEffects: SideEffects | null;
  /**
   * Increases with every account change of this request, so that an older change never overwrites a newer one.
   */
  readonly effectRev: number;
  /** `due` until all effects of the current state are confirmed. */
  readonly effects: 'due' | 'done';
  /** Messages since the effects were last confirmed. */
  readonly outbox: readonly Omit<Message, 'delivery'>[];
  /** On an approved request: its cancelling request until that is persisted. */
  readonly draft: RequestDocument | null;
  /** The applicant had set a part of its form, flow or rules. */
  readonly isOwnRule?: boolean;
  /** WeChat's content check of the texts failed. */
  readonly unchecked: boolean;
}

/** What an approved absence becomes when the person is back early. */
export interface Shortening {
  /** Missing in older requests: the day after the period. */
  readonly back?: Back;
  readonly period: Period;
  readonly spanTo: Instant;
  readonly amountMinutes: Minutes;
  readonly values: RequestDocument['values'];
  readonly facts: readonly Fact[];
  /** What the request, as it is then, does to the account. */
  readonly onApprove: RequestDocument['changes']['onApprove'];
  /** Later than the effects of the request so far, and earlier than its cancellation. */
  readonly effectRev: number;
}

/** A person who acts in their own name or as the delegate of an approver. */
export interface Actor {
  readonly person: PersonBrief;
  readonly delegateOf: PersonBrief | null;
}

/** A delegation that is active on a day. */
export interface ActiveDelegation {
  readonly fromId: string;
  readonly person: PersonBrief;
  readonly from: Day;
  readonly to: Day;
}

export type NewEntry = Omit<StoredEntry, 'at' | 'rev'>;
