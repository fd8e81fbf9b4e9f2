import type { GoalPlace, Objective } from '#contracts/goal';
import { isWithin } from '../cycle';
import { countParts } from '../roll-up';
import { MAX_PARTS, ownerOfSheet, type Sheet, sheetIdOf } from '../sheet';
import { clonedId } from './cloned-id';

interface Around {
  readonly target: Pick<Sheet, 'cycleId'>;
  readonly around: readonly Sheet[];
  readonly above: readonly Sheet[];
}

/** The id of the sheet of the same owner in the new cycle; of a longer cycle that both are in, the same one. */
export function sheetIn(sheetId: string, cycleId: string): string | null {
  const found = ownerOfSheet(sheetId);
  if (!found) return null;
  return isWithin(cycleId, found.cycleId) ? sheetId : sheetIdOf(cycleId, found.owner);
}

/**
 * Where an alignment of an earlier cycle leads in the new one: to the copy of what it was aligned to, or to what has the same
 * title there; null if there is neither, or it takes nothing.
 */
export function placeIn(
  { sheetId, objectiveId, keyResultId }: GoalPlace,
  { target, around, above }: Around,
): { readonly place: GoalPlace; readonly title: string } | null {
  const id = sheetIn(sheetId, target.cycleId);
  const sheet = around.find(({ _id, state }) => _id === id && state === 'open');
  if (!sheet) return null;
  const isSame = sheet._id === sheetId;
  const before = above.find(({ _id }) => _id === sheetId)?.objectives.find((each) => each.id === objectiveId);
  const objective = find(
    sheet.objectives.filter(({ state }) => state === 'active'),
    isSame ? objectiveId : clonedId(sheetId, objectiveId),
    before?.title,
  );
  if (!objective) return null;
  if (keyResultId === undefined)
    return objective.alignedWeight > 0 && hasRoom(sheet, objective.id) ? placeOf(sheet, objective) : null;
  const keyResult = find(
    objective.keyResults.filter(({ source }) => source === 'mean'),
    isSame ? keyResultId : clonedId(sheetId, keyResultId),
    before?.keyResults.find((each) => each.id === keyResultId)?.title,
  );
  if (!keyResult || !hasRoom(sheet, keyResult.id)) return null;
  const { place } = placeOf(sheet, objective);
  return { place: { ...place, keyResultId: keyResult.id }, title: keyResult.title };
}

const placeOf = ({ _id: sheetId }: Sheet, { id, title }: Objective) => ({
  place: { sheetId, objectiveId: id } as GoalPlace,
  title,
});

const hasRoom = ({ parts }: Sheet, id: string): boolean => countParts(parts[id]) < MAX_PARTS;

const plain = (title: string): string => title.replace(/\s+/g, '').toLowerCase();

function find<T extends { readonly id: string; readonly title: string }>(
  all: readonly T[],
  id: string,
  title: string | undefined,
): T | undefined {
  return (
    all.find((each) => each.id === id) ??
    (title === undefined ? undefined : all.find((each) => plain(each.title) === plain(title)))
  );
}
