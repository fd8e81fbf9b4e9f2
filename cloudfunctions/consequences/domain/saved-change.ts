import type { Day, Instant } from '#contracts/common';
import type { ChangeCause } from '#contracts/consequence';

/** The days and people that a change concerns. */
export interface ChangeScope {
  readonly cause: ChangeCause;
  readonly from: Day;
  /** Null for an open end. */
  readonly to: Day | null;
  /** Null for everybody. */
  readonly employeeIds: readonly string[] | null;
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
   */
  readonly pass: 1 | 2;
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
  cursor: null,
  seen: 0,
  recounted: 0,
  ended: 0,
  open: 0,
  told: 0,
});

/** Identifies one pass: timeline entries and messages carry it. */
export const runOf = ({ _id, pass }: Pick<SavedChange, '_id' | 'pass'>): string => `${_id}#${pass}`;

type PassEnd = Pick<SavedChange, 'state' | 'pass' | 'dueAt' | 'cursor' | 'told'>;

/** What follows the last page of a pass. */
export const afterPass = ({ pass, at, open }: SavedChange): PassEnd => ({
  state: pass === 1 ? 'due' : 'done',
  pass: 2,
  dueAt: (at + SECOND_PASS_AFTER_MS) as Instant,
  cursor: null,
  told: open,
});
