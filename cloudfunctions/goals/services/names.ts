import type { LocalText } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import { departmentsById, employeesById, rootDepartment } from '../../people/public';
import { ownerOfSheet } from '../domain/sheet';

/** Names of the owners of sheets, by the sheet's id: at most three reads when nothing is cached. */
export async function namesOf(
  sheetIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, LocalText>> {
  const owners = sheetIds.flatMap((id) => {
    const found = ownerOfSheet(id);
    return found ? [[id, found.owner] as const] : [];
  });
  const idsOf = (kind: SheetOwner['kind']) =>
    owners.flatMap(([, owner]) => (owner.kind === kind && 'id' in owner ? [owner.id] : []));
  const people = await employeesById(idsOf('person'), now);
  const departments = await departmentsById(idsOf('department'), now);
  const root = owners.some(([, { kind }]) => kind === 'company') ? await rootDepartment(now) : undefined;
  const nameOf = (owner: SheetOwner): LocalText => {
    if (owner.kind === 'company') return root?.name ?? UNKNOWN;
    if (owner.kind === 'department') return departments.get(owner.id)?.name ?? UNKNOWN;
    const person = people.get(owner.id);
    return person ? { 'zh-CN': person.name, en: person.nameEn } : UNKNOWN;
  };
  return new Map(owners.map(([id, owner]) => [id, nameOf(owner)]));
}

/** Of somebody whose record cannot be used. */
const UNKNOWN: LocalText = { 'zh-CN': '', en: '' };
