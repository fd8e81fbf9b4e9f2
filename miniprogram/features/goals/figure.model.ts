import type { KeyResult } from '#contracts/goal';
import type { FigureEntry } from '#contracts/goals';
import { MAX_FIGURE, unitsOf } from '../../common/goals/progress';
import { readNumber } from '../../common/read-number';
import type { ReportableKeyResult } from './daily-report/proposal';
import { readTypedNumber } from './daily-report/typed-number';

export type FigureProblem = 'not-a-number' | 'two-decimals' | 'out-of-range' | 'too-many-decimals';

/** A figure as it was typed. */
export interface FigureDraft {
  readonly mode: 'set' | 'add';
  readonly typed: string;
  /** Of milestones. */
  readonly done: readonly string[];
}

export type ReadFigure = { readonly entry: FigureEntry } | { readonly problem: FigureProblem };

/** The unit that figures of a key result are in, and how it is measured, as the daily report knows it. */
export const unitOf = ({
  measure,
}: Pick<KeyResult, 'measure'>): Pick<ReportableKeyResult, 'unit' | 'kind'> => ({
  kind: measure.kind,
  ...('unit' in measure && { unit: measure.unit }),
  ...(measure.kind === 'percent' && { unit: '%' }),
});

/** Reads a typed figure, in digits or in the words of the daily report; null if there is nothing yet. */
export function readFigure(
  { id, title, measure }: KeyResult,
  { mode, typed, done }: FigureDraft,
): ReadFigure | null {
  if (measure.kind === 'milestones')
    return { entry: { keyResultId: id, mode: 'set', value: done.length, done } };
  if (typed.trim() === '') return null;
  if (measure.kind === 'yes-no')
    return { entry: { keyResultId: id, mode: 'set', value: typed === '1' ? 1 : 0 } };
  const digits = readNumber(typed.replace(/[%％]$/, ''));
  const inWords =
    'problem' in digits && digits.problem === 'not-a-number'
      ? readTypedNumber(typed, { id, title, ...unitOf({ measure }), lastValue: null })
      : null;
  const read = inWords === null ? digits : { value: inWords };
  if ('problem' in read) return read;
  if (Math.abs(read.value) > MAX_FIGURE) return { problem: 'out-of-range' };
  if (unitsOf(read.value) / unitsOf(1) !== read.value) return { problem: 'too-many-decimals' };
  return { entry: { keyResultId: id, mode, value: read.value } };
}

/** How a figure of a key result is usually given: counts are added up, levels are set. */
export const usualMode = ({ measure }: KeyResult): FigureDraft['mode'] =>
  measure.kind === 'raise' && measure.start === 0 && !/[%％]/.test(measure.unit) ? 'add' : 'set';
