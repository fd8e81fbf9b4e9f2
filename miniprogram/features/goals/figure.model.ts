import type { KeyResult, Standing } from '#contracts/goal';
import type { FigureEntry } from '#contracts/goals';
import { exactSum, isInside, MAX_FIGURE, unitsOf } from '../../common/goals/progress';
import { readNumber } from '../../common/read-number';

export type FigureProblem = 'not-a-number' | 'two-decimals' | 'out-of-range' | 'too-many-decimals';

/** A figure as it was typed. */
export interface FigureDraft {
  readonly mode: 'set' | 'add';
  readonly typed: string;
  /** Of milestones. */
  readonly done: readonly string[];
}

export type ReadFigure = { readonly entry: FigureEntry } | { readonly problem: FigureProblem };

/** Reads a typed figure; null if there is nothing yet. */
export function readFigure(
  { id, measure }: KeyResult,
  { mode, typed, done }: FigureDraft,
): ReadFigure | null {
  if (measure.kind === 'milestones')
    return { entry: { keyResultId: id, mode: 'set', value: done.length, done } };
  if (typed.trim() === '') return null;
  if (measure.kind === 'yes-no')
    return { entry: { keyResultId: id, mode: 'set', value: typed === '1' ? 1 : 0 } };
  const read = readNumber(typed.replace(/[%％]$/, ''));
  if ('problem' in read) return read;
  if (Math.abs(read.value) > MAX_FIGURE) return { problem: 'out-of-range' };
  if (unitsOf(read.value) / unitsOf(1) !== read.value) return { problem: 'too-many-decimals' };
  return { entry: { keyResultId: id, mode, value: read.value } };
}

/** What a key result will stand at after a figure, as the server books it. */
export function standingAfter(
  { measure }: KeyResult,
  before: Standing,
  { mode, value, done = [] }: FigureEntry,
): Standing {
  if (measure.kind === 'milestones') return { value: done.length, done };
  const from = before.value ?? (mode === 'add' && 'start' in measure ? measure.start : 0);
  const after = mode === 'add' ? exactSum(from, value) : value;
  if (!('limit' in measure)) return { value: after };
  const { inside = 0, counted = 0 } = before;
  return { value: after, inside: inside + (isInside(measure, after) ? 1 : 0), counted: counted + 1 };
}

/** How a figure of a key result is usually given: counts are added up, levels are set. */
export const usualMode = ({ measure }: KeyResult): FigureDraft['mode'] =>
  measure.kind === 'raise' && measure.start === 0 && !/[%％]/.test(measure.unit) ? 'add' : 'set';
