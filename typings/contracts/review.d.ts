/** Raters who answer as a group, so that no answer is anybody's in particular. */
export type AnonymousRelation = 'peer' | 'report' | 'customer';
/** What a rater is to the reviewed person. `self` and `manager` are one known author each and never anonymous. */
export type ReviewRelation = 'self' | 'manager' | AnonymousRelation;

/** Who looks at what was published. `manager`: of the reviewed person, or of the unit. */
export type ReviewViewer = 'reviewed' | 'manager' | 'calibrator' | 'hr' | 'rater';

/**
 * A mean on the scale of the cycle, one decimal, half up. `at-least`, `at-most`: the exact one would tell that all of a
 * group gave the same answer. `about`: one of the figures that it is made of is such a bound.
 */
export interface ReviewMean {
  readonly mean: number;
  readonly bound: 'exact' | 'at-least' | 'at-most' | 'about';
}

/** Levels of the scale, merged until each part has enough answers; `atLeast` of them chose one of its levels. */
export interface ReviewSpreadPart {
  readonly from: number;
  readonly to: number;
  readonly atLeast: number;
}

/** What a group answered to an item. Null is "not enough answers": none, too few, and hidden to protect others alike. */
export interface ReviewCell {
  readonly item: string;
  readonly mean: ReviewMean | null;
  /** Empty where it would tell single answers, and of named authors. */
  readonly spread: readonly ReviewSpreadPart[];
}

/** Texts about an item, in an order that follows from what they say. */
export interface ReviewTexts {
  readonly item: string;
  readonly texts: readonly string[];
}

/** A group of raters: its items in the order of the questionnaire, and the mean of those that are shown. */
export interface ReviewGroup {
  readonly relation: ReviewRelation;
  readonly mean: ReviewMean | null;
  /** How many answered, as a lower bound; null where nothing is shown, and of named authors. */
  readonly atLeast: number | null;
  readonly cells: readonly ReviewCell[];
  /** Of every text item; no texts where they are too few. */
  readonly texts: readonly ReviewTexts[];
}

/** Percent, whole; those of a total sum to 100. */
export interface UsedWeight {
  readonly relation: ReviewRelation;
  readonly percent: number;
}

/** The groups that are shown, weighted by `weights`; the others are missing, as if nobody had been asked. */
export interface ReviewTotal {
  readonly mean: ReviewMean | null;
  readonly weights: readonly UsedWeight[];
}

/** What is published of a person's answers, or of those about everybody in a unit. It names no rater. */
export interface ReviewFigures {
  readonly groups: readonly ReviewGroup[];
  readonly items: readonly (ReviewTotal & { readonly item: string })[];
  readonly total: ReviewTotal;
}

/** How far the answers about a person have come while the cycle runs; whose are missing is not said. */
export interface ReviewProgress {
  readonly asked: number;
  readonly answered: number;
}

/** For the owner of the cycle, while it runs: somebody who still owes answers. It does not say about whom. */
export interface LateRater {
  readonly employeeId: string;
  readonly open: number;
}
