import { findGroupAfter } from '../../people/public';
import { AppError } from '../../shared/errors/app-error';
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
): Promise<Employee[]> {
  if (departmentId !== undefined && !abilityOf(me).can('read', 'CompanyAttendance'))
    throw new AppError('FORBIDDEN', {});
  const group = departmentId === undefined ? { managerId: me._id } : { departmentId };
  return findGroupAfter(group, cursor, PAGE_SIZE);
}

/** Where the next page begins; null after the last. */
export const nextOf = (people: readonly Employee[]): string | null =>
  people.length === PAGE_SIZE ? (people.at(-1)?._id ?? null) : null;
