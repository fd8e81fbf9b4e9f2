import type { KeyResult, Measure, Standing } from '#contracts/goal';
import type { FigureEntry } from '#contracts/goals';
import { MAX_FIGURE, standingAfter, unitsOf } from '../../../miniprogram/common/goals/progress';
import type { Standings } from './objective-progress';
import type { CheckIn, Sheet } from './sheet';

const NOTHING: Standing = { value: null };

/** The figures of a sheet: those of its check-ins in their order, and what others add. */
export function standingsOf({
  objectives,
  base,
  log,
  parts,
}: Pick<Sheet, 'objectives' | 'base' | 'log' | 'parts'>): Standings {
  return { own: withCheckIns(base, log, measuresOf(objectives)), parts };
}

/** How key results are measured, by id. */
export const measuresOf = (objectives: Sheet['objectives']): ReadonlyMap<string, Measure> =>
  new Map(objectives.flatMap(({ keyResults }) => keyResults.map(({ id, measure }) => [id, measure])));

/** Figures after further check-ins. */
export function withCheckIns(
  base: Readonly<Record<string, Standing>>,
  log: readonly CheckIn[],
  measures: ReadonlyMap<string, Measure>,
): Record<string, Standing> {
  const own: Record<string, Standing> = { ...base };
  for (const { undone, entries } of log) {
    if (undone) continue;
    for (const entry of entries) {
      const measure = measures.get(entry.keyResultId);
      if (measure) own[entry.keyResultId] = standingAfter(measure, own[entry.keyResultId] ?? NOTHING, entry);
    }
  }
  return own;
}

/** Whether what a sheet reports itself changes: its value, and what of its milestones is done. */
export function movesFigures(before: Sheet, after: Sheet): boolean {
  const [was, is] = [standingsOf(before).own, standingsOf(after).own];
  const textOf = ({ value, done }: Standing = NOTHING) => JSON.stringify([value, done]);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].some(
    (id) => textOf(was[id]) !== textOf(is[id]),
  );
}

export type EntryProblem =
  | 'unknown-key-result'
  | 'not-reported'
  | 'out-of-range'
  | 'not-a-choice'
  | 'too-many-decimals';

/** Why a figure cannot be booked for a key result; null if it can. */
export function entryProblem(
  keyResult: KeyResult | undefined,
  { value, done, mode }: FigureEntry,
  standing: Standing = NOTHING,
): EntryProblem | null {
  if (!keyResult) return 'unknown-key-result';
  const { measure, source } = keyResult;
  if (source === 'sum' || source === 'mean') return 'not-reported';
  if (unitsOf(value) / unitsOf(1) !== value) return 'too-many-decimals';
  if (measure.kind === 'milestones')
    return done?.every((id) => measure.milestones.some((each) => each.id === id)) ? null : 'not-a-choice';
  if (measure.kind === 'yes-no')
    return mode === 'set' && (value === 0 || value === 1) ? null : 'not-a-choice';
  const { value: after } = standingAfter(measure, standing, { mode, value });
  return Math.abs(after ?? 0) > MAX_FIGURE || Math.abs(value) > MAX_FIGURE ? 'out-of-range' : null;
}
