import type { AttendanceFlag, FlagState } from '#contracts/attendance-flag';
import { cloud } from '../../services/cloud';

/** Sorts after every id: a page from this cursor starts with the flag itself, if it is in that state. */
const LAST_LETTER = 'z';

/** A flag as it is now, whatever was decided about it; null if it is not found. @throws ClientError */
export async function findFlag(id: string): Promise<AttendanceFlag | null> {
  const states: readonly FlagState[] = ['fine', 'follow-up', 'open'];
  for (const state of states) {
    const { data } = await cloud.attendance.flags({ state, cursor: `${id}${LAST_LETTER}` });
    const found = data.items.find((flag) => flag.id === id);
    if (found) return found;
  }
  return null;
}
