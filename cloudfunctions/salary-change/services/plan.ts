import type { Instant } from '#contracts/common';
import type { SalaryLine } from '#contracts/salary-change';
import { findPayReach } from '../../payroll/public';
import { employeesById } from '../../people/public';
import { findPayItems, findSalaries } from '../../salaries/public';
import { itemsOn } from '../../salaries/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { planChange } from '../domain/plan-change';
import { findWaiting } from './claims';

/** What a change would be, with every line that is wrong. Five reads, one more where a salary waits; `requestId` may wait itself. */
export async function planFor(
  lines: readonly SalaryLine[],
  {
    askerId,
    requestId = '',
    now,
  }: { readonly askerId: string; readonly requestId?: string; readonly now: Instant },
) {
  const ids = [...new Set(lines.map(({ employeeId }) => employeeId))];
  const today = dayOf(now);
  const [people, salaries, waiting, items, reach] = await Promise.all([
    employeesById(ids, now),
    findSalaries(ids),
    findWaiting(ids, requestId, now),
    findPayItems(),
    findPayReach(today),
  ]);
  const versions = items?.versions ?? [];
  return planChange(lines, {
    ...{ people, salaries, waiting: new Set(waiting.keys()), askerId, today, reach },
    itemsOn: (day) => new Set(itemsOn(versions, day).items.map(({ id }) => id)),
  });
}
