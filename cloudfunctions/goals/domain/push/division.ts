import type { GoalPlace, KeyResult } from '#contracts/goal';
import type { DivisionRow } from '#contracts/goal-break-down';
import { standingOf } from '../objective-progress';
import { partKey } from '../roll-up';
import type { Sheet } from '../sheet';
import { standingsOf } from '../standings';
import { isWaiting, proposalsOf } from './proposal';

/** What an owner has of a key result: as a goal, or as one that is pushed to them; null if nothing. */
export function shareIn(sheet: Sheet | undefined, place: GoalPlace): DivisionRow['share'] {
  if (!sheet) return null;
  const key = partKey(place);
  const isPart = ({ partOf }: KeyResult): boolean => partOf !== undefined && partKey(partOf) === key;
  const targetOf = (rows: readonly KeyResult[]): number | null => {
    const found = rows.find(isPart);
    return found && 'target' in found.measure ? found.measure.target : null;
  };
  const active = sheet.objectives.filter(({ state }) => state === 'active');
  const agreed = targetOf(active.flatMap(({ keyResults }) => keyResults));
  if (agreed !== null) return { target: agreed, state: 'confirmed' };
  for (const { objective, state, ...rest } of proposalsOf(sheet)) {
    const target = isWaiting({ state }) ? targetOf((rest.counter?.objective ?? objective).keyResults) : null;
    if (target !== null) return { target, state };
  }
  return null;
}

const plain = (title: string): string => title.replace(/\s+/g, '').toLowerCase();

/** The same key result in an earlier sheet: by its title and unit. */
export function lastOf(sheet: Sheet | undefined, { title, measure }: KeyResult): DivisionRow['last'] {
  if (!sheet || !('unit' in measure)) return null;
  const rows = sheet.objectives.flatMap(({ keyResults }) => keyResults);
  const found = rows.find(
    (each) =>
      plain(each.title) === plain(title) && 'target' in each.measure && each.measure.unit === measure.unit,
  );
  if (!found || !('target' in found.measure)) return null;
  return { target: found.measure.target, value: standingOf(found, standingsOf(sheet)).value };
}
