import type { Day } from '../../../typings/contracts/common';
import { collection } from '../../shared/data/collection';
import type { AttendanceDay } from '../domain/attendance-day';
import type { Punch } from '../domain/punch';

const days = collection<AttendanceDay>('attendance_days');

const idOf = (employeeId: string, day: Day): string => `${employeeId}:${day}`;

/** The stored days of one person, by day, in one read. */
export async function findDays(
  employeeId: string,
  wanted: readonly Day[],
): Promise<ReadonlyMap<Day, AttendanceDay>> {
  const found = await days.byIds([...new Set(wanted)].map((day) => idOf(employeeId, day)));
  return new Map(found.map((each) => [each.day, each]));
}

/**
 * Books a punch in one write. The first one of a day adds the day by its `_id`; a later one changes the day
 * only as it was read.
 * @returns the day as it is now, or null if somebody else has changed it in between
 */
export async function bookPunch(
  before: AttendanceDay | null,
  fresh: Pick<AttendanceDay, 'employeeId' | 'day' | 'shift'>,
  punch: Punch,
): Promise<AttendanceDay | null> {
  if (!before) {
    const first = { _id: idOf(fresh.employeeId, fresh.day), ...fresh, rev: 1, punches: [punch], covers: [] };
    return (await days.add(first)) === 'added' ? first : null;
  }
  const { _id, rev } = before;
  const after = {
    ...before,
    rev: rev + 1,
    shift: before.punches.length === 0 ? fresh.shift : before.shift,
    punches: [...before.punches, punch],
  };
  const changed = await days.updateWhere(
    () => ({ _id, rev }),
    () => ({ rev: after.rev, shift: after.shift, punches: after.punches }),
  );
  return changed === 1 ? after : null;
}
