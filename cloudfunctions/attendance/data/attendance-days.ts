import type { Day, Instant, LocalText } from '#contracts/common';
import { collection } from '../../shared/data/collection';
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

/** Days of many people by id, one read per thousand. */
export async function findDaysByKey(
  keys: readonly (readonly [employeeId: string, day: Day])[],
): Promise<AttendanceDay[]> {
  const ids = keys.map(([employeeId, day]) => idOf(employeeId, day));
  const found: AttendanceDay[] = [];
  for (let from = 0; from < ids.length; from += MAX_IDS)
    found.push(...(await days.byIds(ids.slice(from, from + MAX_IDS))));
  return found;
}

/** Days of many people, by person and day. */
export function daysByPerson(stored: readonly AttendanceDay[]): ReadonlyMap<string, Map<Day, AttendanceDay>> {
  const byPerson = new Map<string, Map<Day, AttendanceDay>>();
  for (const each of stored) {
    const own = byPerson.get(each.employeeId) ?? new Map<Day, AttendanceDay>();
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
