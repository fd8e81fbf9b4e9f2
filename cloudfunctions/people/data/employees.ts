import type { Day } from '#contracts/common';
import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import type { Employee } from '../../shared/kernel/employee';

export const employees = collection<Employee>('employees');

/** Reads people afresh; see `employeeOf` for the caller. */
export const findEmployee = (id: string): Promise<Employee | null> => employees.byId(id);

/** People by id, such as managers; as old as the warm cache allows. */
export const employeesById = cachedById(employees);

/** Everybody who ever worked here, in the order of their numbers, from behind `after` on; at most 1,000. */
export const findEmployeesAfter = (after: string, limit: number): Promise<Employee[]> =>
  employees.list((_) => ({ _id: _.gt(after) }), limit, [['_id', 'asc']]);

/**
 * Who reports to a manager, or belongs to a department itself, in the order of their numbers; also those who have
 * left.
 */
export const findGroupAfter = (
  group: Pick<Employee, 'managerId'> | Pick<Employee, 'departmentId'>,
  cursor: string,
  limit: number,
): Promise<Employee[]> => employees.list((_) => ({ ...group, _id: _.gt(cursor) }), limit, [['_id', 'asc']]);

/** Sets the language of one person. @returns whether the person exists */
export async function saveLanguage(id: string, language: Employee['language']): Promise<boolean> {
  const changed = await employees.updateWhere(
    () => ({ _id: id }),
    ({ inc }) => ({ language, rev: inc(1) }),
  );
  return changed === 1;
}

/** Enters the last day of employment. */
export async function saveLastDay(id: string, lastDay: Day): Promise<void> {
  await employees.updateWhere(
    () => ({ _id: id }),
    ({ inc }) => ({ leftOn: lastDay, rev: inc(1) }),
  );
}

/** Takes the last day out again, unless another one was entered in between. */
export async function clearLastDay(id: string, lastDay: Day): Promise<void> {
  await employees.updateWhere(
    () => ({ _id: id, leftOn: lastDay }),
    ({ inc }) => ({ leftOn: null, rev: inc(1) }),
  );
}
