import type { Day } from './common';
import type { CycleBrief, KeyResult, KeyResultScore, Progress, Share, SheetReview, Standing } from './goal';
import type { PersonBrief } from './person';

/** When closing reviews of a cycle are handed in and confirmed. */
export interface ReviewWindow {
  /** The last day of the cycle; where it was closed earlier, its reviews are taken from then on. */
  readonly from: Day;
  /** The last day on which a review is handed in. */
  readonly to: Day;
  /** The last day on which one is confirmed. */
  readonly confirmTo: Day;
}

/** A score, 0 to 100 and whole, of a line by its id. */
export interface ReviewScore {
  readonly id: string;
  readonly score: number;
}

/** What is scored: a key result, or an objective that has none. How far it is stands beside, and is no score. */
export interface ReviewLine extends KeyResultScore {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  /** Null of an objective. */
  readonly measure: KeyResult['measure'] | null;
  readonly standing: Standing;
  readonly progress: Progress;
}

export interface ReviewObjective {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly progress: Share | null;
  readonly lines: readonly ReviewLine[];
}

export interface ReviewView {
  readonly cycle: CycleBrief;
  readonly window: ReviewWindow;
  readonly person: PersonBrief;
  /** Who confirms; null: HR, since nobody is above. */
  readonly confirmer: PersonBrief | null;
  /** How often the review has changed; 0: it was not handed in. */
  readonly rev: number;
  readonly review: Omit<SheetReview, 'scores'> | null;
  readonly objectives: readonly ReviewObjective[];
  /** What the reader may do now. */
  readonly may: 'hand-in' | 'confirm' | null;
}

/** Whether somebody's review is there; `none`: there is nothing to review. */
export type ReviewProgress = 'none' | 'missing' | SheetReview['state'];

/** A person of the team. */
export interface TeamReviewRow {
  readonly person: PersonBrief;
  readonly state: ReviewProgress;
  readonly progress: Share | null;
}
