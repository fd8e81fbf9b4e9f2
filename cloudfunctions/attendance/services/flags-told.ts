import type { AttendanceFlag } from '#contracts/attendance-flag';
import { employeesById } from '../../people/public';
import { othersOf, type StoredFlag } from '../domain/attendance-flag';

/** Flags for HR: with the names of whom they are about, and of those with whom a phone was shared. One read. */
export async function flagsTold(flags: readonly StoredFlag[], now: number): Promise<AttendanceFlag[]> {
  const ids = flags.flatMap((flag) => [flag.employeeId, ...othersOf(flag)]);
  const people = await employeesById(ids, now);
  const personOf = (id: string) => {
    const { name, nameEn } = people.get(id) ?? { name: id, nameEn: id };
    return { id, name, nameEn };
  };
  return flags.map((flag) => ({
    ...flagTold(flag, personOf(flag.employeeId)),
    others: othersOf(flag).map(personOf),
  }));
}

/** A flag with the name of whom it is about, and of nobody else. */
export function flagTold(
  flag: StoredFlag,
  { name, nameEn }: Pick<AttendanceFlag['employee'], 'name' | 'nameEn'>,
): AttendanceFlag {
  const { _id: id, employeeId, decidedById: _, ...rest } = flag;
  return { id, employee: { id: employeeId, name, nameEn }, others: [], ...rest };
}
