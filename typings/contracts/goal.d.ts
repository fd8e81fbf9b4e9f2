import type { Day, Instant, LocalText } from './common';
import type { PersonBrief } from './person';

/** A part of a whole, in ten millionths of a percent: 1,000,000,000 is 100 %. Whole numbers, so that sums are exact. */
export type Share = number;

/**
 * How a key result is measured. Figures have at most four decimals. `raise` and `lower` follow from the sign of target − start
 * and are both stored, so that they can be named; `keep-above` and `keep-below` count the check-ins inside of the limit.
 */
export type Measure =
  | {
      readonly kind: 'raise' | 'lower';
      readonly start: number;
      readonly target: number;
      readonly unit: string;
    }
  | { readonly kind: 'keep-above' | 'keep-below'; readonly limit: number; readonly unit: string }
  | { readonly kind: 'percent' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'milestones'; readonly milestones: readonly Milestone[] };

export type MeasureKind = Measure['kind'];

/** A step of a key result; the weights of all steps sum to 100. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly due?: Day;
}

/** What is known of a key result now. `value` of yes-no is 1 or 0; null: no data yet. */
export interface Standing {
  readonly value: number | null;
  /** Of keep-above and keep-below: check-ins inside of the limit, and all of them. */
  readonly inside?: number;
  readonly counted?: number;
  /** Of milestones: the ids that are done. */
  readonly done?: readonly string[];
}

export type ProgressNote = 'no-data' | 'below-start' | 'over-target' | 'outside-limit';

/** How far a key result is. Never a score: scores are worked out by the appraisal. */
export interface Progress {
  /** As measured, which may be negative or above 100 %; null without data. */
  readonly raw: Share | null;
  /** What enters every mean: 0 to 100 %, 0 without data. */
  readonly counted: Share;
  readonly note: ProgressNote | null;
}

/**
 * Where the figure of a key result is from. `own`: check-ins. `outside`: a business system, and check-ins. `sum`: the
 * figures of the key results that it was broken down to. `mean`: the progress of the objectives aligned to it.
 */
export type FigureSource = 'own' | 'outside' | 'sum' | 'mean';

export type Confidence = 'at-risk' | 'on-track' | 'sure';

/** A sheet holds the objectives of one owner in one cycle: the company, a department, or a person. */
export type SheetOwner =
  | { readonly kind: 'company' }
  | { readonly kind: 'department'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string };

/** The place of an objective, or of a key result of it. */
export interface GoalPlace {
  readonly sheetId: string;
  readonly objectiveId: string;
  readonly keyResultId?: string;
}

/** An alignment: finishing the objective counts for the place, as much as each of the others that are aligned to it. */
export interface Alignment extends GoalPlace {
  /** 1: see `goals/inputs/goal.ts`. */
  readonly weight: number;
  /** It is shown and moves nothing: the place belongs to neither the company nor a department that the owner is in. */
  readonly counts?: false;
  /** Of one to a place elsewhere: what was answered by who answers for it. */
  readonly consent?: AlignmentConsent;
}

/** Whether somebody agrees that an objective from elsewhere counts for theirs. */
export interface AlignmentConsent {
  readonly state: 'waiting' | 'accepted' | 'declined';
  /** Who is asked: the person, or the leader of the department. */
  readonly asks: readonly string[];
  /** Of the place, when it was asked. */
  readonly title: string;
  /** Of who answered. */
  readonly note: string;
  /** Null as long as it waits. */
  readonly by: PersonBrief | null;
  /** When it was asked, or answered. */
  readonly at: Instant;
}

export interface KeyResult {
  readonly id: string;
  readonly title: string;
  readonly measure: Measure;
  /** Whole; those of an objective, and its `alignedWeight`, sum to 100. */
  readonly weight: number;
  readonly source: FigureSource;
  /** The key result that this one is a part of; its figure is added up there. */
  readonly partOf?: GoalPlace;
  /** Of one that was broken down: the pushed objective by which that was done last. */
  readonly divided?: string;
  /** Further words that the daily report knows it by. */
  readonly words?: readonly string[];
}

/** `dropped`: it does not count any more, and stays visible. */
export type ObjectiveState = 'active' | 'dropped';

export interface Objective {
  readonly id: string;
  readonly title: string;
  /** Whole; those of the active objectives of a sheet sum to 100. */
  readonly weight: number;
  readonly keyResults: readonly KeyResult[];
  /** What the objectives aligned to this one as a whole count for together. */
  readonly alignedWeight: number;
  readonly alignedTo: readonly Alignment[];
  readonly state: ObjectiveState;
  /** Who pushed it, once it was agreed: only who is above its owner, or HR, changes or drops it then. */
  readonly pushedBy?: PersonBrief;
}

export type CycleKind = 'month' | 'quarter' | 'year';
/** `closing`: nothing can be reported any more, and the sheets are being closed. */
export type CycleState = 'planned' | 'running' | 'closing' | 'closed';

export interface CycleBrief {
  /** `2026-11`, `2026-Q4` or `2026`. */
  readonly id: string;
  readonly kind: CycleKind;
  readonly from: Day;
  readonly to: Day;
  readonly state: CycleState;
  /** Workdays without a report after which somebody is reminded; 0: nobody is. 5 unless it is set. */
  readonly remindAfter?: number;
}

/** Who a sheet is of, as shown. */
export interface OwnerView {
  readonly owner: SheetOwner;
  /** Of a person both are their names. */
  readonly name: LocalText;
}

/** An objective as it is written, before it is one of a sheet. */
export type ObjectiveDraft = Pick<Objective, 'id' | 'title' | 'weight' | 'keyResults' | 'alignedWeight'> & {
  readonly alignedTo: readonly Alignment[];
};

/** A score that a closing review gives a key result: 0 to 100, whole. It is no progress, and only it enters the appraisal. */
export interface KeyResultScore {
  /** By the owner of the sheet. */
  readonly own: number | null;
  /** By who is above: it is the one that counts; null until the review is confirmed. */
  readonly given: number | null;
}

/** The review that closes the sheet of a person for a cycle. */
export interface SheetReview {
  readonly state: 'handed-in' | 'confirmed';
  /** By key result. */
  readonly scores: Readonly<Record<string, KeyResultScore>>;
  /** What went well, what did not, what comes next. */
  readonly summary: string;
  /** Null of one that who is above has scored because its owner did not hand it in. */
  readonly handedInAt: Instant | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  /** Of who confirmed. */
  readonly comment: string;
}
