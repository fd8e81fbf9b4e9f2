import type { AppraisalScheme, TrainingRule } from './appraisal';
import type { Day, Instant, LocalText } from './common';
import type { PersonBrief } from './person';
import type { ReviewRelation } from './review';

// A questionnaire: who is rated on what

/** A level of a rating item and what it means, so that two raters mean the same by a 4. */
export interface RatingLevel {
  readonly value: number;
  readonly text: LocalText;
}

export type QuestionItem = {
  /** Unique in the questionnaire. */
  readonly id: string;
  readonly name: LocalText;
  /** Relations that answer it; absent: all that are asked. */
  readonly relations?: readonly ReviewRelation[];
} & (
  | {
      readonly kind: 'rating';
      /** Relative to the other items of the section; whole, at least 1. */
      readonly weight: number;
      /** Of the levels of the scale; at least the lowest and the highest are described. */
      readonly levels: readonly RatingLevel[];
    }
  | { readonly kind: 'text' }
);

export interface QuestionSection {
  readonly id: string;
  readonly name: LocalText;
  /** Whole; those of the sections that have a rating item sum to 100. */
  readonly weight: number;
  readonly items: readonly QuestionItem[];
}

export interface Questionnaire {
  readonly id: string;
  readonly name: LocalText;
  /** Posts (`job` of an employee, in Chinese) that it is for; empty: everybody whose post no other one names. */
  readonly jobs: readonly string[];
  readonly sections: readonly QuestionSection[];
}

/** Who rates whom in a cycle, and until when. Frozen when the cycle starts. */
export interface ReviewPlan {
  readonly scale: { readonly least: number; readonly most: number };
  /** Of every anonymous group and each of its items; 3 to 10, 4 unless said. It cannot be changed once the cycle has started. */
  readonly threshold: number;
  /** Percent, whole, of every relation that is asked; they sum to 100. */
  readonly weights: Readonly<Partial<Record<ReviewRelation, number>>>;
  /** Peers of one person: 3 to 8. */
  readonly peers: { readonly least: number; readonly most: number };
  readonly questionnaires: readonly Questionnaire[];
  /** Last day on which the employee chooses peers, and on which the manager confirms them. */
  readonly peersUntil: Day;
  readonly confirmUntil: Day;
}

// The cycle

/**
 * `draft`: HR sets it up. `starting`: its participants are being written. `running`: peers are chosen, people answer.
 * `closing`: nothing is answered any more; results are published to the server and scored, person by person.
 * `calibration`: grades are on the boards. `publishing`: results become visible, all with the same moment. `published`: people
 * read and may appeal.
 */
export type AppraisalCycleState =
  | 'draft'
  | 'starting'
  | 'running'
  | 'closing'
  | 'calibration'
  | 'publishing'
  | 'published';

/** A change of what was frozen at the start. The threshold of anonymity is never among them. */
export interface CycleAmendment {
  readonly at: Instant;
  readonly by: PersonBrief;
  readonly what: 'deadline' | 'people' | 'scheme' | 'title';
  readonly reason: string;
  /** Fields of the plan, or ids of parts, with what stood there; none of `people`. */
  readonly changes: readonly AmendedField[];
  /** Employee numbers, of `people`. */
  readonly people?: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

export interface AmendedField {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What HR writes when a cycle is set up, from a shipped template or an earlier cycle. */
export interface AppraisalPlan {
  readonly title: LocalText;
  /** The cycle of goals that is appraised, which names the period. */
  readonly goalCycleId: string;
  readonly from: Day;
  readonly to: Day;
  readonly scheme: AppraisalScheme;
  /** Null: nobody is asked. */
  readonly review: ReviewPlan | null;
  /** Departments with everything below them; empty: the company. */
  readonly departments: readonly string[];
  /** Who joined after this day is not appraised. */
  readonly hiredUntil: Day;
  /** Last day for answers; afterwards a missing one is late and counts as missing. */
  readonly answersUntil: Day;
  /** Workdays after the publication in which a result may be appealed. */
  readonly appealDays: number;
  /** Competences that are trained if their score is below a line (`training-proposals.ts`). */
  readonly training: readonly TrainingRule[];
}

/** A document of `appraisal_cycles`; `_id` is `a-<goal cycle>`, so that a period is appraised once. */
export interface AppraisalCycle extends AppraisalPlan {
  readonly _id: string;
  readonly rev: number;
  readonly state: AppraisalCycleState;
  readonly template: string;
  readonly createdBy: string;
  readonly startedAt: Instant | null;
  /** When answers ended: the moment that decides what is late (`ReviewCycle.closedAt`). */
  readonly closedAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly publishedBy?: string;
  /** Where a bounded job of the present state goes on: the last employee that it has done. */
  readonly cursor: string;
  /** Newest first, at most 50. */
  readonly amendments: readonly CycleAmendment[];
  /** The latest messages that the timer sends to who owes something, and the last person told; absent before the first. */
  readonly reminders?: CycleReminders;
}

/** `asked`: raters, once it is settled who is asked. `early`: two workdays before the last day; `last`: on it. */
export interface CycleReminders {
  readonly step: 'asked' | 'early' | 'last';
  readonly after: string;
}

/**
 * A document of `appraisal_people`, `_id` is `<cycle>:<employee>`: who is appraised, as the person was at the start, so that a
 * transfer later changes neither questionnaire nor rater. Written once, when the cycle starts.
 */
export interface AppraisalPerson {
  readonly _id: string;
  readonly cycleId: string;
  readonly person: PersonBrief;
  readonly departmentId: string;
  /** From the root down, without the department itself. */
  readonly departmentPath: readonly string[];
  readonly managerId: string | null;
  readonly job: LocalText;
  readonly hiredOn: Day;
  /** Of the plan; null if nobody is asked. */
  readonly questionnaireId: string | null;
  /** Direct reports at the start, who are asked about their manager; at most 50. */
  readonly reports: readonly string[];
}

/** A cycle in lists. */
export interface AppraisalCycleBrief {
  readonly id: string;
  readonly title: LocalText;
  readonly from: Day;
  readonly to: Day;
  readonly state: AppraisalCycleState;
  readonly answersUntil: Day;
}
