import { findAccounts } from '../../accounts/public';
import { emptyAccount } from '../../accounts/rules';
import {
  type RecountCall,
  type Recounted,
  type RequestDocument,
  type RequestScope,
  recountOf,
  scheduledKinds,
} from '../../approvals/public-recount';
import { employeesById, forgetPeople } from '../../people/public';
import { forgetSchedules } from '../../schedule/public';
import { addDays, dayOf, midnight } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import type { ChangeScope } from '../domain/saved-change';

/** A person and what would become of their requests. */
export interface PersonRecount {
  readonly applicant: Employee;
  readonly results: readonly Recounted[];
}

/** The requests that a scope concerns; a day more on each side, because shifts cross midnight. */
export const requestScope = ({ from, to, employeeIds }: ChangeScope): RequestScope => ({
  kinds: scheduledKinds(),
  from: midnight(addDays(from, -1)),
  to: to === null ? null : midnight(addDays(to, 2)),
  applicantIds: employeeIds,
});

/**
 * Counts a page of requests again, person by person; those that count as before are left out. `planned` is a
 * person as they would be saved. Writes nothing.
 * Reads accounts and people, one call per hundred each, and what the schedules need.
 */
export async function recountPage(
  requests: readonly RequestDocument[],
  call: RecountCall,
  planned?: Employee,
): Promise<PersonRecount[]> {
  const ids = [...new Set(requests.map(({ applicantId }) => applicantId))];
  if (ids.length === 0) return [];
  // Whoever has just saved a part of the schedule did so on another instance.
  forgetSchedules();
  forgetPeople();
  const first = Math.min(...requests.map(({ spanFrom }) => spanFrom));
  const [people, accounts] = await Promise.all([
    employeesById(ids, call.now),
    findAccounts(ids, addDays(dayOf(first), -1)),
  ]);
  const found: PersonRecount[] = [];
  for (const id of ids) {
    const applicant = id === planned?._id ? planned : people.get(id);
    if (!applicant) continue;
    const own = requests.filter(({ applicantId }) => applicantId === id);
    const results = await recountOf(own, applicant, accounts.get(id) ?? emptyAccount(id), call);
    if (results.length > 0) found.push({ applicant, results });
  }
  return found;
}
