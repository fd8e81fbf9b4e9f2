import type { AttendanceFlag } from '#contracts/attendance-flag';
import type { Day, Instant } from '#contracts/common';
import { findFlagsIn } from '../data/attendance-flags';
import { flagViews } from './flag-views';

/** All flags of these people in a range of days, by person and day. */
export async function findFlagsOf(
  employeeIds: readonly string[],
  from: Day,
  to: Day,
  now: Instant,
): Promise<AttendanceFlag[]> {
  const found = await findFlagsIn(employeeIds, from, to);
  const sorted = found.sort(
    (one, other) => one.employeeId.localeCompare(other.employeeId) || one._id.localeCompare(other._id),
  );
  return flagViews(sorted, now);
}
