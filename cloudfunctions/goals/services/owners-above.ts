import type { Alignment, SheetOwner } from '#contracts/goal';
import { departmentsById, employeesById } from '../../people/public';
import { sheetIdOf } from '../domain/sheet';

/** The departments that an owner is in from below, and the company. */
export async function ownersAbove(owner: SheetOwner, now: number): Promise<SheetOwner[]> {
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

/**
 * Alignments as they are saved: what belongs to others than the company and the owner's own departments is shown and moves
 * nothing, because nobody there has agreed to it. The company's longer cycles are above its shorter ones.
 */
export async function withCounts(
  owner: SheetOwner,
  alignedTo: readonly Alignment[],
  now: number,
): Promise<Alignment[]> {
  const above = [...(await ownersAbove(owner, now)), owner];
  return alignedTo.map(({ counts: _, ...each }) => {
    const [cycleId = ''] = each.sheetId.split(':');
    const isAbove = above.some((one) => sheetIdOf(cycleId, one) === each.sheetId);
    return isAbove ? each : { ...each, counts: false };
  });
}
