import type { Day, Instant, LocalText } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { inParallel } from '../../shared/data/in-parallel';
import { day, figure, listOfObjects, text } from '../../shared/faults/checks';
import { isLeftOut } from '../../shared/faults/fault';
import type { AttendanceDay } from '../domain/attendance-day';
import type { OpenClaim } from '../domain/open-claim';
import type { Punch } from '../domain/punch';

const days = collection<AttendanceDay>('attendance_days', {
  employeeId: text,
  day,
  rev: figure,
  punches: listOfObjects({ key: text, slot: text, at: figure, tappedAt: figure, mode: text }),
  covers: listOfObjects({ kind: text, from: figure, to: figure }),
});

/** Ids per read. */
const MAX_IDS = 1_000;
/** Concurrent reads: the month of a hundred people. */
const MAX_PARALLEL_READS = 4;

const idOf = (employeeId: string, day: Day): string => `${employeeId}:${day}`;

/** The stored days of one person, by day, in one read. */
export async function findDays(
  employeeId: string,
  wanted: readonly Day[],
): Promise<ReadonlyMap<Day, AttendanceDay>> {
  const found = await days.byIds([...new Set(wanted)].map((day) => idOf(employeeId, day)));
  return new Map(found.map((each) => [each.day, each]));
}

export interface PunchedTimes {
  /** Claims that a person still has to confirm. */
  readonly claims: readonly OpenClaim[];
  /** When punches were booked. */
  readonly booked: readonly Instant[];
}

/** What a person punched on a day. One read. */
export async function findPunchedDay(employeeId: string, day: Day): Promise<PunchedTimes> {
  const { punches = [] } = (await days.byId(idOf(employeeId, day))) ?? {};
  return {
    claims: punches.flatMap(({ slot, tappedAt, at, claim }) =>
      claim === 'open' ? [{ slot, tappedAt, at }] : [],
    ),
    booked: punches.map(({ at }) => at),
  };
}

/** Whether one of these days was left out when it was read, so that it must not count as a day without punches. */
export const hasLeftOut = (employeeId: string, wanted: readonly Day[]): boolean =>
  wanted.some((each) => isLeftOut(days.name, idOf(employeeId, each)));

/** Ids in groups of as many as one read takes. */
const groupsOf = (keys: readonly (readonly [employeeId: string, day: Day])[]): string[][] =>
  Array.from({ length: Math.ceil(keys.length / MAX_IDS) }, (_, at) =>
    keys.slice(at * MAX_IDS, (at + 1) * MAX_IDS).map(([employeeId, day]) => idOf(employeeId, day)),
  );

/** Days of many people by id, one read per thousand. */
export async function findDaysByKey(
  keys: readonly (readonly [employeeId: string, day: Day])[],
): Promise<AttendanceDay[]> {
  const found: AttendanceDay[] = [];
  for (const ids of groupsOf(keys)) found.push(...(await days.byIds(ids)));
  return found;
}

/** What every punch has and what neither counts nor explains what counts. */
const EVIDENCE = ['latitude', 'longitude', 'distance', 'placeName', 'note', 'photo'] as const;
/** What only explains: reasons name the site of a network, and how exact the place was. */
const EXPLAINING = ['site', 'accuracy'] as const;
const UNREAD = [...EVIDENCE, ...EXPLAINING] as const;

/**
 * Days of many people by id as their figures need them, and with `reasons` as an explanation of the figures does; one
 * read per thousand. A third of what is stored: where a punch was made is left out, and a shift comes once for all who
 * had it.
 */
export async function findDaysForFigures(
  keys: readonly (readonly [employeeId: string, day: Day])[],
  need: 'figures' | 'reasons' = 'figures',
): Promise<AttendanceDay[]> {
  const parts = need === 'figures' ? UNREAD : EVIDENCE;
  const without = parts.map((part) => `punches.${part}`);
  const fields = ['employeeId', 'day', 'rev', 'punches', 'covers'] as const;
  const read = (ids: string[]) => days.byIdsSharing(ids, { shared: 'shift', fields, without });
  const found = (await inParallel(groupsOf(keys), MAX_PARALLEL_READS, read)).flat();
  for (const { punches } of found) for (const punch of punches) markUnread(punch);
  return found;
}

/**
 * What was not read is as if it had not been recorded. Set in the punch as it was read: a copy made of two objects takes
 * twenty times as long, and a company has hundreds of thousands of punches a month.
 */
function markUnread(punch: { -readonly [Part in (typeof UNREAD)[number]]: Punch[Part] }): void {
  for (const part of UNREAD) if (punch[part] === undefined) punch[part] = null;
}

/** Days of many people, by person and day. */
export function daysByPerson<T extends Pick<AttendanceDay, 'employeeId' | 'day'>>(
  stored: readonly T[],
): ReadonlyMap<string, Map<Day, T>> {
  const byPerson = new Map<string, Map<Day, T>>();
  for (const each of stored) {
    const own = byPerson.get(each.employeeId) ?? new Map<Day, T>();
    byPerson.set(each.employeeId, own.set(each.day, each));
  }
  return byPerson;
}

/** The latest punches with a site's screen code since `from`, newest first. */
export async function findLastOnScreen(
  siteId: string,
  from: number,
  limit: number,
): Promise<{ name: LocalText; at: Instant }[]> {
  const found = await days.list((_) => ({ screenSite: siteId, screenAt: _.gte(from) }), limit, [
    ['screenAt', 'desc'],
  ]);
  return found.flatMap(({ screenName: name, screenAt: at }) => (name && at ? [{ name, at }] : []));
}

/**
 * Saves a punch in one write. The first punch adds the day by its `_id`; later ones update the day if it is
 * unchanged since it was read. `punches`: those that are kept, with the new one.
 * @returns the updated day, or null after a concurrent change
 */
export async function savePunch(
  before: AttendanceDay | null,
  key: Pick<AttendanceDay, 'employeeId' | 'day' | 'shift'>,
  { punch, punches }: { readonly punch: Punch; readonly punches: readonly Punch[] },
  screenName: LocalText,
): Promise<AttendanceDay | null> {
  const screen = punch.mode === 'code' ? { screenSite: punch.site?.id, screenAt: punch.at, screenName } : {};
  if (!before) {
    const _id = idOf(key.employeeId, key.day);
    const first = { _id, ...key, rev: 1, punches, covers: [], ...screen };
    return (await days.add(first)) === 'added' ? first : null;
  }
  const { _id, rev } = before;
  const after = {
    ...before,
    rev: rev + 1,
    shift: before.punches.length === 0 ? key.shift : before.shift,
    punches,
  };
  const changed = await days.updateWhere(
    () => ({ _id, rev }),
    () => ({ rev: after.rev, shift: after.shift, punches: after.punches, ...screen }),
  );
  return changed === 1 ? after : null;
}
