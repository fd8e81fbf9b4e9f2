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

type Names = Pick<AttendanceFlag['employee'], 'name' | 'nameEn'>;

function flagView(flag: StoredFlag, { name, nameEn }: Names): AttendanceFlag {
  const { _id: id, employeeId, decidedById: _, ...rest } = flag;
  return { id, employee: { id: employeeId, name, nameEn }, others: [], ...rest };
}

/** A flag for the person concerned: the evidence tells how many used a phone, and names nobody else. */
export function ownFlagView(flag: StoredFlag, me: Names): AttendanceFlag {
  const evidence = flag.evidence.map(({ at, data: { others: _, ...data } }) => ({ at, data }));
  return { ...flagView(flag, me), evidence };
}
