import type { KeyResult, Objective } from '#contracts/goal';
import type { ObjectiveDraft } from '#contracts/goals';
import { isWhole, measureProblem, withDirection } from '../../../miniprogram/common/goals/progress';
import { AppError } from '../../shared/errors/app-error';
import { MAX_OBJECTIVES, MAX_WITH_DROPPED, type Sheet } from './sheet';

/**
 * An objective as it is saved: what the phone may set, and what stays as it was.
 * @throws AppError WEIGHTS_NOT_WHOLE, MEASURE_INVALID, GOALS_FULL, NOT_FOUND for an objective that is not to be edited
 */
export function savedObjective(sheet: Pick<Sheet, 'objectives'>, draft: ObjectiveDraft): Objective {
  const before = sheet.objectives.find(({ id }) => id === draft.id);
  if (before && before.state !== 'active') throw new AppError('NOT_FOUND', { what: 'objective' });
  requireWeights(draft);
  requireDistinct(sheet, draft);
  const others = sheet.objectives.filter(({ id, state }) => id !== draft.id && state !== 'dropped');
  if (!before && sheet.objectives.length >= MAX_WITH_DROPPED)
    throw new AppError('GOALS_FULL', { what: 'objectives', max: MAX_WITH_DROPPED });
  if (others.length >= MAX_OBJECTIVES)
    throw new AppError('GOALS_FULL', { what: 'objectives', max: MAX_OBJECTIVES });
  requireShare([...others, draft]);
  const keyResults = draft.keyResults.map((keyResult) => {
    requireMeasure(keyResult);
    const known = before?.keyResults.find(({ id }) => id === keyResult.id);
    requireSource(keyResult, known);
    return {
      ...keyResult,
      measure: withDirection(keyResult.measure),
      ...(known?.partOf && { partOf: known.partOf }),
      ...(known?.divided && keyResult.source === 'sum' && { divided: known.divided }),
    };
  });
  return { ...before, ...draft, keyResults, state: 'active' };
}

/** Weights of key results and of what is aligned sum to 100, unless there is nothing to measure yet. */
function requireWeights({
  id,
  keyResults,
  alignedWeight,
}: Pick<Objective, 'id' | 'keyResults' | 'alignedWeight'>): void {
  if (keyResults.length === 0 && alignedWeight === 0) return;
  const sum = keyResults.reduce((total, { weight }) => total + weight, alignedWeight);
  if (sum !== 100) throw new AppError('WEIGHTS_NOT_WHOLE', { field: id, sum });
}

/** Objectives of a sheet may be agreed one after the other, but never promise more than the whole. */
function requireShare(objectives: readonly Pick<Objective, 'weight'>[]): void {
  const sum = objectives.reduce((total, { weight }) => total + weight, 0);
  if (sum > 100 && !isWhole(objectives))
    throw new AppError('WEIGHTS_NOT_WHOLE', { field: 'objectives', sum });
}

/** Ids of key results are unique in their sheet, because figures are kept by them. */
function requireDistinct({ objectives }: Pick<Sheet, 'objectives'>, draft: ObjectiveDraft): void {
  const others = objectives.filter(({ id }) => id !== draft.id);
  const taken = [...others, draft].flatMap(({ id, keyResults }) => [
    id,
    ...keyResults.map((each) => each.id),
  ]);
  if (new Set(taken).size === taken.length) return;
  throw new AppError('INPUT_INVALID', { path: 'objective.keyResults', rule: 'unique' });
}

/** Only breaking a key result down makes it a sum. @throws AppError INPUT_INVALID */
function requireSource({ source }: KeyResult, known: KeyResult | undefined): void {
  if (source === 'sum' && known?.source !== 'sum')
    throw new AppError('INPUT_INVALID', { path: 'objective.keyResults.source', rule: 'divided' });
}

/** @throws AppError MEASURE_INVALID */
function requireMeasure({ id, measure }: Objective['keyResults'][number]): void {
  const problem = measureProblem(measure);
  if (problem) throw new AppError('MEASURE_INVALID', { field: id, rule: problem });
}
