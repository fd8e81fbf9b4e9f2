import type { ActionShape, Day, Instant } from './common';
import type {
  Confidence,
  CycleBrief,
  CycleKind,
  GoalPlace,
  KeyResult,
  Objective,
  ObjectiveDraft,
  OwnerView,
  Share,
  SheetOwner,
  Standing,
} from './goal';
import type { GoalAlignContract } from './goal-align';
import type { GoalBreakDownContract } from './goal-break-down';
import type { GoalCloneContract } from './goal-clone';
import type { GoalPushContract, ProposalBrief } from './goal-push';
import type { ReviewProgress, ReviewScore, ReviewView, TeamReviewRow } from './goal-review';
import type { PersonBrief } from './person';

export type { ObjectiveDraft, OwnerView } from './goal';

/** The workdays of a cycle by the company's calendar: all of them, and those that are over at the end of today. */
export interface CycleDays {
  readonly workdays: number;
  readonly gone: number;
}

/** One figure of a check-in. */
export interface FigureEntry {
  readonly keyResultId: string;
  /** `add`: to what is there. */
  readonly mode: 'set' | 'add';
  /** Of milestones the number of those that are done, which `done` names. */
  readonly value: number;
  readonly done?: readonly string[];
  /** The words of the daily report that it is from. */
  readonly words?: string;
  /** What those words are recognised by the next time. */
  readonly known?: string;
}

/** A picture or document of a check-in or report. */
export interface EvidenceFile {
  readonly fileId: string;
  /** Valid for two hours; null if it is not there any more, such as a picture that WeChat refused. */
  readonly url: string | null;
}

export interface CheckInView {
  readonly id: string;
  readonly at: Instant;
  readonly day: Day;
  readonly by: PersonBrief;
  /** `report`: by a daily report. Others are the names of business systems. */
  readonly source: 'check-in' | 'report' | string;
  readonly entries: readonly FigureEntry[];
  readonly confidence?: Confidence;
  readonly note?: string;
  /** Up to three. */
  readonly files?: readonly EvidenceFile[];
  readonly undone?: true;
  /** The reader may take it back. */
  readonly canUndo?: true;
}

/** An objective or key result above, and what finishing this one adds to it. */
export interface AboveView {
  readonly place: GoalPlace;
  readonly title: string;
  readonly owner: OwnerView;
  readonly adds: Share;
  /**
   * `waiting`: who answers for it has not agreed yet. `declined`. `gone`: it is not there any more or does not count. It moves
   * nothing then.
   */
  readonly state?: 'waiting' | 'declined' | 'gone';
}

export interface KeyResultView extends KeyResult {
  readonly standing: Standing;
  /** Counted progress; the phone works out the rest with the same function. */
  readonly progress: Share;
  readonly hasData: boolean;
  /** The objectives or key results that it is worked out from. */
  readonly parts: number;
  readonly last: Pick<CheckInView, 'at' | 'source' | 'confidence' | 'note'> | null;
}

export interface ObjectiveView extends Omit<Objective, 'keyResults'> {
  readonly keyResults: readonly KeyResultView[];
  /** Null if there is nothing to measure. */
  readonly progress: Share | null;
  readonly withData: Share | null;
  readonly above: readonly AboveView[];
  /** Of what is aligned to it as a whole. */
  readonly parts: number;
}

export interface SheetView extends OwnerView {
  readonly id: string;
  /** Of what is agreed: an objective is saved in place of what stood at it. 0: there is none yet. */
  readonly rev: number;
  readonly isClosed: boolean;
  readonly canEdit: boolean;
  readonly canReport: boolean;
  /** To who reports: the closing review is confirmed, so that no figure moves any more. */
  readonly isScored?: true;
  /** The reader may push goals to the owner. */
  readonly canPush: boolean;
  readonly progress: Share | null;
  readonly withData: Share | null;
  readonly objectives: readonly ObjectiveView[];
  /** What was changed after the cycle had begun, the latest first, for the owner and those above. */
  readonly amendments: readonly AmendmentView[];
  /** Pushed objectives that are not confirmed, for the owner and those above. */
  readonly proposals: readonly ProposalBrief[];
}

/** A change of what was agreed, after the cycle had begun. */
export interface AmendmentView {
  readonly at: Instant;
  readonly by: PersonBrief;
  readonly title: string;
  /** `new`, `dropped`, or changed. */
  readonly what: 'new' | 'dropped' | 'changed';
  readonly reason: string;
}

/** What somebody reported on a day. */
export interface DayReport {
  readonly id: string;
  readonly day: Day;
  readonly text: string;
  readonly entries: readonly FigureEntry[];
  readonly at: Instant;
  /** Up to three. */
  readonly files?: readonly EvidenceFile[];
}

/** Words of a report that the person confirmed for a key result before, the latest first. */
export interface ReportMemory {
  readonly words: string;
  readonly keyResultId: string;
  readonly mode: 'set' | 'add';
}

/** An objective in the tree, without what is below it. */
export interface TreeNode extends OwnerView {
  readonly sheetId: string;
  readonly objectiveId: string;
  readonly title: string;
  readonly progress: Share | null;
  /** Key results, and what is below each of them. */
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly weight: number;
    readonly progress: Share;
    readonly hasData: boolean;
    readonly parts: number;
    /** It is worked out from what is aligned to it. */
    readonly takes: boolean;
  }[];
  readonly parts: number;
  /** What is aligned to it as a whole counts for it. */
  readonly takes: boolean;
}

/** A person of the team in a cycle. */
export interface TeamRow {
  readonly person: PersonBrief;
  readonly progress: Share | null;
  readonly hasData: boolean;
  readonly lastAt: Instant | null;
  readonly lowConfidence: boolean;
  /** Pushed objectives that the person has not confirmed; `reminded`: of one of them. */
  readonly waiting: number;
  readonly reminded: boolean;
}

export interface GoalsContract
  extends GoalPushContract,
    GoalBreakDownContract,
    GoalCloneContract,
    GoalAlignContract {
  /** The page of goals: own sheet, the day's report, and what the report needs to be recognised. */
  home: ActionShape & {
    input: { readonly cycleId?: string };
    output: {
      readonly cycle: CycleBrief | null;
      readonly cycles: readonly CycleBrief[];
      readonly days: CycleDays;
      readonly today: Day;
      readonly sheet: SheetView | null;
      readonly report: DayReport | null;
      readonly memory: readonly ReportMemory[];
      readonly hasTeam: boolean;
      /** The own closing review; null as long as the cycle goes on. */
      readonly review: ReviewProgress | null;
    };
  };
  /** Somebody else's sheet, a department's or the company's. */
  sheet: ActionShape & {
    input: { readonly cycleId: string; readonly owner: SheetOwner };
    output: {
      readonly cycle: CycleBrief;
      readonly days: CycleDays;
      readonly sheet: SheetView;
      /** The closing review of a person, for those above; null as long as the cycle goes on. */
      readonly review: ReviewProgress | null;
    };
  };
  /** One level of the tree: the company's objectives, or what an objective or key result is worked out from. */
  tree: ActionShape & {
    input: { readonly cycleId: string; readonly below?: GoalPlace; readonly cursor?: string };
    output: { readonly nodes: readonly TreeNode[]; readonly next: string | null };
  };
  /**
   * Objectives above an owner that theirs can be aligned to: the company's, and those of the departments that they are in. `of`:
   * those of somebody else and of their departments instead; who answers for one has to agree.
   */
  alignable: ActionShape & {
    input: { readonly cycleId: string; readonly owner: SheetOwner; readonly of?: SheetOwner };
    output: { readonly nodes: readonly TreeNode[] };
  };
  team: ActionShape & {
    input: { readonly cycleId: string };
    output: { readonly days: CycleDays; readonly rows: readonly TeamRow[] };
  };
  /** A key result: its sheet, and its check-ins, the latest first. */
  history: ActionShape & {
    input: { readonly cycleId: string; readonly owner: SheetOwner; readonly keyResultId: string };
    output: {
      readonly cycle: CycleBrief;
      readonly days: CycleDays;
      readonly sheet: SheetView;
      readonly checkIns: readonly CheckInView[];
    };
  };
  /** Adds or changes an objective of a sheet that the person answers for. `reason`: once the cycle has begun. */
  saveObjective: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly owner: SheetOwner;
      readonly rev: number;
      readonly objective: ObjectiveDraft;
      readonly reason?: string;
    };
    output: { readonly rev: number };
  };
  dropObjective: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly owner: SheetOwner;
      readonly rev: number;
      readonly objectiveId: string;
      readonly reason: string;
    };
    output: { readonly rev: number };
  };
  /** Books figures. Idempotent by `key`. */
  checkIn: ActionShape & {
    input: {
      readonly key: string;
      readonly cycleId: string;
      readonly owner: SheetOwner;
      readonly entries: readonly FigureEntry[];
      readonly confidence?: Confidence;
      readonly note?: string;
      /** Up to three of `keepFile`. */
      readonly files?: readonly string[];
    };
    output: CheckInResult;
  };
  /** The day's report with the figures that the person confirmed; a second one of the day stands in for the first. */
  report: ActionShape & {
    input: {
      readonly key: string;
      readonly cycleId: string;
      readonly day: Day;
      readonly text: string;
      readonly entries: readonly FigureEntry[];
      readonly confidence?: Confidence;
      /** Up to three of `keepFile`. */
      readonly files?: readonly string[];
    };
    output: CheckInResult;
  };
  /** The server's copy of an uploaded picture or PDF, which a check-in or report can contain. */
  keepFile: ActionShape & {
    input: { readonly fileId: string };
    output: { readonly fileId: string; readonly bytes: number };
  };
  undoCheckIn: ActionShape & {
    input: { readonly cycleId: string; readonly owner: SheetOwner; readonly id: string };
    output: CheckInResult;
  };
  teamDay: ActionShape & {
    input: { readonly cycleId: string; readonly day: Day };
    output: {
      readonly rows: readonly { readonly person: PersonBrief; readonly report: DayReport | null }[];
    };
  };
  /** HR opens the cycle of a kind that a day is in, or changes when people of an open one are reminded. */
  saveCycle: ActionShape & {
    input: { readonly kind: CycleKind; readonly from: Day; readonly remindAfter?: number };
    output: { readonly cycle: CycleBrief };
  };
  closeCycle: ActionShape & {
    input: { readonly cycleId: string };
    /** `reviews`: people with goals whose closing review is not handed in, and is not confirmed. */
    output: {
      readonly cycle: CycleBrief;
      readonly open: number;
      readonly reviews: { readonly missing: number; readonly waiting: number };
    };
  };
  /** The closing review of a sheet: the person's own unless another one is named. */
  review: ActionShape & {
    input: { readonly cycleId: string; readonly employeeId?: string };
    output: ReviewView;
  };
  /** Hands in the own closing review, in place of the one at `rev`; 0: the first. Until it is confirmed. */
  handInReview: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly rev: number;
      readonly scores: readonly ReviewScore[];
      readonly summary: string;
    };
    output: { readonly rev: number };
  };
  /** Who is above gives the scores that count. */
  confirmReview: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly employeeId: string;
      readonly rev: number;
      readonly scores: readonly ReviewScore[];
      readonly comment: string;
    };
    output: { readonly rev: number };
  };
  /** The closing reviews of those whom the reader confirms. */
  teamReviews: ActionShape & {
    input: { readonly cycleId: string };
    output: {
      readonly cycle: CycleBrief;
      readonly window: ReviewView['window'];
      readonly rows: readonly TeamReviewRow[];
    };
  };
}

/** What a check-in moved: the sheet, and everything above it. */
export interface CheckInResult {
  readonly rev: number;
  readonly moved: readonly {
    readonly owner: OwnerView;
    readonly before: Share | null;
    readonly after: Share | null;
  }[];
  /** What is above will follow within minutes, because somebody else was moving it. */
  readonly isLate?: true;
}
