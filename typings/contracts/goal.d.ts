import type { Day } from './common';

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

/** An alignment: finishing the objective counts for the place, in proportion to `weight` among those aligned to it. */
export interface Alignment extends GoalPlace {
  /** 1 to 100, whole. */
  readonly weight: number;
  /** It is shown and moves nothing: the place belongs to neither the company nor a department that the owner is in. */
  readonly counts?: false;
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
}
