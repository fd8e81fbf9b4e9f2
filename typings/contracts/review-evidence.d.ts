import type { Day, Instant } from './common';
import type { FeedbackKind } from './feedback';
import type { Share, SheetReview } from './goal';
import type { PersonBrief } from './person';

/** An objective or key result with how far it is, as everybody may see it. */
interface EvidenceGoal {
  readonly id: string;
  readonly title: string;
  /** Null if there is nothing to measure. */
  readonly progress: Share | null;
}

export interface EvidenceObjective extends EvidenceGoal {
  readonly weight: number;
  readonly rows: readonly EvidenceGoal[];
}

/** A week of a cycle, with as much room as every other one, so that the last ones do not rule. */
export interface EvidenceWeek {
  readonly from: Day;
  readonly to: Day;
  /** Check-ins and daily reports that count. */
  readonly checkIns: number;
  /** At the end of the week; null if that cannot be told. */
  readonly progress: Share | null;
  /** Notes and the words of daily reports, the latest of the week, shortened. */
  readonly words: readonly string[];
}

export interface EvidenceGoals {
  readonly progress: Share | null;
  /** Those that count. */
  readonly objectives: readonly EvidenceObjective[];
  /** From the first week of the cycle to the present one; null for who may not see histories. */
  readonly weeks: readonly EvidenceWeek[] | null;
  /** The closing review, as far as it is there and the reader may see it. */
  readonly review: Pick<SheetReview, 'state' | 'summary' | 'comment'> | null;
}

/** A note that the reader may see, shortened. */
export interface EvidenceNote {
  readonly id: string;
  readonly kind: FeedbackKind;
  readonly from: PersonBrief;
  readonly at: Instant;
  readonly text: string;
}

/** What there is about a person in a cycle, for a rater. */
export interface ReviewEvidence {
  /** Null without goals. */
  readonly goals: EvidenceGoals | null;
  /** The oldest first. */
  readonly feedback: readonly EvidenceNote[];
}
