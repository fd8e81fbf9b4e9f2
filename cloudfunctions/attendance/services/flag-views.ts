import type { AttendanceFlag } from '#contracts/attendance-flag';
import { employeesById } from '../../people/public';
import { othersOf, type StoredFlag } from '../domain/attendance-flag';

/** Flags for HR, with the names of the people concerned and of other users of a shared phone. One read. */
export async function flagViews(flags: readonly StoredFlag[], now: number): Promise<AttendanceFlag[]> {
  const ids = flags.flatMap((flag) => [flag.employeeId, ...othersOf(flag)]);
  const people = await employeesById(ids, now);
  const personOf = (id: string) => {
    const { name, nameEn } = people.get(id) ?? { name: id, nameEn: id };
    return { id, name, nameEn };
  };
  return flags.map((flag) => ({
    ...flagView(flag, personOf(flag.employeeId)),
    others: othersOf(flag).map(personOf),
  }));
}

/** A flag with the name of the person concerned only. */
export function flagView(
  flag: StoredFlag,
  { name, nameEn }: Pick<AttendanceFlag['employee'], 'name' | 'nameEn'>,
): AttendanceFlag {
  const { _id: id, employeeId, decidedById: _, ...rest } = flag;
  return { id, employee: { id: employeeId, name, nameEn }, others: [], ...rest };
}
