import type { Day } from '#contracts/common';
import { findAccounts } from '../../accounts/public';
import { findOwnRules } from '../../company-rules/public';
import { findSchedules } from '../../schedule/public';
import { attendanceSettings } from '../../schedule/rules-time';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { daysByPerson, findDaysForFigures, hasLeftOut } from '../data/attendance-days';
import { withNeighbours } from '../domain/overtime-credit';
import { requestsSince } from '../domain/requests-since';
import type { PersonMonth } from '../domain/settle-person';

/**
 * The months of at most a hundred people: schedules, accounts and stored days, read a thousand at a time. Without people
 * of whom one of these documents cannot be used.
 */
export async function personMonths(
  people: readonly Employee[],
  days: readonly Day[],
  now: number,
): Promise<ReadonlyMap<string, PersonMonth>> {
  const ids = people.map(({ _id }) => _id);
  const keys = ids.flatMap((id) => withNeighbours(days).map((day) => [id, day] as const));
  const [plans, accounts, stored, rules] = await Promise.all([
    findSchedules(people, days, now),
    findAccounts(ids, requestsSince(days[0] ?? dayOf(now))),
    findDaysForFigures(keys),
    findOwnRules(now),
  ]);
  const { latestEnd } = attendanceSettings(rules);
  const byPerson = daysByPerson(stored);
  return new Map(
    ids.flatMap((id) => {
      const plan = plans.get(id);
      const account = accounts.get(id);
      return plan && account && !hasLeftOut(id, withNeighbours(days))
        ? [[id, { plan, account, days, stored: byPerson.get(id) ?? new Map(), latestEnd }] as const]
        : [];
    }),
  );
}
