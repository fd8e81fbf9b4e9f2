import type { Instant } from '#contracts/common';
import { accountsById, cacheAccount, type StoredAccount } from '../../accounts/public';
import { employeesById } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { readWithCount } from '../../shared/data/read-with-count';
import { approversFor } from './delegations';
import { MAX_BADGE_COUNT, requests } from './requests';

/**
 * A person's current account and the number of requests that wait for the person, also as a delegate: one read, and one
 * more if the delegations are not cached.
 */
export async function findAccountAndWaiting(employeeId: string, now: Instant) {
  const { document, count } = await readWithCount(employeeId, employeesById.from, accountsById.from, {
    from: requests,
    field: 'waitingFor',
    values: await approversFor(employeeId, dayOf(now), now),
    except: 'applicantId',
    is: employeeId,
    max: MAX_BADGE_COUNT,
  });
  return { account: cacheAccount(employeeId, document as StoredAccount | null, now), waiting: count };
}
