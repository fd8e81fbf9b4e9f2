import type { Day, Instant } from '#contracts/common';
import type { Account } from '../../accounts/rules';
import type { Employee } from '../../shared/kernel/employee';
import { endingEntries } from './due-endings';
import { dueGrants } from './due-grants';
import { dueLeaving } from './due-leaving';
import { dueLosses } from './due-losses';
import { dueReturns } from './due-returns';
import type { LeaveType } from './leave-type';

/**
 * Entries that the ledger lacks as of `today`: grants up to the year `until`, leave after the last day of
 * employment, forfeited days, a leaver's share, and carry-over and expiry of ended grants. The daily job writes them; earlier readers compute the same entries. Idempotent.
 */
export function dueEntries(
  employee: Employee,
  { entries, spans }: Pick<Account, 'entries' | 'spans'>,
  types: readonly LeaveType[],
  when: { readonly today: Day; readonly until: number; readonly now: Instant },
): Account['entries'] {
  const grants = dueGrants(employee, entries, types, when);
  const returns = dueReturns(employee.leftOn, { entries, spans }, when.now);
  const granted = { ...entries, ...grants, ...returns };
  const losses = dueLosses(employee, { entries: granted, spans }, types, when);
  const leaving = dueLeaving(employee, { ...granted, ...losses }, types, when.today, when.now);
  const known = { ...granted, ...losses, ...leaving };
  const endings = endingEntries(known, types, employee.city, when.today, when.now);
  return { ...grants, ...returns, ...losses, ...leaving, ...endings };
}
