import type { Day } from '#contracts/common';
import type { Role } from '#contracts/person';
import { WARM_AGE_MS, WARM_SIZE, WarmCache } from '../../shared/data/warm-cache';
import type { Employee } from '../../shared/kernel/employee';
import { isEmployedOn } from '../rules';
import { employees } from './employees';

const MAX_HOLDERS = 50;
const MAX_TEAM_MEMBERS = 1_000;
/** Sorts after every letter: the upper bound of a prefix search. */
const MAX_CHARACTER = '\uffff';

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

/** Active employees whose name (in either language) or number starts with one of these prefixes. */
export async function findByName(prefixes: readonly string[], today: Day, limit: number): Promise<Entry[]> {
  const found = await employees.listFields(
    ENTRY_FIELDS,
    (_) => {
      const begins = (text: string) => _.and([_.gte(text), _.lt(text + MAX_CHARACTER)]);
      const fields = ['name', 'nameEn', '_id'] as const;
      const either = fields.flatMap((field) => prefixes.map((text) => ({ [field]: begins(text) })));
      const here = [{ leftOn: null }, { leftOn: _.gte(today) }];
      return _.and([_.or(either), _.or(here)]) as unknown as Record<string, unknown>;
    },
    limit,
  );
  return found.filter(({ hiredOn }) => hiredOn <= today);
}
