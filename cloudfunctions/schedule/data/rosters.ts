import type { Day, Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { cachedById } from '../../shared/data/warm-cache';
import { figure, listOfObjects, mapOfTexts } from '../../shared/faults/checks';
import { isLeftOut } from '../../shared/faults/fault';
import type { Change } from '../../shared/history/history';
import type { Roster } from '../domain/schedule';

/** One person's month; `_id` is `<employee>:<month>`: a shift id or `off` for each day that it sets. */
export interface RosterMonth {
  readonly _id: string;
  readonly rev: number;
  readonly days: Readonly<Record<Day, string>>;
  readonly history: readonly Change[];
}

const rosters = collection<RosterMonth>('rosters', {
  rev: figure,
  days: mapOfTexts,
  history: listOfObjects({}),
});
/** Without histories, because those of hundreds of people would exceed the size of an answer. */
type Plan = Pick<RosterMonth, '_id' | 'days'>;
const PLAN = ['days'] as const;
const plans = {
  name: rosters.name,
  byIds: (ids: readonly string[]): Promise<Plan[]> => rosters.fieldsByIds(PLAN, ids),
  usable: (found: readonly Plan[]): Plan[] => rosters.usable(found as readonly RosterMonth[], PLAN),
};
export const rostersById = cachedById<Plan>(plans);
const BATCH_SIZE = 1_000;

export const rosterIdOf = (employeeId: string, month: Month): string => `${employeeId}:${month}`;

/**
 * The rosters of people over these months, by employee number, from the warm cache; `replaced`, by id, in place
 * of them.
 */
export async function findRosters(
  ids: readonly string[],
  months: readonly Month[],
  now: number,
  replaced: ReadonlyMap<string, RosterMonth['days']> = new Map(),
): Promise<ReadonlyMap<string, Roster>> {
  const wanted = ids.flatMap((id) => months.map((month) => rosterIdOf(id, month)));
  const found = new Map<string, Pick<RosterMonth, 'days'>>();
  for (let from = 0; from < wanted.length; from += BATCH_SIZE)
    for (const [id, roster] of await rostersById(wanted.slice(from, from + BATCH_SIZE), now))
      found.set(id, roster);
  for (const [id, days] of replaced) found.set(id, { days });
  return new Map(
    ids.map((id) => [id, joined(months.map((month) => found.get(rosterIdOf(id, month))))] as const),
  );
}

function joined(months: readonly (Pick<RosterMonth, 'days'> | undefined)[]): Roster {
  return new Map(months.flatMap((month) => Object.entries(month?.days ?? {}) as [Day, string][]));
}

/** Whether a roster was left out when it was read in this call, so that the person is not planned as without one. */
export const isRosterLeftOut = (employeeId: string, month: Month): boolean =>
  isLeftOut(rosters.name, rosterIdOf(employeeId, month));

/** The current rosters of these people in one month, at most 100. */
export function findRosterMonths(ids: readonly string[], month: Month): Promise<RosterMonth[]> {
  return rosters.byIds(ids.map((id) => rosterIdOf(id, month)));
}

/**
 * Writes the months that `plan` derives from the stored ones, with the `put` of a transaction.
 * @returns the months that it wrote, and the revision of each month by `_id`, including unchanged ones
 * @throws what `plan` throws
 */
export async function putRosterMonths(
  put: Put,
  ids: readonly string[],
  month: Month,
  plan: (stored: ReadonlyMap<string, RosterMonth>) => readonly RosterMonth[],
): Promise<{ readonly changed: readonly RosterMonth[]; readonly revisions: ReadonlyMap<string, number> }> {
  const stored = await findRosterMonths(ids, month);
  const changed = plan(new Map(stored.map((each) => [each._id, each])));
  for (const each of changed) await put('rosters', each);
  return { changed, revisions: new Map([...stored, ...changed].map(({ _id, rev }) => [_id, rev])) };
}
