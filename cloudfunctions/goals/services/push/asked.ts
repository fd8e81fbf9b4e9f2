import type { SheetOwner } from '#contracts/goal';
import { type Department, departmentsById, employeesById } from '../../../people/public';
import { isEmployedOn } from '../../../people/rules';
import { dayOf } from '../../../shared/calendar/company-time';
import type { Employee } from '../../../shared/kernel/employee';
import { abilityOf } from '../../../shared/kernel/policy';

/** The leader of a department, or of the nearest one above it that has one who is still employed. */
export async function leaderOf(department: Department, now: number): Promise<string | null> {
  const above = await departmentsById(department.path, now);
  const nearest = [...department.path].reverse().map((id) => above.get(id)?.leaderId);
  const leaders = [department.leaderId, ...nearest].filter((id) => typeof id === 'string');
  const people = await employeesById(leaders, now);
  const isThere = (id: string): boolean => {
    const person = people.get(id);
    return person !== undefined && isEmployedOn(person, dayOf(now));
  };
  return leaders.find(isThere) ?? null;
}

/** Who answers for what is asked of an owner: the person, or the leader of the department; nobody where none leads it. */
export async function answerersOf(owner: SheetOwner, now: number): Promise<string[]> {
  if (owner.kind === 'person') return [owner.id];
  if (owner.kind === 'company') return [];
  const department = (await departmentsById([owner.id], now)).get(owner.id);
  const leader = department ? await leaderOf(department, now) : null;
  return leader === null ? [] : [leader];
}

/**
 * Whether somebody answers for what is pushed to an owner: of a person nobody else, of a department who leads it now, however
 * high others are, and HR where nobody does.
 */
export async function mayAnswer(owner: SheetOwner, me: Employee, now: number): Promise<boolean> {
  if (owner.kind === 'person') return owner.id === me._id;
  const department =
    owner.kind === 'department' ? (await departmentsById([owner.id], now)).get(owner.id) : undefined;
  if (!department) return false;
  const leader = await leaderOf(department, now);
  return leader === null ? abilityOf(me).can('update', 'GoalCycles') : leader === me._id;
}
