import type { Instant } from '#contracts/common';
import type { Role } from '#contracts/person';
import type { ReturnedRequest } from '#contracts/today';
import { accountsById, cacheAccount, type StoredAccount } from '../../accounts/public';
import { employeesById } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import type { Document } from '../../shared/data/collection';
import { type Join, readJoined } from '../../shared/data/read-joined';
import type { Employee } from '../../shared/kernel/employee';
import type { RequestDocument } from '../domain/request/request';
import { approversFor } from './delegations';
import { MAX_BADGE_COUNT, requests } from './requests';

/** How long a rejected or returned request is shown on Today, ms. */
const RETURNED_MS = 14 * 24 * 3_600_000;
/** Requests that Today shows as rejected or returned. */
const MAX_RETURNED = 5;

/**
 * A person's current account, the number of requests that wait for the person, also as a delegate, their own requests that
 * came back, and what other features join: one read, and one more if the delegations are not cached.
 */
export async function findAccountAndWaiting<Name extends string = never>(
  me: Pick<Employee, '_id' | 'roles'>,
  now: Instant,
  others: Readonly<Record<Name, Join>> = {} as Readonly<Record<Name, Join>>,
) {
  const { _id: employeeId } = me;
  const own = {
    account: { from: accountsById.from, field: '_id', values: [employeeId], max: 1 },
    waiting: {
      from: requests,
      field: 'waitingFor',
      values: await approversFor(employeeId, dayOf(now), now),
      fields: ['applicantId', 'waitingFor', 'flow.isStrict', 'flow.steps.approvers.role'],
      max: MAX_BADGE_COUNT,
    },
    returned: {
      from: requests,
      field: 'returnedTo',
      values: [employeeId],
      fields: ['state', 'title', 'touchedAt'],
      latestBy: 'touchedAt',
      max: MAX_RETURNED,
    },
  };
  const found = await readJoined<Name | keyof typeof own>(employeeId, employeesById.from, {
    ...own,
    ...others,
  });
  const [document = null] = found.account as readonly StoredAccount[];
  const waiting = found.waiting as unknown as readonly Waiting[];
  return {
    account: cacheAccount(employeeId, document, now),
    waiting: waiting.filter((each) => waitsFor(each, me)).length,
    returned: returnedOf(found.returned as unknown as readonly Returned[], now),
    joined: found as Readonly<Record<Name, readonly Document[]>>,
  };
}

type Waiting = Pick<RequestDocument, 'applicantId' | 'waitingFor'> & {
  readonly flow_isStrict?: boolean;
  /** Of each approver of each step. */
  readonly flow_steps_approvers_role?: readonly (readonly string[])[];
};

/** A delegate has no part in a strict flow, and who has lost the role that its steps name has none any more. */
function waitsFor(request: Waiting, { _id, roles }: Pick<Employee, '_id' | 'roles'>): boolean {
  const { applicantId, waitingFor, flow_isStrict, flow_steps_approvers_role: asked = [] } = request;
  if (applicantId === _id) return false;
  return (
    !flow_isStrict || (waitingFor.includes(_id) && asked.flat().some((role) => roles.includes(role as Role)))
  );
}

type Returned = Pick<RequestDocument, '_id' | 'title' | 'touchedAt'> & Pick<ReturnedRequest, 'state'>;

const returnedOf = (found: readonly Returned[], now: Instant): ReturnedRequest[] =>
  found
    .filter(({ touchedAt }) => now - touchedAt < RETURNED_MS)
    .map(({ _id, state, title, touchedAt }) => ({ id: _id, state, title, at: touchedAt }));
