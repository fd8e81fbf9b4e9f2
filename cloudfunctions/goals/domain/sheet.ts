import type { Day, Instant } from '#contracts/common';
import type { GoalPlace, Objective, SheetOwner, SheetReview, Standing } from '#contracts/goal';
import type { ProposalReminder } from '#contracts/goal-push';
import type { CheckInView, DayReport, ReportMemory } from '#contracts/goals';
import type { PersonBrief } from '#contracts/person';
import type { Additions } from './additions';
import type { Contributions } from './objective-progress';
import type { Proposal } from './push/proposal';

/** A booked check-in or daily report; figures are worked out from all of them, so that one can be taken back. */
export interface CheckIn extends Omit<CheckInView, 'canUndo' | 'files'> {
  /** Of a daily report. */
  readonly text?: DayReport['text'];
  /** Copies in cloud storage, of its author. */
  readonly files?: readonly string[];
  /** Ids of the day's reports that this one stands in for, the latest first. */
  readonly replaces?: readonly string[];
}

/** A change of what was agreed, after the cycle had begun. */
export interface Amendment {
  readonly at: Instant;
  readonly by: PersonBrief;
  readonly objectiveId: string;
  readonly what: readonly string[];
  readonly reason: string;
}

/** A closing review as it is stored. */
export interface StoredReview extends SheetReview {
  /** Of a confirmed one: what the objectives and key results weighed that were scored, by id. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Counts its changes. */
  readonly rev: number;
}

/** Who was reminded last that nothing is reported; `since`: the last day on which something was, or could have been. */
export interface Quiet {
  readonly since: Day;
  readonly reminded: ProposalReminder;
}

/** A document of `goal_sheets`: the objectives of one owner in one cycle, `_id` as `sheetIdOf` makes it. */
export interface Sheet {
  readonly _id: string;
  readonly cycleId: string;
  readonly owner: SheetOwner;
  /** Sheets are closed from the lowest tier up: people 0, departments from below, the company last. */
  readonly tier: number;
  /** At most 12. */
  readonly objectives: readonly Objective[];
  /** Figures of check-ins that have left the log, by key result. */
  readonly base: Readonly<Record<string, Standing>>;
  /** What systems outside said last in check-ins that have left the log, by key result. */
  readonly outside?: Readonly<Record<string, Standing>>;
  /** Oldest first, at most `MAX_LOG`. */
  readonly log: readonly CheckIn[];
  /** Ids of the latest check-ins that have left the log, so that a late retry is still recognized. */
  readonly archived: readonly string[];
  /** What others add, by the id of a key result or objective here; at most 500 each. */
  readonly parts: Readonly<Record<string, Contributions>>;
  /** The sheets above, as far up as they were followed; read together with this one. */
  readonly above: readonly string[];
  /** Places that this sheet does not add to any more, until they know. */
  readonly left: readonly { readonly to: GoalPlace; readonly key: string }[];
  readonly memory: readonly ReportMemory[];
  /** Newest first, at most 50. */
  readonly amendments: readonly Amendment[];
  readonly rev: number;
  /** How often what is agreed has changed; figures do not count, so that nobody is kept from saving by reports. */
  readonly planRev: number;
  /** How often what an objective adds above has changed, by objective: tells an older figure from a newer one. */
  readonly revs: Readonly<Record<string, number>>;
  readonly state: 'open' | 'closed';
  /** What one write has told several sheets, the oldest first; read as part of `parts` and `revs`. */
  readonly additions?: readonly Additions[];
  /** Whether what is above knows this revision. */
  readonly rollUp: 'due' | 'done';
  readonly touchedAt: Instant;
  /** Objectives that were pushed to the owner: what waits first, then what was decided last; see `withProposals`. */
  readonly proposals?: readonly Proposal[];
  /** Who has to do something with them, or has to agree to an alignment, once for each. */
  readonly asked?: readonly string[];
  /** Departments whose leader, whoever that is, has to do something. */
  readonly askedLeaders?: readonly string[];
  /** Who pushed them. */
  readonly pushers?: readonly string[];
  /** The first day on which one of them may have to be reminded of; null for none. */
  readonly remindOn?: Day | null;
  /** Who was reminded last that nothing is reported. */
  readonly quiet?: Quiet;
  /** The day on which to look whether something is reported; null once there is nothing to remind of. */
  readonly quietOn?: Day | null;
  /** Of a person, once it was handed in. */
  readonly review?: StoredReview;
  /** Who was asked to confirm the review; null or missing if it waits for nobody. */
  readonly waitsFor?: string | null;
}

export const MAX_OBJECTIVES = 12;
/** With those that do not count any more, which stay visible. */
export const MAX_WITH_DROPPED = 36;
/** Others that may add to one key result or objective. */
export const MAX_PARTS = 500;

const OWNER_KEY: { readonly [Kind in SheetOwner['kind']]: string } = {
  company: 'c',
  department: 'd',
  person: 'p',
};

/** `2026-11:p-E0012`, `2026-11:d-sales`, `2026-11:c`. */
export function sheetIdOf(cycleId: string, owner: SheetOwner): string {
  const key = OWNER_KEY[owner.kind];
  return `${cycleId}:${owner.kind === 'company' ? key : `${key}-${owner.id}`}`;
}

/** Whose sheet an id names, and of which cycle; null for any other text. */
export function ownerOfSheet(id: string): { readonly cycleId: string; readonly owner: SheetOwner } | null {
  const [, cycleId, kind, name] = /^([0-9Q-]{4,7}):([cdp])(?:-([A-Za-z0-9_-]{1,40}))?$/.exec(id) ?? [];
  if (cycleId === undefined) return null;
  if (kind === 'c') return name === undefined ? { cycleId, owner: { kind: 'company' } } : null;
  if (name === undefined) return null;
  return { cycleId, owner: { kind: kind === 'd' ? 'department' : 'person', id: name } };
}

/** The tier of an owner: `depth` of a department counts from the root, 1. */
export function tierOf(owner: SheetOwner, depth: number): number {
  if (owner.kind === 'person') return 0;
  return owner.kind === 'company' ? 100 : 100 - Math.min(depth, 90);
}

export function emptySheet(cycleId: string, owner: SheetOwner, tier: number, now: Instant): Sheet {
  return {
    _id: sheetIdOf(cycleId, owner),
    cycleId,
    owner,
    tier,
    objectives: [],
    base: {},
    log: [],
    archived: [],
    parts: {},
    above: [],
    left: [],
    memory: [],
    amendments: [],
    rev: 0,
    planRev: 0,
    revs: {},
    state: 'open',
    rollUp: 'done',
    touchedAt: now,
  };
}
