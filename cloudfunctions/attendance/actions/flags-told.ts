import type { AttendanceFlag } from '../../../typings/contracts/attendance';
import type { Employee } from '../../shared/kernel/employee';
import type { StoredFlag } from '../domain/attendance-flag';

/** A flag with the name of whom it is about. */
export function flagTold(
  flag: StoredFlag,
  person: Pick<Employee, 'name' | 'nameEn'> | undefined,
): AttendanceFlag {
  const { _id: id, employeeId, decidedById: _, ...rest } = flag;
  const { name, nameEn } = person ?? { name: employeeId, nameEn: employeeId };
  return { id, employee: { id: employeeId, name, nameEn }, ...rest };
}
