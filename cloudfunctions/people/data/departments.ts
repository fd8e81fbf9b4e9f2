import type { LocalText } from '../../../typings/contracts/common';
import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import { WARM_AGE, WarmCache } from '../../shared/data/warm-cache';

export interface Department {
  readonly _id: string;
  readonly name: LocalText;
  readonly parentId: string | null;
  /** Ids from the company down to the parent. */
  readonly path: readonly string[];
  readonly leaderId: string | null;
}

const departments = collection<Department>('departments');
const MOST = 500;
const everything = new WarmCache<readonly Department[]>(1, WARM_AGE);

/** Departments by id; as old as the warm cache allows. */
export const departmentsById = cachedById(departments);

/** All departments in the order of their ids, at most 500: one read, none while the instance remembers. */
export async function findDepartments(now: number): Promise<readonly Department[]> {
  const known = everything.get('all', now);
  if (known) return known;
  const found = await departments.list((_) => ({ _id: _.gte('') }), MOST, [['_id', 'asc']]);
  everything.set('all', found, now);
  return found;
}
