import type {
  Appeal,
  BoardEvent,
  BonusRule,
  Distribution,
  GradeRule,
  PromotionPool,
  ResultVersion,
  Score,
  ScoreNode,
  TenureGroup,
  TrainingProposal,
} from './appraisal';
import type { AppraisalCycleState } from './appraisal-cycle';
import type { ChangeEntry } from './change';
import type { ActionShape, Day, Instant, LocalText } from './common';
import type { PersonBrief } from './person';

/** A part of a scheme as lists show it. */
export interface PartShown {
  readonly id: string;
  /** Null: it was not scored, or a group hides it. */
  readonly shown: number | null;
  /** Percent that it really counts; null if it is missing. */
  readonly share: number | null;
}

export interface GradeTally {
  readonly grade: string;
  readonly count: number;
}

/** A cycle as boards and reports name it. */
export interface CycleName {
  readonly id: string;
  readonly title: LocalText;
  readonly from: Day;
  readonly to: Day;
  readonly state: AppraisalCycleState;
}

// Calibration

/** A unit in the list of boards. */
export interface BoardBrief {
  readonly unitId: string;
  readonly unit: LocalText;
  readonly rev: number;
  readonly state: 'open' | 'locked' | 'published';
  readonly people: number;
  /** Without the reader, who is on no board that they see. */
  readonly counts: readonly GradeTally[];
}

export interface BoardChange {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly by: PersonBrief;
  readonly at: Instant;
}

/** A person on the board. */
export interface BoardRow {
  readonly person: PersonBrief;
  readonly job: LocalText;
  readonly hiredOn: Day;
  /** Of the row: sent with a change. */
  readonly rev: number;
  readonly shown: number;
  /** By the rule of the scheme. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly BoardChange[];
  /** What calibration left, where an appeal was granted since: `shown` and `after` are those of the answer. */
  readonly appealed: { readonly shown: number; readonly grade: string } | null;
  readonly parts: readonly PartShown[];
  /** How much higher, in points, their manager rates than all others; null if the sample is too small. */
  readonly severity: number | null;
  /** Why HR let in answers about them after the deadline; they have counted. */
  readonly reopened: readonly string[];
}

/** Somebody without a grade. */
export interface UngradedPerson {
  readonly person: PersonBrief;
  readonly shown: number | null;
  readonly reason: NonNullable<Score['ungraded']>;
}

export interface BoardView {
  readonly cycle: CycleName;
  readonly unitId: string;
  readonly unit: LocalText;
  readonly rev: number;
  readonly state: 'open' | 'locked' | 'published';
  readonly events: readonly (Omit<BoardEvent, 'by'> & { readonly by: PersonBrief })[];
  readonly rule: GradeRule;
  readonly parts: readonly { readonly id: string; readonly name: LocalText; readonly share: number }[];
  /** Of the rows that are shown, against the advice for as many people. */
  readonly distribution: Distribution;
  /** The best first. Without the reader, whose grade others decide. */
  readonly rows: readonly BoardRow[];
  readonly ungraded: readonly UngradedPerson[];
  /** It is locked, and the reader or somebody below them has locked it. */
  readonly mayOpen: boolean;
  /** The reader is on this board and not shown. */
  readonly isOn: boolean;
  readonly tenure: readonly TenureGroup[];
  /** Deadlines that HR has opened again: what came late has counted. */
  readonly reopened: readonly { readonly at: Instant; readonly by: PersonBrief; readonly reason: string }[];
}

/** Whom a group is of: a department, people by whole years with the company, a manager who rated them, or several small ones. */
export type GroupLabel =
  | { readonly kind: 'department'; readonly name: LocalText }
  | { readonly kind: 'tenure'; readonly from: number; readonly to: number | null }
  | { readonly kind: 'rater'; readonly person: PersonBrief }
  | { readonly kind: 'rest'; readonly groups: number };

/** People who were scored, with their grades; of raters the points that the rater gave. Never of fewer than `least`. */
export interface GroupView {
  /** Unique in its list. */
  readonly id: string;
  readonly label: GroupLabel;
  readonly people: number;
  readonly grades: readonly GradeTally[];
  readonly mean: number | null;
  /** Of everybody else in the cycle; null if those are too few. */
  readonly others: number | null;
  /** Below zero: lower than the others. */
  readonly difference: number | null;
}

/** How scores and grades are spread, without the reader. In the order of the departments, years and names: no ranking. */
export interface DistributionView {
  readonly cycle: CycleName;
  readonly grades: readonly { readonly id: string; readonly name: LocalText }[];
  /** People that a group needs. */
  readonly least: number;
  /** Everybody in the cycle who was scored, without the reader. */
  readonly people: number;
  readonly departments: readonly GroupView[];
  readonly tenure: readonly GroupView[];
  readonly raters: readonly GroupView[];
}

/** A board after a change. */
export interface BoardState {
  readonly rev: number;
  readonly state: 'open' | 'locked' | 'published';
}

// The report

/** A result in lists. */
export interface ResultBrief {
  readonly cycle: CycleName;
  readonly person: PersonBrief;
  /** Null: no grade was given. */
  readonly shown: number | null;
  readonly grade: string | null;
  readonly gradeName: LocalText | null;
  /** The person has read the version that holds. */
  readonly isRead: boolean;
  readonly appeal: 'none' | 'open' | 'closed';
}

export interface VersionView extends Omit<ResultVersion, 'by'> {
  readonly by: PersonBrief;
  readonly gradeName: LocalText;
}

export interface AppealView extends Omit<Appeal, 'answer'> {
  readonly answer: { readonly text: string; readonly by: PersonBrief; readonly at: Instant } | null;
}

export interface ReportView {
  readonly cycle: CycleName;
  readonly person: PersonBrief;
  readonly isOwn: boolean;
  readonly rev: number;
  /** The score that was worked out; what holds is the last version. */
  readonly total: ScoreNode;
  readonly scoredShare: number;
  readonly ungraded: Score['ungraded'];
  readonly versions: readonly VersionView[];
  /** The grade by the rule, and why calibration changed it. Empty if it did not. */
  readonly calibration: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
  /** With the score from which the scheme gives each; null for the last one, and for all where grades are given by quota. */
  readonly grades: readonly { readonly id: string; readonly name: LocalText; readonly from: number | null }[];
  /** The highest score that the scheme can give, and its decimals. */
  readonly bounds: { readonly most: number; readonly decimals: number };
  readonly appeals: readonly AppealView[];
  readonly readVersions: readonly number[];
  readonly appealUntil: Day | null;
  readonly training: readonly TrainingProposal[];
  /** Percent of the base of the bonus, by the rules of the day the period ended; null if no rule holds. */
  readonly bonusPercent: number | null;
  readonly opensPlan: boolean;
  readonly may: {
    readonly acknowledge: boolean;
    readonly appeal: boolean;
    readonly withdraw: boolean;
    readonly decide: boolean;
  };
  /** The reader may ask for what was published of the answers of others: not those above the direct manager. */
  readonly hasReview: boolean;
}

/** An appeal that the reader may decide. */
export interface OpenAppeal {
  readonly cycle: CycleName;
  readonly person: PersonBrief;
  readonly grade: string;
  readonly shown: number;
  readonly at: Instant;
}

// What follows

export interface PoolView {
  readonly cycle: CycleName | null;
  readonly cycles: readonly CycleName[];
  readonly pool: (Omit<PromotionPool, 'personIds'> & { readonly rows: readonly PoolRow[] }) | null;
}

export interface PoolRow {
  readonly person: PersonBrief;
  readonly job: LocalText;
  readonly shown: number;
  readonly grade: string;
}

export interface BonusRulesView {
  readonly version: number;
  readonly rules: readonly BonusRule[];
  readonly history: readonly ChangeEntry[];
}

// Figures that HR enters

export interface FigureRow {
  readonly employeeId: string;
  readonly value: number;
  /** Above zero; what is reached of it is the score, by the curve of the scheme. */
  readonly target: number;
}

/** A sheet of figures for a part of kind `figure`: all of one source, direction and day. */
export interface FiguresEntry {
  readonly cycleId: string;
  readonly partId: string;
  readonly better: 'more' | 'less';
  /** Where they come from, in words: everybody reads it in their report. */
  readonly source: string;
  readonly on: Day;
  /** At most two hundred. */
  readonly rows: readonly FigureRow[];
}

export type FigureOf = Omit<FigureRow, 'employeeId'> & Pick<FiguresEntry, 'better' | 'source' | 'on'>;

/** Scores, calibration, results and what follows from them. */
export interface AppraisalResultsContract {
  /** The boards of the latest cycle in calibration that the reader calibrates. */
  boards: ActionShape & {
    input: { readonly cycleId?: string };
    output: {
      readonly cycle: CycleName | null;
      readonly boards: readonly BoardBrief[];
      /** HR publishes once all boards of the cycle are locked. */
      readonly publish: { readonly open: number; readonly may: boolean } | null;
    };
  };
  board: ActionShape & {
    input: { readonly cycleId: string; readonly unitId: string };
    output: BoardView;
  };
  /** Of the boards that the reader calibrates, against everybody else in the cycle. */
  distribution: ActionShape & {
    input: { readonly cycleId: string };
    output: DistributionView;
  };
  changeGrade: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly employeeId: string;
      readonly to: string;
      readonly reason: string;
      /** Of the row. */
      readonly rev: number;
    };
    output: BoardState & { readonly row: { readonly rev: number; readonly after: string } };
  };
  lockBoard: ActionShape & {
    input: { readonly cycleId: string; readonly unitId: string; readonly rev: number };
    output: BoardState;
  };
  openBoard: ActionShape & {
    input: { readonly cycleId: string; readonly unitId: string; readonly reason: string };
    output: BoardState;
  };
  publishResults: ActionShape & {
    input: { readonly cycleId: string };
    output: { readonly state: AppraisalCycleState };
  };
  /** Own results, and those of the team in the latest published cycle. */
  results: ActionShape & {
    input: Record<string, never>;
    output: {
      readonly own: readonly ResultBrief[];
      readonly team: readonly ResultBrief[];
      readonly appeals: number;
    };
  };
  report: ActionShape & {
    input: { readonly cycleId: string; readonly employeeId?: string };
    output: ReportView;
  };
  acknowledge: ActionShape & {
    input: { readonly cycleId: string; readonly version: number };
    output: { readonly rev: number };
  };
  appeal: ActionShape & {
    input: { readonly cycleId: string; readonly text: string };
    output: { readonly rev: number };
  };
  withdrawAppeal: ActionShape & {
    input: { readonly cycleId: string };
    output: { readonly rev: number };
  };
  appeals: ActionShape & {
    input: Record<string, never>;
    output: { readonly appeals: readonly OpenAppeal[] };
  };
  decideAppeal: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly employeeId: string;
      readonly grade: string;
      readonly shown: number;
      readonly answer: string;
      /** Why the grade is another one than that of the score by the scheme; needed then, unless the result is kept. */
      readonly gradeReason?: string;
      /** Of the result. */
      readonly rev: number;
    };
    output: { readonly rev: number };
  };
  bonusRules: ActionShape & { input: Record<string, never>; output: BonusRulesView };
  saveBonusRules: ActionShape & {
    /** `paid`: the paid months of which the caller was told that they get a difference. */
    input: {
      readonly rules: readonly BonusRule[];
      readonly expectedVersion: number;
      readonly paid?: readonly Month[];
    };
    output: BonusRulesView;
  };
  /** People with what was entered about them for a part, the first one unless another is named. */
  figures: ActionShape & {
    input: { readonly cycleId: string; readonly partId?: string; readonly after?: string };
    output: {
      readonly cycle: CycleName;
      readonly parts: readonly { readonly id: string; readonly name: LocalText; readonly share: number }[];
      readonly partId: string;
      readonly people: number;
      readonly entered: number;
      readonly rows: readonly { readonly person: PersonBrief; readonly figure: FigureOf | null }[];
      readonly next: string | null;
    };
  };
  saveFigures: ActionShape & { input: FiguresEntry; output: { readonly saved: number } };
  pool: ActionShape & { input: { readonly cycleId?: string }; output: PoolView };
}
