import type { Day } from '#contracts/common';
import { findAccounts } from '../../accounts/public';
import { emptyAccount } from '../../accounts/rules';
import { findSchedules } from '../../schedule/public';
import type { Employee } from '../../shared/kernel/employee';
import { findDaysByKey } from '../data/attendance-days';
import type { AttendanceDay } from '../domain/attendance-day';
import type { PersonMonth } from '../domain/settle-person';

/** The months of at most a hundred people: schedules, accounts and stored days, read a thousand at a time. */
export async function personMonths(
  people: readonly Employee[],
  days: readonly Day[],
  now: number,
): Promise<ReadonlyMap<string, PersonMonth>> {
  const ids = people.map(({ _id }) => _id);
  const keys = ids.flatMap((id) => days.map((day) => [id, day] as const));
  const [plans, accounts, stored] = await Promise.all([
    findSchedules(people, days, now),
    findAccounts(ids),
    findDaysByKey(keys),
  ]);
  const byPerson = daysByPerson(stored);
  return new Map(
    ids.flatMap((id) => {
      const plan = plans.get(id);
      const account = accounts.get(id) ?? emptyAccount(id);
      return plan ? [[id, { plan, account, days, stored: byPerson.get(id) ?? new Map() }] as const] : [];
    }),
  );
}

function daysByPerson(stored: readonly AttendanceDay[]): ReadonlyMap<string, Map<Day, AttendanceDay>> {
  const byPerson = new Map<string, Map<Day, AttendanceDay>>();
  for (const each of stored) {
    const own = byPerson.get(each.employeeId) ?? new Map<Day, AttendanceDay>();
    byPerson.set(each.employeeId, own.set(each.day, each));
  }
  return byPerson;
}
