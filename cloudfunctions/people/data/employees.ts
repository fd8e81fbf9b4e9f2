import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import type { Employee } from '../../shared/kernel/employee';

export const employees = collection<Employee>('employees');

/** Uncached; see `employeeOf` for the caller. */
export const findEmployee = (id: string): Promise<Employee | null> => employees.byId(id);

/** Uncached, at most 1,000, in no particular order. */
export const findEmployeesByIds = (ids: readonly string[]): Promise<Employee[]> => employees.byIds(ids);

/** Employees by id, such as managers, from the warm cache. */
export const employeesById = cachedById(employees);

/** Forgets the cached people of this instance: the next ones are those that are stored now. */
export const forgetPeople = (): void => employeesById.clear();

/** All current and former employees, sorted by number, starting after `after`; at most 1,000. */
export const findEmployeesAfter = (after: string, limit: number): Promise<Employee[]> =>
  employees.list((_) => ({ _id: _.gt(after) }), limit, [['_id', 'asc']]);

/**
 * Direct reports of a manager or direct members of a department, sorted by number, including former employees.
 */
export const findGroupAfter = (
  group: Pick<Employee, 'managerId'> | Pick<Employee, 'departmentId'>,
  cursor: string,
  limit: number,
): Promise<Employee[]> => employees.list((_) => ({ ...group, _id: _.gt(cursor) }), limit, [['_id', 'asc']]);

/** Saves one person's language. @returns whether the person exists */
export async function saveLanguage(id: string, language: Employee['language']): Promise<boolean> {
  const changed = await employees.updateWhere(
    () => ({ _id: id }),
    ({ inc }) => ({ language, rev: inc(1) }),
  );
  return changed === 1;
}

/** Writes a person with the `put` of a transaction that has read them. */
export const putEmployee = (put: Put, employee: Employee): Promise<void> => put('employees', employee);
