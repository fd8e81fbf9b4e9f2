import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import type { Employee } from '../../shared/kernel/employee';

const employees = collection<Employee>('employees');

/** Reads people afresh; see `employeeOf` for the caller. */
export const findEmployee = (id: string): Promise<Employee | null> => employees.byId(id);

/** People by id, such as managers; as old as the warm cache allows. */
export const employeesById = cachedById(employees);

/** Sets the language of one person. @returns whether the person exists */
export async function saveLanguage(id: string, language: Employee['language']): Promise<boolean> {
  const changed = await employees.updateWhere(
    () => ({ _id: id }),
    ({ inc }) => ({ language, rev: inc(1) }),
  );
  return changed === 1;
}
