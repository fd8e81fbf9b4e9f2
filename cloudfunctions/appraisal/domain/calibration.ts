import type { BoardEvent, CalibrationBoard, CalibrationRow, GradeRule } from '#contracts/appraisal';
import type { Instant } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';
import { type GradedPerson, overQuota } from './over-quota';

const MOST_REASON = 500;

/** What a calibrator wants to be so, and the revision of the row that they saw. */
export interface RowEdit {
  readonly to: string;
  readonly reason: string;
  readonly rev: number;
}

/** Who acts on a board, and when. */
export interface Act {
  readonly by: string;
  readonly at: Instant;
}

export const openBoard = (): CalibrationBoard => ({ rev: 0, state: 'open', events: [] });

/** A person as they come onto the board: with the grade of the scheme's rule. */
export const boardRow = ({ personId, shown, grade }: GradedPerson): CalibrationRow => ({
  personId,
  rev: 0,
  shown,
  before: grade,
  after: grade,
  changes: [],
});

/**
 * A grade changed on an open board, with its reason. Rows are independent of each other: calibrators of different people
 * never meet, and of two who change the same row the second is told. The same change again, as a phone sends it that got
 * no answer, is the row as it is.
 * @throws AppError CALIBRATION_REFUSED, VERSION_CONFLICT with the revision of now
 */
export function calibrated(
  board: Pick<CalibrationBoard, 'state'>,
  row: CalibrationRow,
  { to, reason, rev }: RowEdit,
  { by, at }: Act,
  { grades }: GradeRule,
): CalibrationRow {
  const why = reason.trim();
  const last = row.changes.at(-1);
  const isRepeated = row.rev === rev + 1 && last?.to === to && last.by === by && last.reason === why;
  if (isRepeated) return row;
  if (board.state !== 'open') refuse('locked');
  if (by === row.personId) refuse('own');
  if (!grades.some(({ id }) => id === to)) refuse('grade');
  if (why === '' || why.length > MOST_REASON) refuse('reason');
  if (row.rev !== rev) throw new AppError('VERSION_CONFLICT', { version: row.rev });
  if (row.after === to) refuse('same-grade');
  const change = { from: row.after, to, reason: why, by, at };
  return { ...row, rev: rev + 1, after: to, changes: [...row.changes, change] };
}

/**
 * The board locked: no grade changes until it is published. Locking it again is the board as it is.
 * @param rows all rows of the unit
 * @throws AppError CALIBRATION_REFUSED, GRADES_OVER_QUOTA where the shares bind the unit and are exceeded
 */
export function locked(
  board: CalibrationBoard,
  rows: readonly CalibrationRow[],
  act: Act,
  rule: GradeRule,
): CalibrationBoard {
  if (board.state === 'locked') return board;
  if (board.state === 'published') refuse('published');
  if (rows.length === 0) refuse('empty');
  const people = rows.map(({ personId, shown, after }) => ({ personId, shown, grade: after }));
  const over = overQuota(rule, people);
  if (over) throw new AppError('GRADES_OVER_QUOTA', { ...over });
  return withEvent(board, 'locked', { kind: 'locked', ...act });
}

/**
 * A locked board opened again, with a reason that stays on it.
 * @throws AppError CALIBRATION_REFUSED once it is published: then a grade changes by an appeal alone
 */
export function opened(board: CalibrationBoard, reason: string, act: Act): CalibrationBoard {
  if (board.state === 'open') return board;
  if (board.state === 'published') refuse('published');
  const why = reason.trim();
  if (why === '' || why.length > MOST_REASON) refuse('reason');
  return withEvent(board, 'open', { kind: 'opened', ...act, reason: why });
}

/** @throws AppError CALIBRATION_REFUSED unless it is locked */
export function published(board: CalibrationBoard, act: Act): CalibrationBoard {
  if (board.state === 'published') return board;
  if (board.state !== 'locked') refuse('not-locked');
  return withEvent(board, 'published', { kind: 'published', ...act });
}

const withEvent = (
  { rev, events }: CalibrationBoard,
  state: CalibrationBoard['state'],
  event: BoardEvent,
): CalibrationBoard => ({ rev: rev + 1, state, events: [...events, event] });

function refuse(
  rule: 'locked' | 'own' | 'grade' | 'reason' | 'same-grade' | 'published' | 'empty' | 'not-locked',
): never {
  throw new AppError('CALIBRATION_REFUSED', { rule });
}
