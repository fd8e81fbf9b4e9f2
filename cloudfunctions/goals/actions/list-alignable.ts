import { strictObject } from 'valibot';
import type { SheetOwner } from '#contracts/goal';
import type { GoalsContract } from '#contracts/goals';
import { departmentsById, employeesById } from '../../people/public';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSheetsByIds } from '../data/sheets';
import { sheetIdOf } from '../domain/sheet';
import { treeNode } from '../domain/sheet-view';
import { cycleId, owner } from '../inputs/goal';
import { namesOf } from '../services/names';

/** Objectives above an owner that theirs can be aligned to, the nearest first: one read of sheets. */
export const listAlignable = employeeAction<GoalsContract['alignable']>({
  input: strictObject({ cycleId, owner }),
  allow: can('read', 'Goals'),
  async run({ input, now }) {
    const above = await ownersAbove(input.owner, now);
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

/** The departments that an owner is in from below, and the company. */
async function ownersAbove(owner: SheetOwner, now: number): Promise<SheetOwner[]> {
  if (owner.kind === 'company') return [];
  const person = owner.kind === 'person' ? (await employeesById([owner.id], now)).get(owner.id) : undefined;
  const departmentId = owner.kind === 'department' ? owner.id : (person?.departmentId ?? '');
  const department = (await departmentsById([departmentId], now)).get(departmentId);
  const path = [
    ...(department?.path ?? []),
    ...(owner.kind === 'person' && department ? [departmentId] : []),
  ];
  return [...path.reverse().map((id) => ({ kind: 'department', id }) as const), { kind: 'company' }];
}
