import type { Day, Month } from '#contracts/common';
import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import { inTransaction } from '../../shared/data/transaction';
import type { Change } from '../../shared/history/history';
import type { Roster } from '../domain/schedule';

/** One person's month, `_id` is `<employee>:<month>`: a shift id or `off` for the days that it fills. */
export interface RosterMonth {
  readonly _id: string;
  readonly rev: number;
  readonly days: Readonly<Record<Day, string>>;
  readonly history: readonly Change[];
}

const rosters = collection<RosterMonth>('rosters');
/** What is planned, without who planned it: histories of hundreds of people are more than an answer may hold. */
const plans = { name: rosters.name, byIds: (ids: readonly string[]) => rosters.fieldsByIds(['days'], ids) };
export const rostersById = cachedById<Pick<RosterMonth, '_id' | 'days'>>(plans);
const MAX_AT_ONCE = 1_000;

export const rosterIdOf = (employeeId: string, month: Month): string => `${employeeId}:${month}`;

/** The rosters of people over these months, by employee number; as old as the warm cache allows. */
export async function findRosters(
  ids: readonly string[],
  months: readonly Month[],
  now: number,
): Promise<ReadonlyMap<string, Roster>> {
  const wanted = ids.flatMap((id) => months.map((month) => rosterIdOf(id, month)));
  const found = new Map<string, Pick<RosterMonth, 'days'>>();
  for (let from = 0; from < wanted.length; from += MAX_AT_ONCE)
    for (const [id, roster] of await rostersById(wanted.slice(from, from + MAX_AT_ONCE), now))
      found.set(id, roster);
  return new Map(
    ids.map((id) => [id, joined(months.map((month) => found.get(rosterIdOf(id, month))))] as const),
  );
}

function joined(months: readonly (Pick<RosterMonth, 'days'> | undefined)[]): Roster {
  return new Map(months.flatMap((month) => Object.entries(month?.days ?? {}) as [Day, string][]));
}

/** The rosters of these people in one month as they are now, at most 100. */
export function findRosterMonths(ids: readonly string[], month: Month): Promise<RosterMonth[]> {
  return rosters.byIds(ids.map((id) => rosterIdOf(id, month)));
}

/**
 * Saves the months that `plan` makes of those that are there: all of them or none.
 * @returns the revision of each month by `_id`, also of those that stay as they are
 * @throws AppError BUSY, and what `plan` throws; nothing is saved then
 */
export function putRosterMonths(
  ids: readonly string[],
  month: Month,
  plan: (stored: ReadonlyMap<string, RosterMonth>) => readonly RosterMonth[],
): Promise<ReadonlyMap<string, number>> {
  return inTransaction(async (put) => {
    const stored = await findRosterMonths(ids, month);
    const changed = plan(new Map(stored.map((each) => [each._id, each])));
    for (const each of changed) await put('rosters', each);
    return new Map([...stored, ...changed].map(({ _id, rev }) => [_id, rev]));
  });
}
