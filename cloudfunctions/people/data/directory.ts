import type { Day } from '#contracts/common';
import type { Role } from '#contracts/person';
import { comparable } from '../../../miniprogram/common/clean-text';
import { WARM_AGE_MS, WARM_SIZE, WarmCache } from '../../shared/data/warm-cache';
import type { Employee } from '../../shared/kernel/employee';
import { isEmployedOn } from '../rules';
import { employees } from './employees';

const MAX_HOLDERS = 50;
const MAX_TEAM_MEMBERS = 1_000;
const holders = new WarmCache<readonly Employee[]>(WARM_SIZE, WARM_AGE_MS);
const sizes = new WarmCache<number>(WARM_SIZE, WARM_AGE_MS);

/** All holders of a role, sorted by employee number, from the warm cache. */
export async function findHolders(role: Role, now: number): Promise<readonly Employee[]> {
  const known = holders.get(role, now);
  if (known) return known;
  const found = await employees.list(() => ({ roles: role }), MAX_HOLDERS);
  const sorted = found.sort((a, b) => (a._id < b._id ? -1 : 1));
  holders.set(role, sorted, now);
  return sorted;
}

/** The number of active direct reports of each of these managers, from the warm cache. */
export async function countTeams(
  managerIds: readonly string[],
  today: Day,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(managerIds)];
  const missing = wanted.filter((id) => sizes.get(id, now) === undefined);
  if (missing.length > 0) {
    const members = await employees.listFields(
      ['managerId', 'leftOn', 'hiredOn'],
      (_) => ({ managerId: _.in(missing) }),
      MAX_TEAM_MEMBERS,
    );
    const active = members.filter((member) => isEmployedOn(member, today));
    for (const id of missing) sizes.set(id, active.filter(({ managerId }) => managerId === id).length, now);
  }
  return new Map(wanted.map((id) => [id, sizes.get(id, now) ?? 0]));
}

type Entry = Pick<Employee, '_id' | 'name' | 'nameEn' | 'departmentId' | 'job'>;
const ENTRY_FIELDS = ['name', 'nameEn', 'departmentId', 'job', 'hiredOn', 'leftOn'] as const;

/**
 * Active employees of whom a part of the number, the names, the pinyin or its initials is this text: one query, whose
 * condition reads the whole collection. Names are also searched as they are stored, for people without a search text.
 */
export async function findByPart(text: string, today: Day, limit: number): Promise<Entry[]> {
  const part = comparable(text);
  if (part === '') return [];
  const pattern = new RegExp(escaped(part));
  const asStored = new RegExp(escaped(text), 'i');
  const found = await employees.listFields(
    ENTRY_FIELDS,
    (_) => {
      const either = [{ searchText: pattern }, { name: asStored }, { nameEn: asStored }, { _id: asStored }];
      const here = [{ leftOn: null }, { leftOn: _.gte(today) }];
      return _.and([_.or(either), _.or(here)]) as unknown as Record<string, unknown>;
    },
    limit,
    [['_id', 'asc']],
  );
  return found.filter(({ hiredOn }) => hiredOn <= today);
}

/** A text as a pattern that finds only itself. */
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** People by number after `after`, with what their search text is made of; at most 1,000. */
export const findSearchTextsAfter = (
  after: string,
  limit: number,
): Promise<Pick<Employee, '_id' | 'name' | 'nameEn' | 'searchText'>[]> =>
  employees.listFields(['name', 'nameEn', 'searchText'], (_) => ({ _id: _.gt(after) }), limit, [
    ['_id', 'asc'],
  ]);

/** Saves a search text, unless the person was renamed in the meantime. */
export async function saveSearchText(
  { _id, name, nameEn }: Pick<Employee, '_id' | 'name' | 'nameEn'>,
  searchText: string,
): Promise<void> {
  await employees.updateWhere(
    () => ({ _id, name, nameEn }),
    () => ({ searchText }),
  );
}
