import type { MyProfile } from '#contracts/person';
import type { Employee } from '../../shared/kernel/employee';
import { profileOf } from '../domain/profile';
import { departmentsById } from './departments';
import { employeesById } from './employees';

/** The profile of a person: one read for the manager and two for the departments, none if cached. */
export async function findProfile(me: Employee, now: number): Promise<MyProfile> {
  const { managerId } = me;
  const [path, people] = await Promise.all([
    departmentPath(me.departmentId, now),
    employeesById(managerId === null ? [] : [managerId], now),
  ]);
  return profileOf(me, path, people.get(managerId ?? '') ?? null);
}

async function departmentPath(id: string, now: number) {
  const own = (await departmentsById([id], now)).get(id);
  if (!own) return [];
  const above = await departmentsById(own.path, now);
  return [...own.path.flatMap((each) => above.get(each) ?? []), own]
    .filter((each, index, all) => all.findIndex(({ _id }) => _id === each._id) === index)
    .map(({ name }) => name);
}
