import type { GoalPlace, Objective } from '#contracts/goal';
import { AppError } from '../../shared/errors/app-error';
import { findSheetsByIds } from '../data/sheets';
import { isWithin } from '../domain/cycle';
import { countParts, holds, MAX_LEVELS, partKey } from '../domain/roll-up';
import { MAX_PARTS, type Sheet } from '../domain/sheet';

interface Step {
  readonly sheetId: string;
  readonly objectiveId: string;
  /** Titles from the objective that is aligned to here. */
  readonly chain: readonly string[];
}

/**
 * Follows the places that an objective is aligned to upwards, one read a level.
 * @returns the sheets that it is aligned to directly
 * @throws AppError NOT_FOUND for a place that does not exist, CYCLE_NOT_RUNNING and INPUT_INVALID for one of a closed or a shorter
 * cycle, ALIGNED_FULL, ALIGNMENT_LOOP with the chain if one leads back
 */
export async function requireNoLoop(sheet: Sheet, objective: Objective): Promise<readonly Sheet[]> {
  const known = new Map([[sheet._id, sheet]]);
  const start: Step = { sheetId: sheet._id, objectiveId: objective.id, chain: [objective.title] };
  const direct = await readAbove(known, placesOf(objective));
  const key = partKey({ sheetId: sheet._id, objectiveId: objective.id });
  const stored = sheet.objectives.find(({ id }) => id === objective.id);
  const before = stored ? placesOf(stored).map(partKey) : [];
  // What it was aligned to already may be gone or closed: that is no reason to refuse another change.
  const added = placesOf(objective).filter((place) => !before.includes(partKey(place)));
  for (const place of added) requirePlace(sheet, known.get(place.sheetId), place, key);
  let steps = next(start, objective);
  const seen = new Set<string>();
  for (let level = 0; level < MAX_LEVELS && steps.length > 0; level += 1) {
    const above: Step[] = [];
    await readAbove(known, steps);
    for (const step of steps) {
      const found = known.get(step.sheetId)?.objectives.find(({ id }) => id === step.objectiveId);
      if (!found || seen.has(`${step.sheetId}/${step.objectiveId}`)) continue;
      seen.add(`${step.sheetId}/${step.objectiveId}`);
      const here = { ...step, chain: [...step.chain, found.title] };
      if (step.sheetId === sheet._id && step.objectiveId === objective.id)
        throw new AppError('ALIGNMENT_LOOP', { chain: here.chain.join(' → ') });
      above.push(...next(here, found));
    }
    steps = above;
  }
  if (steps.length > 0) throw new AppError('ALIGNMENT_LOOP', { chain: steps[0]?.chain.join(' → ') ?? '' });
  return direct;
}

/** What an objective counts for: what it is aligned to, and what its key results are parts of. */
const placesOf = ({ alignedTo, keyResults }: Objective): readonly GoalPlace[] => [
  ...alignedTo,
  ...keyResults.flatMap(({ partOf }) => partOf ?? []),
];

const next = ({ chain }: Step, objective: Objective): Step[] =>
  placesOf(objective).map(({ sheetId, objectiveId }) => ({ sheetId, objectiveId, chain }));

async function readAbove(
  known: Map<string, Sheet>,
  places: readonly Pick<GoalPlace, 'sheetId'>[],
): Promise<readonly Sheet[]> {
  const wanted = [...new Set(places.map(({ sheetId }) => sheetId))];
  const missing = wanted.filter((id) => !known.has(id));
  for (const found of await findSheetsByIds(missing)) known.set(found._id, found);
  return wanted.flatMap((id) => known.get(id) ?? []);
}

/**
 * Requires that a place is there for an objective that begins to count for it: one read.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, ALIGNED_FULL
 */
export async function requirePlaceOf(below: Sheet, objectiveId: string, place: GoalPlace): Promise<void> {
  const [above] = await findSheetsByIds([place.sheetId]);
  requirePlace(below, above, place, partKey({ sheetId: below._id, objectiveId }));
}

/** @param key of the objective, which may count for the place already */
function requirePlace(below: Sheet, above: Sheet | undefined, place: GoalPlace, key: string): void {
  const found = above?.objectives.find(({ id }) => id === place.objectiveId);
  if (!above || found?.state !== 'active' || !holds(above, place))
    throw new AppError('NOT_FOUND', { what: 'objective' });
  const { [key]: own, ...others } = above.parts[place.keyResultId ?? place.objectiveId] ?? {};
  if (above.state === 'closed')
    throw new AppError('CYCLE_NOT_RUNNING', { cycleId: above.cycleId, state: above.state });
  // Upwards to longer cycles only: a loop can then be within one cycle alone, whose alignments are saved one by one.
  if (!isWithin(below.cycleId, above.cycleId))
    throw new AppError('INPUT_INVALID', { path: 'objective.alignedTo', rule: 'cycle' });
  if (countParts(others) >= MAX_PARTS) throw new AppError('ALIGNED_FULL', { max: MAX_PARTS });
}
