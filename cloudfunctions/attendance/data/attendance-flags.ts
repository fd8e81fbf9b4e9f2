import type { FlagState } from '#contracts/attendance-flag';
import type { Day, Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { StoredFlag } from '../domain/attendance-flag';

export const flags = collection<StoredFlag>('attendance_flags');

/** `duplicate`: the flag already exists and may have been decided. */
export const addFlag = (flag: StoredFlag): Promise<'added' | 'duplicate'> => flags.add(flag);

export const findFlag = (id: string): Promise<StoredFlag | null> => flags.byId(id);

/** Flags in a state, of one month or of all, latest day first, starting after `cursor`. */
export const findFlagsAfter = (
  state: FlagState,
  month: Month | undefined,
  cursor: string | undefined,
  limit: number,
): Promise<StoredFlag[]> =>
  flags.list(
    (_) => {
      const before = cursor ?? (month && endOf(month));
      if (before === undefined) return { state };
      return { state, _id: month ? _.lt(before).and(_.gt(month)) : _.lt(before) };
    },
    limit,
    [['_id', 'desc']],
  );

/** Ids begin with the day: this is after every one of the month. */
const endOf = (month: Month): string => `${month}~`;

export const countOpenFlagsIn = (month: Month): Promise<number> =>
  flags.count((_) => ({ state: 'open', _id: _.gt(month).and(_.lt(endOf(month))) }));

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

const PAGE_SIZE = 1_000;

/** The flags of at most a hundred people in a range of days, page by page of the database. */
export async function findFlagsIn(employeeIds: readonly string[], from: Day, to: Day): Promise<StoredFlag[]> {
  const all: StoredFlag[] = [];
  for (let after = ''; ; after = all.at(-1)?._id ?? '') {
    const page = await flags.list(
      (_) => ({ employeeId: _.in([...employeeIds]), day: _.gte(from).and(_.lte(to)), _id: _.gt(after) }),
      PAGE_SIZE,
      [['_id', 'asc']],
    );
    all.push(...page);
    if (page.length < PAGE_SIZE) return all;
  }
}
