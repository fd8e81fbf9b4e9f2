import type { FlagState } from '#contracts/attendance-flag';
import type { Day } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { StoredFlag } from '../domain/attendance-flag';

const flags = collection<StoredFlag>('attendance_flags');

/** `duplicate`: the flag already exists and may have been decided. */
export const addFlag = (flag: StoredFlag): Promise<'added' | 'duplicate'> => flags.add(flag);

export const findFlag = (id: string): Promise<StoredFlag | null> => flags.byId(id);

/** Flags in a state, latest day first, starting after `cursor`. */
export const findFlagsAfter = (
  state: FlagState,
  cursor: string | undefined,
  limit: number,
): Promise<StoredFlag[]> =>
  flags.list((_) => ({ state, ...(cursor !== undefined && { _id: _.lt(cursor) }) }), limit, [
    ['_id', 'desc'],
  ]);

/** One person's flags in a range of days, earliest first. */
export const findOwnFlags = (employeeId: string, from: Day, to: Day, limit: number): Promise<StoredFlag[]> =>
  flags.list((_) => ({ employeeId, day: _.gte(from).and(_.lte(to)) }), limit, [['day', 'asc']]);

/** Saves a decision if the flag is unchanged since it was read. @returns false after a concurrent decision */
export async function saveDecision(
  { _id, rev }: StoredFlag,
  decision: Pick<
    StoredFlag,
    'state' | 'note' | 'decidedById' | 'decidedByName' | 'decidedByNameEn' | 'decidedAt'
  >,
): Promise<boolean> {
  const changed = await flags.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...decision, rev: rev + 1 }),
  );
  return changed === 1;
}
