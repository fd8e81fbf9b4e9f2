import type { Day } from '#contracts/common';
import { employeesById } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';
import type { Sheet } from '../domain/sheet';

/** Reporting lines are no longer than this. */
const MAX_LEVELS = 40;

/** Who confirms somebody's review: the first manager above who is still employed; null if nobody is. */
export async function confirmerOf(person: Employee, today: Day, now: number): Promise<Employee | null> {
  let { managerId } = person;
  for (let level = 0; level < MAX_LEVELS && managerId !== null; level += 1) {
    const manager = (await employeesById([managerId], now)).get(managerId);
    if (!manager || manager._id === person._id) return null;
    if (isEmployedOn(manager, today)) return manager;
    ({ managerId } = manager);
  }
  return null;
}

/**
 * Whether somebody confirms a review: who is above now, who was above when it was handed in, and HR of somebody who has nobody
 * above. Never one's own.
 */
export function mayConfirm(
  person: Pick<Employee, '_id'>,
  confirmer: Pick<Employee, '_id'> | null,
  sheet: Pick<Sheet, 'waitsFor'> | null,
  me: Employee,
): boolean {
  if (person._id === me._id) return false;
  if (confirmer?._id === me._id || sheet?.waitsFor === me._id) return true;
  return confirmer === null && abilityOf(me).can('update', 'GoalCycles');
}
