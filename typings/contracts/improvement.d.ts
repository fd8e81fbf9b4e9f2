import type { ActionShape, Day, Instant, LocalText, Page } from './common';
import type { PersonBrief } from './person';

/** Where a plan comes from: a published appraisal, a note of feedback, or somebody wrote it by hand. */
export type PlanSource =
  | {
      readonly kind: 'appraisal';
      readonly cycleId: string;
      readonly title: LocalText;
      readonly grade: LocalText;
      readonly score: number;
    }
  /** Whose, and which, stays with the person: a note may be for its receiver alone. */
  | { readonly kind: 'feedback' }
  | { readonly kind: 'hand' };

/** What of an appraisal was below: a part with its score, out of a hundred; null where it had none. */
export interface PlanGap {
  readonly id: string;
  readonly name: LocalText;
  readonly score: number | null;
}

export type MeasureKind = 'step' | 'training' | 'meeting';

/** A step of a plan, until a day. */
export interface PlanMeasure {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly text: string;
  readonly dueOn: Day;
  /** What shows that it was done, and when; null until it is. */
  readonly done: { readonly on: Day; readonly evidence: string } | null;
}

/** A value of the metric over some days. `count`: how many cases it is worked out from; null if that is not known. */
export interface MetricValue {
  readonly value: number;
  readonly count: number | null;
  readonly from: Day;
  readonly to: Day;
}

/** The same metric of others at both times: their mean, and how many people it is of. */
export interface PeerValues {
  readonly before: number;
  readonly after: number;
  readonly people: number;
}

/** A key result that a metric is taken from, by its title and unit in another cycle. */
export interface MetricKeyResult {
  readonly cycleId: string;
  readonly keyResultId: string;
}

/** What is to become better. */
export interface PlanMetric {
  readonly name: string;
  readonly unit: string;
  readonly better: 'more' | 'less';
  /** Where the figures come from: a key result of the person, or what was typed in. */
  readonly source: string;
  readonly keyResult: MetricKeyResult | null;
  readonly baseline: MetricValue;
  readonly target: number | null;
}

/** What a person wrote on a day of the plan. */
export interface PlanEntry {
  readonly id: string;
  readonly at: Instant;
  readonly by: PersonBrief;
  readonly text: string;
  readonly value: number | null;
}

export interface PlanChange {
  readonly at: Instant;
  readonly by: PersonBrief;
  /** Fields that were changed: title, days, measures, metric. */
  readonly what: readonly ('title' | 'days' | 'measures' | 'metric')[];
  readonly reason: string;
}

/**
 * What a plan has brought. `change`: percent of the value before, one decimal; null where that was zero. `peers`: nobody to
 * compare with, too few of them, or their mean, its change, and the person's change less theirs, percentage points.
 */
export interface Effect {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly change: number | null;
  readonly direction: 'better' | 'worse' | 'same';
  readonly reached: boolean | null;
  /** `small`: one of the two is worked out from too few cases. `unknown`: nobody said from how many. */
  readonly sample: 'enough' | 'small' | 'unknown';
  readonly peers:
    | { readonly state: 'none' }
    | { readonly state: 'too-few' }
    | {
        readonly state: 'shown';
        readonly before: number;
        readonly after: number;
        readonly people: number;
        readonly change: number | null;
        readonly ahead: number | null;
      };
}

export type VerdictResult = 'reached' | 'partly' | 'not';

export interface Verdict {
  readonly result: VerdictResult;
  readonly reason: string;
  readonly by: PersonBrief;
  readonly at: Instant;
}

/** A goal of the next cycle that follows from a plan; the person takes it into their sheet. */
export interface NextGoal {
  readonly title: string;
  readonly keyResult: string;
  readonly start: number;
  readonly target: number;
  readonly unit: string;
}

/**
 * `draft`: being written. `agreed`: by the person and the manager, its first day has not come. `running`: from then on.
 * `done`: it has a verdict. `dropped`: a draft that nobody goes on with.
 */
export type PlanState = 'draft' | 'agreed' | 'running' | 'done' | 'dropped';

export interface PlanBrief {
  readonly id: string;
  readonly person: PersonBrief;
  readonly title: string;
  readonly state: PlanState;
  readonly source: PlanSource;
  readonly from: Day;
  readonly until: Day;
  readonly measures: { readonly done: number; readonly all: number };
  readonly verdict: VerdictResult | null;
  /** What waits for the reader. */
  readonly waits: 'agree' | 'decide' | null;
}

export interface PlanView extends Omit<PlanBrief, 'measures' | 'verdict' | 'waits'> {
  readonly rev: number;
  /** The appraisal asks for it: it is the training or changed post of article 40 (2) of the Labour Contract Law, too. */
  readonly isDuty: boolean;
  readonly gaps: readonly PlanGap[];
  readonly measures: readonly PlanMeasure[];
  readonly metric: PlanMetric | null;
  readonly agreed: { readonly person: Instant | null; readonly manager: Instant | null };
  /** The latest first. */
  readonly entries: readonly PlanEntry[];
  readonly changes: readonly PlanChange[];
  readonly after: MetricValue | null;
  readonly effect: Effect | null;
  readonly verdict: Verdict | null;
  readonly next: NextGoal | null;
  readonly may: {
    readonly edit: boolean;
    readonly agree: boolean;
    readonly report: boolean;
    readonly decide: boolean;
    readonly drop: boolean;
    readonly take: boolean;
  };
}

/** From the goal to the next one. Ids are those of the pages that show each. */
export interface PlanLoop {
  readonly goal: { readonly cycleId: string; readonly sheetId: string; readonly title: string | null } | null;
  readonly work: { readonly entries: number; readonly feedback: number };
  readonly appraisal: { readonly cycleId: string; readonly grade: LocalText; readonly score: number } | null;
  readonly next: NextGoal | null;
  /** The person's sheet in an open cycle that the next goal can be for; null as long as none is open. */
  readonly nextSheetId: string | null;
}

/** What is written of a plan. */
export interface PlanDraft {
  readonly title: string;
  readonly from: Day;
  readonly until: Day;
  readonly measures: readonly Omit<PlanMeasure, 'done'>[];
  readonly metric: PlanMetric | null;
}

/** A key result of the person that can be a metric, with its figure in a cycle. */
export interface MetricOption {
  readonly cycleId: string;
  readonly keyResultId: string;
  readonly title: string;
  readonly unit: string;
  readonly better: 'more' | 'less';
  readonly value: number;
  readonly target: number | null;
  readonly from: Day;
  readonly to: Day;
}

interface Saved {
  readonly id: string;
  readonly rev: number;
}

/** Actions of the function `appraisal` about improvement plans. */
export interface ImprovementContract {
  /** `mine`, those of the direct reports, or of everybody (HR); open ones first, the latest first. */
  plans: ActionShape & {
    input: { readonly scope: 'mine' | 'team' | 'all'; readonly cursor?: string };
    output: Page<PlanBrief> & { readonly hasTeam: boolean; readonly hasAll: boolean };
  };
  plan: ActionShape & {
    input: { readonly id: string };
    output: { readonly plan: PlanView; readonly loop: PlanLoop };
  };
  /** Figures that a plan's metric can be taken from: key results of the cycles that the plan's days are in or before. */
  planMetrics: ActionShape & {
    input: { readonly employeeId: string };
    output: { readonly options: readonly MetricOption[] };
  };
  /** Writes a new plan (`rev` 0, by `key`) or changes one; once it is agreed with a reason. */
  savePlan: ActionShape & {
    input: {
      readonly key: string;
      readonly id?: string;
      readonly employeeId: string;
      readonly rev: number;
      readonly plan: PlanDraft;
      readonly reason?: string;
    };
    output: Saved;
  };
  /** Begins a plan with what the receiver of a note will do, in their latest draft or a new one. */
  planFromFeedback: ActionShape & {
    input: { readonly noteId: string; readonly text: string; readonly dueOn: Day };
    output: Saved;
  };
  agreePlan: ActionShape & { input: { readonly id: string; readonly rev: number }; output: Saved };
  /** What was done: words, a value of the metric, a measure that is done with its evidence. Idempotent by `key`. */
  reportPlan: ActionShape & {
    input: {
      readonly id: string;
      readonly key: string;
      readonly text: string;
      readonly value?: number;
      readonly measureId?: string;
      readonly on?: Day;
    };
    output: Saved;
  };
  /** The verdict of the manager, with the value after: typed in, or read from the key result in a cycle. */
  decidePlan: ActionShape & {
    input: {
      readonly id: string;
      readonly rev: number;
      readonly result: VerdictResult;
      readonly reason: string;
      readonly after: {
        readonly cycleId: string | null;
        readonly typed: MetricValue | null;
      } | null;
      /** Of others, typed in with the figures of a metric that is no key result. */
      readonly peers?: PeerValues;
      readonly next: NextGoal | null;
    };
    output: Saved;
  };
  dropPlan: ActionShape & {
    input: { readonly id: string; readonly rev: number; readonly reason: string };
    output: Saved;
  };
}
