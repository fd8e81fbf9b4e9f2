import type { LocalText } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { cachedById } from '../../shared/data/warm-cache';

export interface Department {
  readonly _id: string;
  readonly name: LocalText;
  readonly parentId: string | null;
  /** Ids from the root down to the parent. */
  readonly path: readonly string[];
  readonly leaderId: string | null;
}

const departments = collection<Department>('departments');
/** Limit of one read; a larger company gets the first ones only. */
const MAX_DEPARTMENTS = 1_000;

/** Departments by id, from the warm cache. */
export const departmentsById = cachedById(departments);

/** The current departments, sorted by id. */
export const findAllDepartments = (): Promise<Pick<Department, '_id' | 'name' | 'parentId' | 'path'>[]> =>
  departments.listFields(['name', 'parentId', 'path'], ({ gt }) => ({ _id: gt('') }), MAX_DEPARTMENTS, [
    ['_id', 'asc'],
  ]);
