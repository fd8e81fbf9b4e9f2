import { WARM_AGE_MS, WARM_SIZE, WarmCache } from '../../shared/data/warm-cache';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { findBoundEmployee } from './bindings';

const cache = new WarmCache<Employee>(WARM_SIZE, WARM_AGE_MS);

/**
 * The employee that a WeChat user is bound to: one read, none while the instance remembers (one minute).
 * An unbound user is not remembered, so that a binding works at once.
 * @throws AppError NOT_BOUND
 */
export async function employeeOf(openid: string, now: number): Promise<Employee> {
  const known = cache.get(openid, now);
  if (known) return known;
  const employee = await findBoundEmployee(openid);
  if (!employee) throw new AppError('NOT_BOUND', {});
  cache.set(openid, employee, now);
  return employee;
}

/** Forgets a WeChat user on this instance, after a change of their own. */
export function forgetEmployeeOf(openid: string): void {
  cache.delete(openid);
}
