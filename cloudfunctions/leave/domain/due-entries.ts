import type { Day, Instant } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import type { Employee } from '../../shared/kernel/employee';
import { endingEntries } from './due-endings';
import { dueGrants } from './due-grants';
import { dueLosses } from './due-losses';
import type { LeaveType } from './leave-type';

/**
 * Entries that the ledger lacks as of `today`: grants up to the year `until`, forfeited days, and carry-over
 * and expiry of ended grants. The daily job writes them; earlier readers compute the same entries. Idempotent.
 */
export function dueEntries(
  employee: Employee,
  { entries, spans }: Pick<Account, 'entries' | 'spans'>,
  types: readonly LeaveType[],
  when: { readonly today: Day; readonly until: number; readonly now: Instant },
): Account['entries'] {
  const grants = dueGrants(employee, entries, types, when);
  const granted = { ...entries, ...grants };
  const losses = dueLosses(employee, { entries: granted, spans }, types, when);
  const known = { ...granted, ...losses };
  return { ...grants, ...losses, ...endingEntries(known, types, employee.city, when.today, when.now) };
}
