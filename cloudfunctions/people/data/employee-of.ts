import { WARM_AGE_MS, WARM_SIZE, WarmCache } from '../../shared/data/warm-cache';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { findBoundEmployee } from './bindings';

const cache = new WarmCache<Employee>(WARM_SIZE, WARM_AGE_MS);

/**
 * The employee bound to a WeChat user: one read, or none from the cache (at most a minute old). Unbound users
 * are not cached, so that a new binding takes effect at once.
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

/** Removes a WeChat user from this instance's cache, after a change of their own. */
export function forgetEmployeeOf(openid: string): void {
  cache.delete(openid);
}
