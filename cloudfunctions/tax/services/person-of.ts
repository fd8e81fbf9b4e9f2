import type { Instant } from '#contracts/common';
import { employeesById } from '../../people/public';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';

/** @throws AppError NOT_FOUND */
export async function personOf(employeeId: string, now: Instant): Promise<Employee> {
  const person = (await employeesById([employeeId], now)).get(employeeId);
  if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
  return person;
}
