import type { Day, Instant } from '#contracts/common';
import type { ChangeCause } from '#contracts/consequence';
import { addDays, midnight } from '../../shared/calendar/company-time';

/** The days and people that a change concerns. */
export interface ChangeScope {
  readonly cause: ChangeCause;
  readonly from: Day;
  /** Null for an open end. */
  readonly to: Day | null;
  /** Null for everybody. */
  readonly employeeIds: readonly string[] | null;
  /** Of a change of a person: requests are also addressed again. */
  readonly person?: PersonChange;
}

/** What was changed about a person. */
export interface PersonChange {
  readonly id: string;
  /** Names of the settings. */
  readonly what: readonly string[];
  /** Whether days change that requests are counted by. */
  readonly recounts: boolean;
  /** By whom requests were addressed before. */
  readonly before: { readonly managerId: string | null; readonly departmentId: string };
  readonly managerId: string | null;
  readonly lastDay: Day | null;
}

/** A position among the requests of a scope: after this end and, for equal ends, after this id. */
export interface ChangeCursor {
  readonly key: number;
  readonly id: string;
}

/**
 * A document of `saved_changes`: requests that it concerns are counted again, page by page. `_id` derives from
 * what was changed and its new revision. Written in the same transaction as the change.
 */
export interface SavedChange extends ChangeScope {
  readonly _id: string;
  readonly rev: number;
  readonly byId: string | null;
  readonly at: Instant;
  readonly state: 'due' | 'done';
  readonly dueAt: Instant;
  /**
   * The first pass follows the change at once. The second one comes when no instance can remember the schedule
   * before it, and finds requests that were submitted by it meanwhile.
   * The third one comes after the last day of a person: what waits for them goes to others.
   */
  readonly pass: 1 | 2 | 3;
  /** Within a pass: requests are counted again, then addressed again. */
  readonly stage: 'recount' | 'readdress';
  readonly cursor: ChangeCursor | null;
  /** Requests that were looked at, counted again, ended, and left for HR. */
  readonly seen: number;
  readonly recounted: number;
  readonly ended: number;
  readonly open: number;
  /** How many of those that were left HR has been told of. */
  readonly told: number;
}

/** Longer than an instance remembers the schedule, ms. */
const SECOND_PASS_AFTER_MS = 120_000;

const firstStage = ({ person }: ChangeScope): SavedChange['stage'] =>
  person && !person.recounts ? 'readdress' : 'recount';

export const newChange = (
  _id: string,
  scope: ChangeScope,
  byId: string | null,
  now: Instant,
): SavedChange => ({
  _id,
  rev: 1,
  ...scope,
  byId,
  at: now,
  state: 'due',
  dueAt: now,
  pass: 1,
  stage: firstStage(scope),
  cursor: null,
  seen: 0,
  recounted: 0,
  ended: 0,
  open: 0,
  told: 0,
});

/** Identifies one pass: timeline entries and messages carry it. */
export const runOf = ({ _id, pass }: Pick<SavedChange, '_id' | 'pass'>): string => `${_id}#${pass}`;

type PassEnd = Pick<SavedChange, 'state' | 'pass' | 'stage' | 'dueAt' | 'cursor' | 'told'>;

/** What follows the last page of a pass. */
export function afterPass(change: SavedChange): PassEnd {
  const { pass, at, open, person } = change;
  const end = { cursor: null, told: open, stage: firstStage(change) } as const;
  if (pass === 1) return { ...end, state: 'due', pass: 2, dueAt: (at + SECOND_PASS_AFTER_MS) as Instant };
  const leavesAt = person?.lastDay ? midnight(addDays(person.lastDay, 1)) : at;
  if (pass === 2 && leavesAt > at) return { ...end, state: 'due', pass: 3, dueAt: leavesAt };
  return { ...end, state: 'done', pass, dueAt: at };
}
