import type { Distribution, PartKind } from './appraisal';
import type { AppraisalCycle, AppraisalCycleBrief, CycleAmendment, Questionnaire } from './appraisal-cycle';
import type { Day, LocalText } from './common';
import type { CycleBrief } from './goal';
import type { PersonBrief } from './person';
import type { ReviewProgress, ReviewRelation } from './review';

/** A part of a score and its share, percent. */
export interface PartView {
  readonly id: string;
  readonly kind: PartKind;
  readonly name: LocalText;
  readonly share: number;
}

/** A cycle as everybody sees it: what counts, who is asked, and until when. */
export interface OpenCycle extends AppraisalCycleBrief {
  readonly goalCycleId: string;
  readonly parts: readonly PartView[];
  /** Who is asked about a person; empty: nobody. */
  readonly relations: readonly ReviewRelation[];
  /** Of `ReviewPlan`; null where no peers are asked. */
  readonly peersUntil: Day | null;
  readonly confirmUntil: Day | null;
  /** Raters that a group needs before anything of it is shown; null where nobody is asked. */
  readonly threshold: number | null;
  readonly appealDays: number;
  /** The reader is appraised in it. */
  readonly isIn: boolean;
}

// Setting up

/** What a cycle can be set up from: `retail`, `research`, `sales`, `office`, or the id of an earlier cycle. */
export interface TemplateView {
  readonly id: string;
  readonly name: LocalText;
  /** For whom; null for an earlier cycle. */
  readonly about: LocalText | null;
  readonly parts: readonly PartView[];
}

/** Days of a cycle as the server would set them, by workdays of the company. */
export interface CycleDates {
  readonly hiredUntil: Day;
  readonly peersUntil: Day;
  readonly confirmUntil: Day;
  readonly answersUntil: Day;
}

/** A cycle of goals that can be appraised. */
export interface AppraisablePeriod extends CycleBrief {
  /** It has an appraisal already, or the draft of one. */
  readonly isTaken: boolean;
  readonly title: LocalText;
  readonly dates: CycleDates;
}

export interface DepartmentOption {
  readonly id: string;
  readonly name: LocalText;
  readonly parentId: string | null;
}

/** What HR chooses; the rest is that of the template. */
export interface CycleDraft extends CycleDates {
  readonly template: string;
  readonly goalCycleId: string;
  readonly title: LocalText;
  /** Those of the template's parts, which sum to 100. A part of 0, or that is not named, is left out. */
  readonly shares: readonly PartShare[];
  readonly departments: readonly string[];
  readonly threshold: number;
  readonly peers: { readonly least: number; readonly most: number };
  readonly appealDays: number;
}

/** Percent, whole. */
export interface PartShare {
  readonly id: string;
  readonly share: number;
}

/** A rated item has the texts of its levels, from the lowest up; one of text has none. */
export interface QuestionItemDraft {
  readonly id: string;
  readonly name: LocalText;
  readonly relations?: readonly ReviewRelation[];
  readonly rated: { readonly weight: number; readonly levels: readonly LocalText[] } | null;
}

export interface QuestionnaireDraft extends Omit<Questionnaire, 'sections'> {
  readonly sections: readonly {
    readonly id: string;
    readonly name: LocalText;
    readonly weight: number;
    readonly items: readonly QuestionItemDraft[];
  }[];
}

// Looking ahead

/**
 * Why an appraisal would not be complete. `no-manager`, `no-questionnaire`, `no-goals`: there is none. `few-colleagues`: too
 * few could be peers. `few-reports`: there are some, but too few for anything of them to be shown.
 */
export type GapKind = 'no-manager' | 'no-questionnaire' | 'no-goals' | 'few-colleagues' | 'few-reports';

export interface Gap {
  readonly kind: GapKind;
  readonly count: number;
  /** The first of them. */
  readonly people: readonly PersonBrief[];
}

/** What would come out if the answers were those of an earlier cycle. */
export interface PastGrades {
  readonly cycleId: string;
  readonly title: LocalText;
  /** People of the new cycle who have a score from then. */
  readonly scored: number;
  readonly ungraded: number;
  /** Null where grades are given by quota. */
  readonly distribution: Distribution | null;
}

export interface DryRun {
  /** The draft that was looked at. */
  readonly cycle: OpenCycle & { readonly rev: number };
  readonly people: number;
  /** By department, the largest first; at most twenty. */
  readonly departments: readonly { readonly name: LocalText; readonly people: number }[];
  /** Reviews that would be asked for, without customers. */
  readonly reviews: number;
  readonly gaps: readonly Gap[];
  /** Parts that would be missing, and for how many people. */
  readonly missing: readonly { readonly part: LocalText; readonly people: number }[];
  /** Null: there was no cycle before, or none that was scored. */
  readonly past: PastGrades | null;
}

// While it runs

/** What somebody owes: peers to choose, to confirm, answers. */
export type DutyKind = 'peers' | 'confirm' | 'answers';

/** How far a duty is over the whole cycle, and who is late with it: by whom, never about whom. */
export interface DutyProgress extends ReviewProgress {
  readonly duty: DutyKind;
  readonly until: Day;
}

/** Somebody who still owes something. */
export interface LatePerson {
  readonly person: PersonBrief;
  readonly departmentId: string;
  readonly duties: readonly { readonly duty: DutyKind; readonly open: number }[];
}

export interface CycleProgress {
  readonly cycle: OpenCycle & { readonly rev: number };
  readonly amendments: readonly CycleAmendment[];
  readonly people: number;
  readonly duties: readonly DutyProgress[];
  /** By department of those who are late, the most first. */
  readonly departments: readonly { readonly id: string; readonly name: LocalText; readonly late: number }[];
  /** At most two hundred; `lateCount` is all of them. */
  readonly late: readonly LatePerson[];
  readonly lateCount: number;
}

/** What is changed of a cycle that runs. */
export type AmendChange =
  | {
      readonly what: 'deadline';
      readonly peersUntil: Day;
      readonly confirmUntil: Day;
      readonly answersUntil: Day;
    }
  | { readonly what: 'title'; readonly title: LocalText }
  | { readonly what: 'scheme'; readonly shares: readonly PartShare[] }
  | { readonly what: 'people'; readonly add: readonly string[]; readonly remove: readonly string[] };

/** Setting up and running cycles, by HR; what everybody sees of them. */
export interface AppraisalCyclesContract {
  /** The latest cycles, drafts too. */
  cycles: { input: Record<string, never>; output: { readonly cycles: readonly AppraisalCycleBrief[] } };
  /** A cycle with everything that it was set up with, and how many people are in it. */
  cycle: {
    input: { readonly cycleId: string };
    output: { readonly cycle: AppraisalCycle; readonly people: number };
  };
  /** The latest cycles that have started. */
  openCycles: { input: Record<string, never>; output: { readonly cycles: readonly OpenCycle[] } };
  /** Everything that a cycle is set up from, and the draft if there is one. */
  cycleSetup: {
    input: { readonly cycleId?: string };
    output: {
      readonly templates: readonly TemplateView[];
      readonly periods: readonly AppraisablePeriod[];
      readonly departments: readonly DepartmentOption[];
      readonly draft: AppraisalCycle | null;
    };
  };
  /** A new draft (`rev` 0) or a change of one. */
  saveCycle: {
    input: { readonly rev: number; readonly draft: CycleDraft };
    output: { readonly cycleId: string; readonly rev: number };
  };
  /** Changes a questionnaire of a draft, adds one, or removes one (`questionnaire` null). */
  saveQuestionnaire: {
    input: {
      readonly cycleId: string;
      readonly rev: number;
      readonly id: string;
      readonly questionnaire: Omit<QuestionnaireDraft, 'id'> | null;
    };
    output: { readonly rev: number };
  };
  /** Removes a draft. */
  dropCycle: { input: { readonly cycleId: string; readonly rev: number }; output: Record<string, never> };
  /** What a draft would come to; it changes nothing. */
  dryRun: { input: { readonly cycleId: string }; output: DryRun };
  /** Freezes the draft and writes who is in it; called again it goes on. */
  startCycle: {
    input: { readonly cycleId: string; readonly rev: number };
    output: { readonly cycle: AppraisalCycleBrief; readonly rev: number; readonly people: number };
  };
  /** Changes what was frozen, with a reason that everybody of HR sees. */
  amendCycle: {
    input: {
      readonly cycleId: string;
      readonly rev: number;
      readonly reason: string;
      readonly change: AmendChange;
    };
    output: { readonly rev: number };
  };
  /** Ends the answers before their last day. */
  endCycle: {
    input: { readonly cycleId: string; readonly rev: number; readonly reason: string };
    output: { readonly cycle: AppraisalCycleBrief; readonly rev: number };
  };
  /** How far a running cycle is. */
  cycleProgress: { input: { readonly cycleId: string }; output: CycleProgress };
  /** Reminds those who are late after a number, once a day each; `next` goes on. */
  remindLate: {
    input: { readonly cycleId: string; readonly after?: string };
    output: { readonly reminded: number; readonly next: string | null };
  };
}
