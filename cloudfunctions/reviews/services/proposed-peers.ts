import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import type { PersonBrief } from '#contracts/person';
import { employeesById, findGroupAfter } from '../../people/public';
import { briefOf, isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { placeOf } from '../domain/asked';

/** People of the same manager or department who are looked at, and shown. */
const MAX_LOOKED_AT = 60;
const MAX_PROPOSED = 30;

/** Who works with a person every day: the same manager or department. Two reads at once. */
export async function proposedPeers(person: AppraisalPerson, now: number): Promise<PersonBrief[]> {
  const { managerId, departmentId } = person;
  const [team, department] = await Promise.all([
    managerId === null ? null : findGroupAfter({ managerId }, '', MAX_LOOKED_AT),
    findGroupAfter({ departmentId }, '', MAX_LOOKED_AT),
  ]);
  const all = [...(team?.people ?? []), ...department.people];
  const here = all.filter((each) => isEmployedOn(each, dayOf(now)) && placeOf(person, each._id) === 'peer');
  return [...new Map(here.map((each) => [each._id, briefOf(each)])).values()].slice(0, MAX_PROPOSED);
}

/** Names of people by id; who is not there any more is left out. */
export async function briefsOf(ids: readonly string[], now: number): Promise<PersonBrief[]> {
  const found = await employeesById(ids, now);
  return ids.flatMap((id) => {
    const employee = found.get(id);
    return employee ? [briefOf(employee)] : [];
  });
}

/** Whether all of them are employees today. */
export async function areEmployed(ids: readonly string[], now: number): Promise<boolean> {
  const found = await employeesById(ids, now);
  return ids.every((id) => {
    const employee = found.get(id);
    return employee !== undefined && isEmployedOn(employee, dayOf(now));
  });
}
