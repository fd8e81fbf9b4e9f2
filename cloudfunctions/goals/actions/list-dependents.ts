import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSheetsByIds } from '../data/sheets';
import { dependentsOf } from '../domain/dependents';
import { sheetIdOf } from '../domain/sheet';
import { cycleId, goalId, owner } from '../inputs/goal';
import { namesOf } from '../services/names';

/** Those that are named; of further ones the number is told. */
const MAX_NAMED = 20;

/** What counts for an objective, before it is changed or dropped: two reads of sheets. @throws AppError NOT_FOUND */
export const listDependents = employeeAction<GoalsContract['dependents']>({
  input: strictObject({ cycleId, owner, objectiveId: goalId }),
  allow: can('read', 'Goals'),
  async run({ input, now }) {
    const [sheet] = await findSheetsByIds([sheetIdOf(input.cycleId, input.owner)]);
    if (!sheet) throw new AppError('NOT_FOUND', { what: 'goals' });
    const all = dependentsOf(sheet, input.objectiveId);
    const named = all.slice(0, MAX_NAMED);
    const ids = [...new Set(named.map(({ place }) => place.sheetId))];
    const below = ids.length > 0 ? await findSheetsByIds(ids) : [];
    const names = await namesOf(ids, now);
    return {
      rows: named.flatMap(({ place, keyResultId }) => {
        const found = below.find(({ _id }) => _id === place.sheetId);
        const objective = found?.objectives.find(({ id }) => id === place.objectiveId);
        const name = names.get(place.sheetId) ?? { 'zh-CN': '', en: '' };
        return found && objective ? [{ owner: found.owner, name, title: objective.title, keyResultId }] : [];
      }),
      more: all.length - named.length,
    };
  },
});
