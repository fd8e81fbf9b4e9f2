import type { SheetView } from '#contracts/goals';
import { cloud } from '../../services/cloud';
import type { GoalOption } from './pages/give/give.model';

/** The goals of somebody in the cycle that is running: their objectives with the key results. */
export async function goalsOf(employeeId: string): Promise<readonly GoalOption[]> {
  const { data: home } = await cloud.goals.home({});
  if (!home.cycle) return [];
  if (home.sheet?.owner.kind === 'person' && home.sheet.owner.id === employeeId) return optionsOf(home.sheet);
  const owner = { kind: 'person', id: employeeId } as const;
  return optionsOf((await cloud.goals.sheet({ cycleId: home.cycle.id, owner })).data.sheet);
}

/** Objectives that count, each with its key results below it. */
const optionsOf = ({ id: sheetId, objectives }: Pick<SheetView, 'id' | 'objectives'>): GoalOption[] =>
  objectives
    .filter(({ state }) => state !== 'dropped')
    .flatMap(({ id: objectiveId, title, keyResults }) => [
      { key: objectiveId, topic: { kind: 'goal', sheetId, objectiveId, title } as const },
      ...keyResults.map((result) => ({
        key: `${objectiveId}/${result.id}`,
        topic: { kind: 'goal', sheetId, objectiveId, keyResultId: result.id, title: result.title } as const,
      })),
    ]);
