import type { Day, Month } from '#contracts/common';
import { addDays, addMonths, monthOf } from '../../shared/calendar/company-time';
import { type PrefetchRequest, prefetch } from '../../shared/data/prefetch';
import type { Employee } from '../../shared/kernel/employee';
import { type Roster, type Schedule, scheduleOf } from '../domain/schedule';
import { calendarsById, findOverrides } from './calendars';
import { findRosters, rosterIdOf, rostersById } from './rosters';
import { findShifts, shiftsById } from './shifts';

/**
 * The plan of a person for these days: one read on a cold instance, none on a warm one. `beside`: what is asked of
 * other caches next, and comes with it.
 */
export async function findSchedule(
  me: Employee,
  days: readonly Day[],
  now: number,
  beside: readonly PrefetchRequest[] = [],
): Promise<Schedule> {
  // Asked for with their neighbours, so that today warms up the months that people look at.
  const months = days.map(monthOf).flatMap((month) => [addMonths(month, -1), month, addMonths(month, 1)]);
  const own = [...new Set(months)];
  const rosters = own.map((month) => rosterIdOf(me._id, month));
  await prefetch(
    [[shiftsById, assignedShifts([me])], [calendarsById, yearsOf(days)], [rostersById, rosters], ...beside],
    now,
  );
  const [schedule] = (await schedulesOf([me], days, own, now)).values();
  if (!schedule) throw new Error('no schedule of one person');
  return schedule;
}

/**
 * The plans of many people for these days, by employee number: a read of the rosters for each thousand of people
 * and months, and the shifts and calendars that the instance does not know.
 */
export async function findSchedules(
  people: readonly Employee[],
  days: readonly Day[],
  now: number,
): Promise<ReadonlyMap<string, Schedule>> {
  // The borders of the first and the last day are drawn by the days beside them.
  const months = days.flatMap((day) => [addDays(day, -1), addDays(day, 1)]).map(monthOf);
  return schedulesOf(people, days, [...new Set(months)], now);
}

async function schedulesOf(
  people: readonly Employee[],
  days: readonly Day[],
  months: readonly Month[],
  now: number,
): Promise<ReadonlyMap<string, Schedule>> {
  const ids = people.map(({ _id }) => _id);
  const [rosters, overrides] = await Promise.all([
    findRosters(ids, months, now),
    findOverrides(yearsOf(days), now),
  ]);
  const shifts = await findShifts([...assignedShifts(people), ...rosteredShifts(rosters)], now);
  return new Map(
    people.map((person) => [person._id, scheduleOf(person, shifts, overrides, rosters.get(person._id))]),
  );
}

/** The days beside the first and the last need only their shift, which the calendar has no part in. */
const yearsOf = (days: readonly Day[]): string[] => [...new Set(days.map((day) => day.slice(0, 4)))];

const assignedShifts = (people: readonly Employee[]): string[] =>
  people.flatMap(({ assignments }) => assignments.map(({ shiftId }) => shiftId));

const rosteredShifts = (rosters: ReadonlyMap<string, Roster>): string[] =>
  [...rosters.values()].flatMap((roster) => [...roster.values()]).filter((id) => id !== 'off');
