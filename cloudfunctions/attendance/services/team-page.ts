import { findGroupAfter, type PeoplePage } from '../../people/public';
import { AppError } from '../../shared/errors/app-error';
import { isolated } from '../../shared/faults/isolated';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';

/** People per page. */
const PAGE_SIZE = 40;

/**
 * A page of the direct reports of the caller, or of the members of a department, by number after `cursor`. One read.
 * @throws AppError FORBIDDEN for a department, unless the caller may see the whole company's attendance
 */
export async function findTeamPage(
  me: Employee,
  departmentId: string | undefined,
  cursor: string,
): Promise<PeoplePage> {
  if (departmentId !== undefined && !abilityOf(me).can('read', 'CompanyAttendance'))
    throw new AppError('FORBIDDEN', {});
  const group = departmentId === undefined ? { managerId: me._id } : { departmentId };
  return findGroupAfter(group, cursor, PAGE_SIZE);
}

/**
 * What a board shows of each person; null for nobody to show. A person whose documents cannot be used, or who cannot be
 * computed, is left out by number, and the others are shown.
 */
export function membersOf<T>(
  people: readonly Employee[],
  unread: readonly string[],
  show: (person: Employee) => T | null | 'left-out',
): { items: T[]; leftOut?: readonly string[] } {
  const leftOut = [...unread];
  const items = people.flatMap((person) => {
    const about = { collection: 'employees', document: person._id };
    const shown = isolated(about, () => ({ value: show(person) }));
    if (shown && shown.value !== 'left-out') return shown.value ?? [];
    leftOut.push(person._id);
    return [];
  });
  return { items, ...(leftOut.length > 0 && { leftOut: leftOut.sort() }) };
}
