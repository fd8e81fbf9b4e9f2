import type { GoalPlace, KeyResult, Measure, SheetOwner } from '#contracts/goal';
import type { ObjectiveDraft } from '#contracts/goals';
import { unitsOf } from '../../../../miniprogram/common/goals/progress';
import { AppError } from '../../../shared/errors/app-error';
import { largestRemainder } from '../../../shared/figures/largest-remainder';
import type { Sheet } from '../sheet';

/** What one of those below is to reach. */
export interface Share {
  readonly owner: SheetOwner;
  readonly target: number;
}

type Metric = Extract<Measure, { readonly target: number }>;
export type Divisible = KeyResult & { readonly measure: Metric };

/**
 * A key result that can be divided, with the place that its parts count for.
 * @throws AppError NOT_FOUND without one, INPUT_INVALID for what cannot be added up: a percentage, steps, a mean
 */
export function divisible(
  sheet: Pick<Sheet, '_id' | 'objectives'> | undefined,
  keyResultId: string,
): { readonly keyResult: Divisible; readonly place: GoalPlace; readonly title: string } {
  const objective = sheet?.objectives.find(
    ({ state, keyResults }) => state === 'active' && keyResults.some(({ id }) => id === keyResultId),
  );
  const keyResult = objective?.keyResults.find(({ id }) => id === keyResultId);
  if (!sheet || !objective || !keyResult) throw new AppError('NOT_FOUND', { what: 'objective' });
  if (!isAdditive(keyResult)) throw new AppError('INPUT_INVALID', { path: 'keyResultId', rule: 'additive' });
  const place = { sheetId: sheet._id, objectiveId: objective.id, keyResultId };
  return { keyResult, place, title: objective.title };
}

const isAdditive = (keyResult: KeyResult): keyResult is Divisible =>
  'target' in keyResult.measure && keyResult.source !== 'mean' && !/[%％]/.test(keyResult.measure.unit);

/**
 * The objective that each is pushed: one key result with their share, which counts for the whole. The start is divided as the
 * targets are, so that together they begin where the whole does.
 * @throws AppError MEASURE_INVALID for a share that goes the other way than the whole
 */
export function shareObjectives(
  { keyResult, place, title }: ReturnType<typeof divisible>,
  rows: readonly Share[],
  { id, weight }: { readonly id: string; readonly weight: number },
): ObjectiveDraft[] {
  const { measure } = keyResult;
  const starts = dividedStarts(startOf(measure, rows), rows);
  requireSameWay(measure, starts, rows);
  return rows.map(({ target }, at) => ({
    ...{ id, title, weight, alignedWeight: 0, alignedTo: [] },
    keyResults: [
      {
        ...{ id: `${id}-1`, title: keyResult.title, weight: 100, source: 'own', partOf: place },
        measure: { ...measure, start: starts[at] ?? 0, target },
      },
    ],
  }));
}

/** What falls does not add up to something that rises. A share that stays where it starts is named by `measureProblem`. */
function requireSameWay({ start, target }: Metric, starts: readonly number[], rows: readonly Share[]): void {
  const isOther = rows.some((row, at) => (row.target - (starts[at] ?? 0)) * (target - start) < 0);
  if (isOther) throw new AppError('MEASURE_INVALID', { field: 'rows', rule: 'direction' });
}

/** Of what is divided in this call: all of the start for all of the target, and in proportion for a part of it. */
function startOf({ start, target }: Metric, rows: readonly Share[]): number {
  if (start === 0) return 0;
  const sum = rows.reduce((total, row) => total + row.target, 0);
  if (target === 0) return start;
  const share = Math.min(1, Math.max(0, sum / target));
  return Number.isInteger(start) ? Math.round(start * share) : Math.round(start * share * 10_000) / 10_000;
}

/** Products of the start and a weight stay exact. */
const MAX_WEIGHT = 10_000;

/** In proportion to the targets, and exact in their sum; evenly where all targets are 0. */
function dividedStarts(start: number, rows: readonly Share[]): number[] {
  const most = Math.max(...rows.map(({ target }) => Math.abs(target)));
  const weights = rows.map(({ target }) =>
    most === 0 ? 1 : Math.round((Math.abs(target) / most) * MAX_WEIGHT),
  );
  // Whole figures stay whole.
  const step = Number.isInteger(start) ? 1 : unitsOf(1);
  const sign = start < 0 ? -1 : 1;
  const shares = largestRemainder(Math.round(Math.abs(start) * step), weights);
  return shares.map((share) => (sign * share) / step || 0);
}

/** A sheet whose key result is the sum of its parts from now on. */
export function withDivided(sheet: Sheet, keyResultId: string, id: string): Sheet['objectives'] {
  return sheet.objectives.map((objective) => ({
    ...objective,
    keyResults: objective.keyResults.map((each) =>
      each.id === keyResultId ? { ...each, source: 'sum' as const, divided: id } : each,
    ),
  }));
}
