import type { Day, Instant } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import type { Employee } from '../../shared/kernel/employee';
import { dueEndings } from './due-endings';
import { dueGrants } from './due-grants';
import { dueLosses } from './due-losses';
import type { LeaveType } from './leave-type';

/**
 * What a ledger lacks as of `today`: grants up to the year `until`, what other leave takes away from them, and the
 * ending of grants that are over. The daily job writes it; whoever is earlier works with it all the same. Again on
 * its own result it is empty.
 */
export function ledgerDue(
  employee: Employee,
  { entries, spans }: Pick<Account, 'entries' | 'spans'>,
  types: readonly LeaveType[],
  when: { readonly today: Day; readonly until: number; readonly now: Instant },
): Account['entries'] {
  const grants = dueGrants(employee, entries, types, when);
  const granted = { ...entries, ...grants };
  const losses = dueLosses(employee, { entries: granted, spans }, types, when);
  const known = { ...granted, ...losses };
  return { ...grants, ...losses, ...dueEndings(known, types, employee.city, when.today, when.now) };
}
