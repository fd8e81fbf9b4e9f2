import type { LocalText } from '#contracts/common';
import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';

export interface Department {
  readonly _id: string;
  readonly name: LocalText;
  readonly parentId: string | null;
  /** Ids from the company down to the parent. */
  readonly path: readonly string[];
  readonly leaderId: string | null;
}

const departments = collection<Department>('departments');
/** What one read answers; a larger company lists the first of them. */
const MAX_DEPARTMENTS = 1_000;

/** Departments by id; as old as the warm cache allows. */
export const departmentsById = cachedById(departments);

/** Every department as it is now, in the order of their ids. */
export const findAllDepartments = (): Promise<Pick<Department, '_id' | 'name' | 'parentId' | 'path'>[]> =>
  departments.listFields(['name', 'parentId', 'path'], ({ gt }) => ({ _id: gt('') }), MAX_DEPARTMENTS, [
    ['_id', 'asc'],
  ]);
