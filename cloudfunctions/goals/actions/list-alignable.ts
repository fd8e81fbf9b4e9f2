import { optional, strictObject } from 'valibot';
import type { SheetOwner } from '#contracts/goal';
import type { GoalsContract } from '#contracts/goals';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSheetsByIds } from '../data/sheets';
import { sheetIdOf } from '../domain/sheet';
import { treeNode } from '../domain/sheet-view';
import { cycleId, owner } from '../inputs/goal';
import { namesOf } from '../services/names';
import { ownersAbove } from '../services/owners-above';

/**
 * Objectives above an owner that theirs can be aligned to, or those of somebody else and of their departments, the nearest first:
 * one read of sheets.
 */
export const listAlignable = employeeAction<GoalsContract['alignable']>({
  input: strictObject({ cycleId, owner, of: optional(owner) }),
  allow: can('read', 'Goals'),
  async run({ input, now }) {
    const above = await placesFor(input.owner, input.of, now);
    const ids = above.map((each) => sheetIdOf(input.cycleId, each));
    const found = new Map((await findSheetsByIds(ids)).map((sheet) => [sheet._id, sheet]));
    const names = await namesOf(ids, now);
    return {
      nodes: ids.flatMap((id) => {
        const sheet = found.get(id);
        if (!sheet) return [];
        const active = sheet.objectives.filter(({ state }) => state === 'active');
        return active.map((each) => treeNode(sheet, each, names.get(id) ?? { 'zh-CN': '', en: '' }));
      }),
    };
  },
});

/** The company is above everybody already. */
async function placesFor(owner: SheetOwner, of: SheetOwner | undefined, now: number): Promise<SheetOwner[]> {
  if (!of) return ownersAbove(owner, now);
  const others = await ownersAbove(of, now);
  return [of, ...others.filter(({ kind }) => kind !== 'company')];
}
