import type { SheetOwner } from '#contracts/goal';
import { findAllDepartments, findGroupAfter, rootDepartment } from '../../../people/public';
import { isEmployedOn } from '../../../people/rules';
import { dayOf } from '../../../shared/calendar/company-time';
import type { Employee } from '../../../shared/kernel/employee';

/** The most people of a department that are shown. */
const MAX_PEOPLE = 200;

/** The departments directly below an owner, and the people who are in it themselves, without the reader: two or three reads. */
export async function ownersBelow(owner: SheetOwner, me: Employee, now: number): Promise<SheetOwner[]> {
  if (owner.kind === 'person') return [];
  const id = owner.kind === 'department' ? owner.id : (await rootDepartment(now))?._id;
  if (id === undefined) return [];
  const departments = (await findAllDepartments()).filter(({ parentId }) => parentId === id);
  const { people } = await findGroupAfter({ departmentId: id }, '', MAX_PEOPLE);
  const here = people.filter((person) => person._id !== me._id && isEmployedOn(person, dayOf(now)));
  return [
    ...departments.map(({ _id }) => ({ kind: 'department', id: _id }) as const),
    ...here.map(({ _id }) => ({ kind: 'person', id: _id }) as const),
  ];
}
