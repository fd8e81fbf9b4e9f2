import type { Day, Instant } from '#contracts/common';
import { employeesById } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';
import type { Standing } from '../domain/rights';

/** Reporting lines are no longer than this. */
const MAX_LEVELS = 40;

/** What somebody is to a person: everything from the warm cache once it is known. */
export async function standingOf(
  person: Employee,
  me: Employee,
  today: Day,
  now: Instant,
): Promise<Standing> {
  const isSelf = person._id === me._id;
  const isHr = abilityOf(me).can('read', 'AllPlans');
  const line = isSelf ? [] : await lineAbove(person, today, now);
  const isAbove = line.some(({ _id }) => _id === me._id);
  return { isSelf, isHr, isManager: !isSelf && (isAbove || (isHr && line.length === 0)) };
}

/** The managers above who are employed, the direct one first. */
export async function lineAbove(person: Employee, today: Day, now: Instant): Promise<readonly Employee[]> {
  const line: Employee[] = [];
  let { managerId } = person;
  for (let level = 0; level < MAX_LEVELS && managerId !== null && managerId !== person._id; level += 1) {
    const manager = (await employeesById([managerId], now)).get(managerId);
    if (!manager) break;
    if (isEmployedOn(manager, today)) line.push(manager);
    ({ managerId } = manager);
  }
  return line;
}

/** On whose Today the plans of a person are: the employed manager next above; null where nobody is, or the person has left. */
export async function managerOf(person: Employee, now: Instant): Promise<string | null> {
  const today = dayOf(now);
  if (!isEmployedOn(person, today)) return null;
  const [manager] = await lineAbove(person, today, now);
  return manager?._id ?? null;
}
