import type { GoalPlace } from '#contracts/goal';
import { placeOf } from './roll-up';
import type { Sheet } from './sheet';

/** An objective of somebody else that counts for a place of a sheet. */
export interface Dependent {
  readonly place: GoalPlace;
  /** The key result that it counts for; null for the objective as a whole. */
  readonly keyResultId: string | null;
}

/** What counts for an objective of a sheet and its key results, in the order of places. */
export function dependentsOf({ objectives, parts }: Sheet, objectiveId: string): Dependent[] {
  const objective = objectives.find(({ id }) => id === objectiveId);
  if (!objective) return [];
  const rows = [null, ...objective.keyResults.map(({ id }) => id)];
  return rows.flatMap((keyResultId) =>
    Object.entries(parts[keyResultId ?? objectiveId] ?? {})
      .filter(([, { weight }]) => weight > 0)
      .map(([key]) => ({ place: placeOf(key), keyResultId }))
      .sort((a, b) => (a.place.sheetId < b.place.sheetId ? -1 : 1)),
  );
}

/** What counted for an objective before a change of its sheet and does not any more. */
export function lostBetween(before: Sheet, after: Sheet, objectiveId: string): Dependent[] {
  const objective = after.objectives.find(({ id, state }) => id === objectiveId && state === 'active');
  return dependentsOf(before, objectiveId).filter(({ keyResultId }) => {
    if (!objective) return true;
    if (keyResultId === null) return objective.alignedWeight === 0;
    const source = objective.keyResults.find(({ id }) => id === keyResultId)?.source;
    return source !== 'mean' && source !== 'sum';
  });
}
