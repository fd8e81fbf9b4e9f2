import type { RoomChange } from '#contracts/goal-push';
import { largestRemainder } from '../../../shared/figures/largest-remainder';
import type { Sheet } from '../sheet';
import { type GaveWay, pusherOf, type WithProposals } from './proposal';

type Objectives = Sheet['objectives'];

/**
 * The objectives of a sheet when another one with this weight joins them: if they sum to more than 100 together, the others
 * give way in proportion to their weights, none below 1.
 * @returns null if there is not enough for each of them
 */
export function withRoom(objectives: Objectives, id: string, weight: number): Objectives | null {
  const others = objectives.filter((each) => each.state === 'active' && each.id !== id);
  const sum = others.reduce((total, each) => total + each.weight, 0);
  const left = 100 - weight;
  if (sum <= left) return objectives;
  if (left < others.length) return null;
  // Each keeps 1; the rest is divided by what each had above it.
  const above = others.map((each) => each.weight - 1);
  const spread = largestRemainder(left - others.length, above);
  const weights = new Map(others.map((each, at) => [each.id, 1 + (spread[at] ?? 0)]));
  return objectives.map((each) => ({ ...each, weight: weights.get(each.id) ?? each.weight }));
}

/** What weighs less after another objective has joined, of what was agreed with somebody. */
export function gaveWay(sheet: WithProposals & Pick<Sheet, 'objectives'>, after: Objectives): GaveWay[] {
  return sheet.objectives.flatMap((objective) => {
    const { id, title, weight: before } = objective;
    const weight = after.find((each) => each.id === id)?.weight ?? before;
    const pusher = pusherOf(sheet, objective)?.id;
    return weight === before || pusher === undefined ? [] : [{ id, title, before, after: weight, pusher }];
  });
}

/** What gives way, as it is shown before; null if it cannot. */
export function roomChanges(
  sheet: WithProposals & Pick<Sheet, 'objectives'>,
  id: string,
  weight: number,
): RoomChange[] | null {
  const { objectives } = sheet;
  const after = withRoom(objectives, id, weight);
  if (!after) return null;
  return objectives.flatMap((objective) => {
    const { title, weight: before } = objective;
    const is = after.find((each) => each.id === objective.id)?.weight ?? before;
    if (is === before) return [];
    const by = pusherOf(sheet, objective);
    return [{ title, before, after: is, ...(by && { agreedWith: by }) }];
  });
}
