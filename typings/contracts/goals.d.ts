import type { ActionShape, Day, Instant, LocalText } from './common';
import type {
  Alignment,
  Confidence,
  CycleBrief,
  CycleKind,
  GoalPlace,
  KeyResult,
  Objective,
  Share,
  SheetOwner,
  Standing,
} from './goal';
import type { PersonBrief } from './person';

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
}

/** Who a sheet is of, as shown. */
export interface OwnerView {
  readonly owner: SheetOwner;
  /** Of a person both are their names. */
  readonly name: LocalText;
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
  readonly progress: Share | null;
  readonly withData: Share | null;
  readonly objectives: readonly ObjectiveView[];
  /** What was changed after the cycle had begun, the latest first, for the owner and those above. */
  readonly amendments: readonly AmendmentView[];
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
}

export type ObjectiveDraft = Pick<Objective, 'id' | 'title' | 'weight' | 'keyResults' | 'alignedWeight'> & {
  readonly alignedTo: readonly Alignment[];
};

export interface GoalsContract {
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
    };
  };
  /** Somebody else's sheet, a department's or the company's. */
  sheet: ActionShape & {
    input: { readonly cycleId: string; readonly owner: SheetOwner };
    output: { readonly cycle: CycleBrief; readonly days: CycleDays; readonly sheet: SheetView };
  };
  /** One level of the tree: the company's objectives, or what an objective or key result is worked out from. */
  tree: ActionShape & {
    input: { readonly cycleId: string; readonly below?: GoalPlace; readonly cursor?: string };
    output: { readonly nodes: readonly TreeNode[]; readonly next: string | null };
  };
  /** Objectives above an owner that theirs can be aligned to: the company's, and those of the departments that they are in. */
  alignable: ActionShape & {
    input: { readonly cycleId: string; readonly owner: SheetOwner };
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
    };
    output: CheckInResult;
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
  /** HR opens the cycle of a kind that a day is in. */
  saveCycle: ActionShape & {
    input: { readonly kind: CycleKind; readonly from: Day };
    output: { readonly cycle: CycleBrief };
  };
  closeCycle: ActionShape & {
    input: { readonly cycleId: string };
    output: { readonly cycle: CycleBrief; readonly open: number };
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
