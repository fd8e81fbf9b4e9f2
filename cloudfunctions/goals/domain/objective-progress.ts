import type { KeyResult, Objective, Progress, Share, Standing } from '#contracts/goal';
import { progressOf, unitsOf } from '../../../miniprogram/common/goals/progress';
import { FULL, meanOf, type Weighted } from '../../../miniprogram/common/goals/share';

/** What one part adds to a place: a key result that is broken down, or an objective that is aligned. */
export interface Contribution {
  /** 0 of a part that does not add any more. */
  readonly weight: number;
  /** The counted progress of the part. */
  readonly share: Share;
  /** The figure of a part that is added up; null without data. */
  readonly value: number | null;
  /** The start of a part that is added up, unless it is 0: what counts above is how far the figure has gone from there. */
  readonly base?: number;
  readonly hasData: boolean;
  /** Counts the changes of what the part adds: an older one never replaces a newer one. */
  readonly rev: number;
}

/** By the place of the part, `<sheet>/<objective>` or `<sheet>/<objective>/<key result>`. */
export type Contributions = Readonly<Record<string, Contribution>>;

/** What a key result or an objective is worked out from, by its id. */
export interface Standings {
  readonly own: Readonly<Record<string, Standing>>;
  readonly parts: Readonly<Record<string, Contributions>>;
}

const NOTHING: Standing = { value: null };

/**
 * The standing of a key result. Of one that is added up: its start and how far each part has gone from its own, so that what
 * nobody has taken yet, or has not reported on, stands at its start.
 */
export function standingOf({ id, source, measure }: KeyResult, { own, parts }: Standings): Standing {
  if (source !== 'sum') return own[id] ?? NOTHING;
  const known = Object.values(parts[id] ?? {}).flatMap(({ value, base = 0 }) =>
    value === null ? [] : [unitsOf(value) - unitsOf(base)],
  );
  if (known.length === 0) return NOTHING;
  const start = 'start' in measure ? unitsOf(measure.start) : 0;
  return { value: known.reduce((sum, gone) => sum + gone, start) / unitsOf(1) };
}

/** How far a key result is, whatever it is worked out from. */
export function keyResultProgress(keyResult: KeyResult, standings: Standings): Progress {
  if (keyResult.source !== 'mean') return progressOf(keyResult.measure, standingOf(keyResult, standings));
  return progressOfParts(standings.parts[keyResult.id]);
}

function progressOfParts(parts: Contributions = {}): Progress {
  const rows = Object.values(parts);
  const mean = meanOf(rows);
  if (mean === null || !rows.some(({ hasData }) => hasData))
    return { raw: null, counted: 0, note: 'no-data' };
  return { raw: mean, counted: mean, note: null };
}

export interface ObjectiveProgress {
  /** Null if it has nothing to be measured by: it is left out of the mean above. */
  readonly counted: Share | null;
  /** The mean of what has data alone; null if nothing has. */
  readonly withData: Share | null;
}

/** The rows of an objective's mean: its key results, and what is aligned to it as a whole. */
function rowsOf(
  { id, keyResults, alignedWeight }: Pick<Objective, 'id' | 'keyResults' | 'alignedWeight'>,
  standings: Standings,
): (Weighted & { readonly id: string; readonly hasData: boolean })[] {
  const own = keyResults.map((keyResult) => {
    const { counted, note } = keyResultProgress(keyResult, standings);
    return { id: keyResult.id, weight: keyResult.weight, share: counted, hasData: note !== 'no-data' };
  });
  if (alignedWeight === 0) return own;
  const { counted, note } = progressOfParts(standings.parts[id]);
  return [...own, { id, weight: alignedWeight, share: counted, hasData: note !== 'no-data' }];
}

/** How far an objective is: the mean of its rows by weight. What has no data counts 0. */
export function objectiveProgress(
  objective: Pick<Objective, 'id' | 'keyResults' | 'alignedWeight'>,
  standings: Standings,
): ObjectiveProgress {
  const rows = rowsOf(objective, standings);
  return { counted: meanOf(rows), withData: meanOf(rows.filter(({ hasData }) => hasData)) };
}

/** How far a sheet is: the mean of its active objectives by weight; null if there is nothing to measure. */
export function sheetProgress(
  objectives: readonly Pick<Objective, 'id' | 'keyResults' | 'alignedWeight' | 'weight' | 'state'>[],
  standings: Standings,
): ObjectiveProgress {
  const each = objectives
    .filter(({ state }) => state === 'active')
    .map((objective) => ({ weight: objective.weight, ...objectiveProgress(objective, standings) }));
  const rowsBy = (key: 'counted' | 'withData') =>
    each.flatMap(({ weight, [key]: share }) => (share === null ? [] : [{ weight, share }]));
  return { counted: meanOf(rowsBy('counted')), withData: meanOf(rowsBy('withData')) };
}

/**
 * What finishing an aligned objective, or a key result, adds to the objective above it, from where it is now.
 * @param row weight of the row that it counts in, and what it counts in it: 100 % of a key result's own, or its weight
 * among the parts
 */
export function addsToParent(row: {
  readonly weight: number;
  readonly part: Weighted;
  readonly parts: number;
}): Share {
  const { weight, part, parts } = row;
  return Math.floor(((FULL - part.share) * weight * part.weight) / (100 * parts) + 0.5);
}
