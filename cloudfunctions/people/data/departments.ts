import type { LocalText } from '../../../typings/contracts/common';
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
const MOST_DEPARTMENTS = 1_000;

/** Departments by id; as old as the warm cache allows. */
export const departmentsById = cachedById(departments);

/** Every department as it is now, by id. */
export const findAllDepartments = (): Promise<Department[]> =>
  departments.list((_) => ({ _id: _.gt('') }), MOST_DEPARTMENTS, [['_id', 'asc']]);
