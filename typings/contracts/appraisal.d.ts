import type { Day, Exact, Instant, LocalText } from './common';
import type { ReviewMean, ReviewRelation } from './review';

// The scheme: data of a cycle, frozen when the cycle starts

/** A part that people rate by the items of a review has the name of their relation. */
export type PartKind = ReviewRelation | 'goals' | 'kpi' | 'figure';

/** A scale on which people rate or goals are scored, and what of it are 0 points: its lowest level, or zero. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  readonly zeroAt: 'least' | 'zero';
}

interface PartBase {
  /** Unique in the scheme. */
  readonly id: string;
  readonly name: LocalText;
  /** Percent, whole; those of all parts sum to 100. */
  readonly share: number;
}

export type SchemePart = PartBase &
  ({ readonly kind: ReviewRelation | 'goals'; readonly scale: Scale } | { readonly kind: 'kpi' | 'figure' });

/** A level of a table: what is reached or measured, and the score it gives. */
export interface CurvePoint {
  readonly at: number;
  readonly score: number;
}

/** How a figure becomes a score. No score of it is below `least` or above `most`. */
export type Curve = {
  readonly id: string;
  readonly name: LocalText;
  readonly least: number;
  readonly most: number;
} & (
  | /** The percentage of the target that is reached. */ { readonly kind: 'linear' }
  | {
      readonly kind: 'table';
      /** Ascending by `at`; the scores rise or fall throughout, so that a table knows which end is the better one. */
      readonly points: readonly CurvePoint[];
      /** `level`: a level counts once it is reached; `line`: on the straight line between two levels. */
      readonly between: 'level' | 'line';
      /** The score where not even the worst level is reached. */
      readonly short: number;
    }
);

export interface Grade {
  /** `A`, `B` … */
  readonly id: string;
  readonly name: LocalText;
  /** The lowest displayed score of the grade; null for the last grade, and where grades are given by quota alone. */
  readonly from: number | null;
  /** Percent of the people of a unit, one decimal at most; null if the scheme advises no distribution. */
  readonly share: number | null;
  /** Opens an improvement plan: no rounding and no quota ever forces this grade on anybody. */
  readonly opensPlan: boolean;
}

export interface GradeRule {
  readonly by: 'thresholds' | 'quota';
  /** The best first. */
  readonly grades: readonly Grade[];
  /** The shares bind units of at least so many people; null: they are advice everywhere. */
  readonly enforcedFrom: number | null;
}

export interface AppraisalScheme {
  readonly parts: readonly SchemePart[];
  readonly curves: readonly Curve[];
  /** Of every displayed score, half up. The grade is found by the displayed score. */
  readonly decimals: 0 | 1 | 2;
  /** There is a grade only if parts with at least this share together have a score that is not the person's word alone, percent. */
  readonly leastShare: number;
  readonly grades: GradeRule;
}

// What a score is worked out from

/**
 * Why something has no score. `not-agreed`: nobody but the person has agreed to the target. Nobody answered and too few answered are the same word for a group, since the difference
 * would tell who did.
 */
export type MissingReason =
  | 'no-data'
  | 'not-enough-answers'
  | 'late'
  | 'not-asked'
  | 'not-agreed'
  | 'excluded';

/** The record that a figure comes from. */
export type ScoreSource =
  | { readonly kind: 'goal' | 'key-result'; readonly id: string }
  /** What a closed review cycle published about the person. */
  | { readonly kind: 'review'; readonly cycleId: string; readonly version: number }
  /** Sent by another system for a day. */
  | { readonly kind: 'integration'; readonly client: string; readonly day: Day }
  /** By HR, who says where it comes from and of which day it is. */
  | {
      readonly kind: 'entered';
      readonly by: string;
      readonly at: Instant;
      readonly source: string;
      readonly on: Day;
    };

interface LineInput {
  readonly id: string;
  readonly name: LocalText;
  readonly weight: number;
  /** Why there is no value; `no-data` unless said. */
  readonly missing?: MissingReason;
  readonly sources?: readonly ScoreSource[];
}

/** `score` is on the scale of the part. Progress is no score and has no place here. */
export interface KeyResultInput extends LineInput {
  readonly score: number | null;
}

/** Has a score of its own, or is scored by its key results. Weights of goals sum to 100, and of key results as well. */
export interface GoalInput extends KeyResultInput {
  readonly keyResults?: readonly KeyResultInput[];
}

/** A figure of a KPI table. Weights sum to 100. */
export interface FigureInput extends LineInput {
  /** Of the scheme. */
  readonly curve: string;
  /** `more`: actual by target, the more the better; `less`: target by actual; `value`: the figure itself. */
  readonly better: 'more' | 'less' | 'value';
  /** Above zero; null where the curve takes the figure itself. */
  readonly target: number | null;
  readonly actual: number | null;
  /** The person alone says so: nobody has confirmed it, and no system has sent it. */
  readonly isDeclared?: true;
}

/**
 * What was published of an item, on the scale of the part. The score is worked out from it and from nothing finer, so that
 * no score tells more about single answers than the review does.
 */
export interface PublishedMean extends ReviewMean {
  /** How many answered at least; null of a named author. */
  readonly atLeast: number | null;
}

/** Weights of items are whole and relative to each other. */
export interface ItemInput extends LineInput {
  readonly answers: PublishedMean | null;
}

/** Weights of sections sum to 100. */
export interface SectionInput extends LineInput {
  readonly items: readonly ItemInput[];
}

interface PartInputBase {
  /** Of the scheme. */
  readonly part: string;
  readonly sources?: readonly ScoreSource[];
}

export type PartInput = PartInputBase &
  (
    | { readonly kind: 'missing'; readonly reason: MissingReason }
    | { readonly kind: 'goals'; readonly goals: readonly GoalInput[] }
    | { readonly kind: 'figures'; readonly figures: readonly FigureInput[] }
    | { readonly kind: 'reviews'; readonly sections: readonly SectionInput[] }
  );

// The score, with everything it is worked out from

/** What is looked up in a curve. `reached` is a percentage; null where less than nothing cannot be divided by. */
export type Measure =
  | {
      readonly better: 'more' | 'less';
      readonly actual: number;
      readonly target: number;
      readonly reached: Exact | null;
      readonly shown: number | null;
    }
  | { readonly better: 'value'; readonly actual: number };

/** The limit of the curve that gave the score, if one did: its least, its most, or the score short of the table. */
export type CurveBound = 'least' | 'most' | 'short' | null;

interface CurveFormula {
  readonly measure: Measure;
  readonly least: number;
  readonly most: number;
  readonly bound: CurveBound;
}

/** How a value follows from its operands. A closed set; `score-text.ts` makes the sentence of each. */
export type Formula =
  /** The sum of value times used share of the inputs that have a value. */
  | { readonly kind: 'weighted-mean' }
  /** A rating, or the published mean of several, as points of the scale. */
  | (PublishedMean & { readonly kind: 'rating'; readonly scale: Scale })
  | (CurveFormula & { readonly kind: 'linear' })
  /** On the line from one level to another; both the same beyond the better end. */
  | (CurveFormula & { readonly kind: 'line'; readonly from: CurvePoint; readonly to: CurvePoint })
  | (CurveFormula & { readonly kind: 'level'; readonly level: CurvePoint })
  /** Not even the worst level is reached. */
  | (CurveFormula & { readonly kind: 'short'; readonly worst: CurvePoint; readonly short: number });

export type NodeKind = 'total' | PartKind | 'goal' | 'key-result' | 'line' | 'section' | 'item';

/** A value with its basis. Whoever has a node can work its value out again from `formula` and `inputs`. */
export interface ScoreNode {
  /** Unique among the inputs of one node; the ids from the total down are the path of a node. */
  readonly id: string;
  readonly kind: NodeKind;
  /** Null for the total. */
  readonly name: LocalText | null;
  /** Points, 0 to 100 unless a curve gives more; null if it is missing. */
  readonly value: Exact | null;
  /** Rounded half up, as the scheme says. */
  readonly shown: number | null;
  /** As the scheme or the record says; null for the total. */
  readonly share: number | null;
  /** Percent that it really counts among the inputs of its node; null if it is missing, and for the total. */
  readonly usedShare: Exact | null;
  /** Rounded to a decimal, so that those of one node sum to 100.0. */
  readonly shownShare: number | null;
  /** Null if it is missing. */
  readonly formula: Formula | null;
  readonly inputs: readonly ScoreNode[];
  readonly sources: readonly ScoreSource[];
  readonly missing: MissingReason | null;
}

/**
 * Why somebody with or without a score has no grade of their own yet. `self-declared`: too little of it was said by anybody but
 * the person.
 */
export type UngradedReason = 'nothing-scored' | 'too-little-scored' | 'self-declared' | 'by-quota';

export interface Score {
  readonly total: ScoreNode;
  /** Percent of the parts that have a score. */
  readonly scoredShare: number;
  readonly grade: string | null;
  /** Null if there is a grade. */
  readonly ungraded: UngradedReason | null;
}

// Grades of a unit

export interface GradeCount {
  readonly grade: string;
  readonly count: number;
  /** Percent of the unit, as displayed; null in an empty unit. */
  readonly share: number | null;
  /** The share of the scheme times the size, as displayed, and the whole number that is advised for it. */
  readonly ideal: number | null;
  readonly advised: number | null;
}

export interface Distribution {
  /** People with a grade. */
  readonly size: number;
  readonly grades: readonly GradeCount[];
  /** Whether the shares bind this unit. */
  readonly enforced: boolean;
  /** Grades that open a plan are not advised here, since the unit is small. */
  readonly isSmall: boolean;
}

/** People with the same displayed score on both sides of a border: all of them get the better grade. */
export interface GradeTie {
  readonly shown: number;
  readonly people: number;
  readonly grade: string;
  /** The grade that some of them would have got by the number of places. */
  readonly instead: string;
}

export interface QuotaProposal {
  readonly grades: readonly { readonly personId: string; readonly grade: string }[];
  readonly ties: readonly GradeTie[];
  readonly enforced: boolean;
}

export interface PromotionPool {
  /** People with a score in the company, and the places. */
  readonly size: number;
  readonly places: number;
  readonly personIds: readonly string[];
  /** People at the border who are equal, and what the rule did with all of them. */
  readonly tie: { readonly people: number; readonly isIn: boolean } | null;
}

// Calibration

export interface CalibrationChange {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** A person on the board. */
export interface CalibrationRow {
  readonly personId: string;
  /** Changes with every change of the row: two people who change the same row at once do not overwrite each other. */
  readonly rev: number;
  readonly shown: number;
  /** By the rule of the scheme; never changed. */
  readonly before: string;
  readonly after: string;
  /** The earliest first. */
  readonly changes: readonly CalibrationChange[];
  /** What holds since an appeal was granted; what calibration left stays in `shown` and `after`. */
  readonly appealed?: { readonly shown: number; readonly grade: string };
}

export interface BoardEvent {
  readonly kind: 'locked' | 'opened' | 'published';
  readonly by: string;
  readonly at: Instant;
  /** Of `opened`. */
  readonly reason?: string;
}

export interface CalibrationBoard {
  readonly rev: number;
  readonly state: 'open' | 'locked' | 'published';
  readonly events: readonly BoardEvent[];
}

// What the person got, and what followed

export interface ResultVersion {
  readonly number: number;
  readonly shown: number;
  readonly grade: string;
  /** Why it differs from the version before; null for the first one. */
  readonly reason: string | null;
  /** Why the grade is another one than that of the score by the scheme; only then. */
  readonly gradeReason?: string;
  readonly by: string;
  readonly at: Instant;
}

export interface Appeal {
  /** The version it is about. */
  readonly version: number;
  readonly text: string;
  readonly at: Instant;
  readonly state: 'open' | 'withdrawn' | 'kept' | 'changed';
  readonly answer: { readonly text: string; readonly by: string; readonly at: Instant } | null;
}

/** A published result: versions are added and never changed, and the person sees all of them. */
export interface AppraisalResult {
  readonly personId: string;
  readonly rev: number;
  readonly versions: readonly ResultVersion[];
  /** The last day on which the person may appeal. */
  readonly appealUntil: Day;
  /** The person has read a version. It does not say that they agree. */
  readonly read: readonly { readonly version: number; readonly at: Instant }[];
  readonly appeals: readonly Appeal[];
}

// What follows from a grade

/** What a grade is worth from a day on. */
export interface BonusRule {
  readonly from: Day;
  /** The last day; null: until the next rule. */
  readonly to: Day | null;
  readonly rates: readonly BonusRate[];
  readonly source: LocalText;
}

export interface BonusRate {
  readonly grade: string;
  /** Two decimals at most. */
  readonly percent: number;
  readonly opensPlan: boolean;
}

/** `before`: no rule holds yet; `ended`: the last one before the day has ended. */
export type BonusAnswer =
  | {
      readonly state: 'known';
      readonly rate: BonusRate;
      readonly rule: { readonly from: Day; readonly source: LocalText };
    }
  | { readonly state: 'before'; readonly first: Day | null }
  | { readonly state: 'ended'; readonly last: Day }
  | { readonly state: 'unknown-grade'; readonly grade: string };

// For calibrators: shown, never part of a score

/** How one rater rates compared with all others. */
export interface RaterSeverity {
  readonly raterId: string;
  readonly people: number;
  /** Points, as displayed. Null if too few people were rated, by this rater or by the others. */
  readonly mean: number | null;
  readonly others: number | null;
  /** Below zero: stricter. */
  readonly difference: number | null;
}

export interface TenureGroup {
  /** Whole years with the company from which the group begins; it ends where the next one begins. */
  readonly fromYears: number;
  readonly people: number;
  /** Null if the sample is too small. */
  readonly mean: number | null;
  readonly others: number | null;
  readonly difference: number | null;
}

// Training

/** A competence or part that is trained if its score is below a line. */
export interface TrainingRule {
  /** The `id` of a node anywhere in the tree. */
  readonly node: string;
  readonly below: number;
  readonly training: { readonly id: string; readonly name: LocalText };
}

export interface TrainingReason {
  readonly path: readonly string[];
  readonly name: LocalText | null;
  readonly shown: number;
  readonly below: number;
}

export interface TrainingProposal {
  readonly training: { readonly id: string; readonly name: LocalText };
  /** The largest gap first. */
  readonly reasons: readonly TrainingReason[];
}
