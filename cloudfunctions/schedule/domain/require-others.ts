import type { RosterRow } from '#contracts/roster';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';

/** Nobody plans their own days: it would decide about their own absences. @throws AppError FORBIDDEN */
export function requireOthers(
  rows: readonly Pick<RosterRow, 'employeeId'>[],
  { _id }: Pick<Employee, '_id'>,
): void {
  if (rows.some(({ employeeId }) => employeeId === _id)) throw new AppError('FORBIDDEN', { rule: 'own' });
}
