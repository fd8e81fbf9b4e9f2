import type { Day, Instant } from '#contracts/common';
import { employeesById } from '../../people/public';
import type { Employee } from '../../shared/kernel/employee';
import { findPlan } from '../data/plans';
import type { Plan } from '../domain/plan';
import { noPlan } from '../domain/refused';
import { canRead, type Standing } from '../domain/rights';
import { standingOf } from './standing';

export interface Known {
  readonly person: Employee;
  readonly who: Standing;
}

/** A person whose plans somebody may read. @throws AppError NOT_FOUND */
export async function requireReadable(
  employeeId: string,
  me: Employee,
  today: Day,
  now: Instant,
): Promise<Known> {
  const person = employeeId === me._id ? me : (await employeesById([employeeId], now)).get(employeeId);
  if (!person) throw noPlan();
  const who = await standingOf(person, me, today, now);
  if (!canRead(who)) throw noPlan();
  return { person, who };
}

/** A plan that somebody may read: for everybody else it does not exist. @throws AppError NOT_FOUND */
export async function loadPlan(
  id: string,
  me: Employee,
  today: Day,
  now: Instant,
): Promise<Known & { readonly plan: Plan }> {
  const plan = await findPlan(id);
  if (!plan) throw noPlan();
  return { plan, ...(await requireReadable(plan.employeeId, me, today, now)) };
}
