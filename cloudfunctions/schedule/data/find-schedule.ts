import type { Day, Month } from '#contracts/common';
import { addDays, addMonths, monthOf } from '../../shared/calendar/company-time';
import { type PrefetchRequest, prefetch } from '../../shared/data/prefetch';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { type Roster, type Schedule, scheduleOf } from '../domain/schedule';
import type { ScheduleOverlay } from '../domain/schedule-overlay';
import { calendarsById, findCompanyCalendar } from './calendars';
import { findRosters, rosterIdOf, rostersById } from './rosters';
import { findShifts, shiftsById } from './shifts';

/**
 * The schedule of a person for these days: one read on a cold instance, none on a warm one. `prefetched`: ids
 * of other caches that are needed next and are loaded in the same call. `overlay`: as if it were saved.
 * @throws AppError RECORD_FAULTY if a roster or shift of theirs cannot be used
 */
export async function findSchedule(
  me: Employee,
  days: readonly Day[],
  now: number,
  prefetched: readonly PrefetchRequest[] = [],
  overlay: ScheduleOverlay = {},
): Promise<Schedule> {
  // Including adjacent months, so that the Today page warms the cache for the months that people view.
  const months = days.map(monthOf).flatMap((month) => [addMonths(month, -1), month, addMonths(month, 1)]);
  const own = [...new Set(months)];
  const rosters = own.map((month) => rosterIdOf(me._id, month));
  await prefetch(
    [
      [shiftsById, assignedShifts([me])],
      [calendarsById, yearsOf(days)],
      [rostersById, rosters],
      ...prefetched,
    ],
    now,
  );
  const [schedule] = (await schedulesOf([me], days, own, now, overlay)).values();
  if (!schedule) throw new AppError('RECORD_FAULTY', { collection: 'rosters', document: me._id, field: '' });
  return schedule;
}

/** Forgets the cached schedules of this instance: the next ones are those that are stored now. */
export function forgetSchedules(): void {
  for (const cache of [shiftsById, calendarsById, rostersById]) cache.clear();
}

/**
 * The schedules of many people for these days, by employee number: one read of rosters per thousand
 * person-months, plus uncached shifts and calendars. Without people of whom a roster or shift cannot be used.
 */
export async function findSchedules(
  people: readonly Employee[],
  days: readonly Day[],
  now: number,
): Promise<ReadonlyMap<string, Schedule>> {
  // The borders of the first and the last day depend on the adjacent days.
  const months = days.flatMap((day) => [addDays(day, -1), addDays(day, 1)]).map(monthOf);
  return schedulesOf(people, days, [...new Set(months)], now);
}

async function schedulesOf(
  people: readonly Employee[],
  days: readonly Day[],
  months: readonly Month[],
  now: number,
  overlay: ScheduleOverlay = {},
): Promise<ReadonlyMap<string, Schedule>> {
  const ids = people.map(({ _id }) => _id);
  const [rosters, { overrides, complete }] = await Promise.all([
    findRosters(ids, months, now, overlay.rosters),
    findCompanyCalendar(yearsOf(days), now, overlay.calendars),
  ]);
  const stored = await findShifts([...assignedShifts(people), ...rosteredShifts(rosters)], now);
  const shifts = overlay.shifts ? new Map([...stored, ...overlay.shifts]) : stored;
  const isUsable = (id: string) => shifts.has(id) || !shiftsById.isFaulty(id, now);
  const planned = people.filter((person) => {
    const roster = rosters.get(person._id) ?? new Map();
    const hasRosters = !months.some((month) => rostersById.isFaulty(rosterIdOf(person._id, month), now));
    return hasRosters && [...assignedShifts([person]), ...roster.values()].every(isUsable);
  });
  return new Map(
    planned.map((person) => [
      person._id,
      scheduleOf(person, shifts, overrides, rosters.get(person._id), complete),
    ]),
  );
}

/** Without the adjacent days: only their shift is needed, which does not depend on the calendar. */
const yearsOf = (days: readonly Day[]): string[] => [...new Set(days.map((day) => day.slice(0, 4)))];

const assignedShifts = (people: readonly Employee[]): string[] =>
  people.flatMap(({ assignments }) => assignments.map(({ shiftId }) => shiftId));

const rosteredShifts = (rosters: ReadonlyMap<string, Roster>): string[] =>
  [...rosters.values()].flatMap((roster) => [...roster.values()]).filter((id) => id !== 'off');
