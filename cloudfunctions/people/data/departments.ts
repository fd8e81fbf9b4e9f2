import type { LocalText } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { cachedById, WARM_AGE_MS, WarmCache } from '../../shared/data/warm-cache';
import { bilingual, listOfTexts, textOrNone } from '../../shared/faults/checks';

export interface Department {
  readonly _id: string;
  readonly name: LocalText;
  readonly parentId: string | null;
  /** Ids from the root down to the parent. */
  readonly path: readonly string[];
  readonly leaderId: string | null;
}

const departments = collection<Department>('departments', {
  name: bilingual,
  parentId: textOrNone,
  path: listOfTexts,
  leaderId: textOrNone,
});
/** Limit of one read; a larger company gets the first ones only. */
const MAX_DEPARTMENTS = 1_000;

const roots = new WarmCache<Department>(1, WARM_AGE_MS);

/** Departments by id, from the warm cache. */
export const departmentsById = cachedById(departments);

/** The department above all others, from the warm cache; undefined if there is none. */
export async function rootDepartment(now: number): Promise<Department | undefined> {
  const known = roots.get('', now);
  if (known) return known;
  const [root] = await departments.list(() => ({ parentId: null }), 1, [['_id', 'asc']]);
  if (root) roots.set('', root, now);
  return root;
}

/** The current departments, sorted by id. */
export const findAllDepartments = (): Promise<Pick<Department, '_id' | 'name' | 'parentId' | 'path'>[]> =>
  departments.listFields(['name', 'parentId', 'path'], ({ gt }) => ({ _id: gt('') }), MAX_DEPARTMENTS, [
    ['_id', 'asc'],
  ]);
