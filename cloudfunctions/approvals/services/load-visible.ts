import { employeesById } from '../../people/public';
import { briefOf, isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';
import { cachedDelegationsOf, findDelegationsTo } from '../data/delegations';
import { findRequest } from '../data/requests';
import { actorOf, canView, couldDecideAt } from '../domain/request/acting';
import type { ActiveDelegation, RequestDocument } from '../domain/request/request';
import { findKind } from '../kind/registry';

export interface Visible {
  readonly request: RequestDocument;
  readonly delegations: readonly ActiveDelegation[];
}

const notFound = () => new AppError('NOT_FOUND', { what: 'request' });

/**
 * A request that the caller may see, with their relevant delegations. `preloaded`: the request, if it was
 * already read.
 * @throws AppError NOT_FOUND, both if it does not exist and if it may not be seen
 */
export async function requireVisible(
  id: string,
  me: Employee,
  now: number,
  preloaded?: RequestDocument | null,
): Promise<Visible> {
  const request = preloaded === undefined ? await findRequest(id) : preloaded;
  if (!request) throw notFound();
  const delegations = await delegationsFor(request, me, now);
  const ability = abilityOf(me);
  const seesAll = ability.can('read', 'Requests') || findKind(request.kind)?.mayAlsoSee?.(request, ability);
  const viewer = { person: briefOf(me), seesAll: seesAll ?? false };
  if (!canView(request, viewer, delegations)) throw notFound();
  return { request, delegations };
}

interface DecisionLookup {
  readonly id: string;
  /** The revision that the client saw. */
  readonly rev: number;
  readonly me: Employee;
  readonly now: number;
}

/**
 * A request that the caller wants to decide. A delegate who could decide the revision that they saw gets it
 * even after someone else decided, so that they get REQUEST_CHANGED instead of NOT_FOUND.
 * @throws AppError NOT_FOUND
 */
export async function requireDecidable(
  { id, rev, me, now }: DecisionLookup,
  preloaded?: RequestDocument | null,
): Promise<Visible> {
  const request = preloaded === undefined ? await findRequest(id) : preloaded;
  try {
    return await requireVisible(id, me, now, request);
  } catch (error) {
    if (!request || rev >= request.rev) throw error;
    const delegations = await ofEmployed(await findDelegationsTo(me._id, dayOf(now), now), now);
    if (!couldDecideAt(request, delegations, rev)) throw error;
    return { request, delegations };
  }
}

/** Delegations to the caller, read only if they matter. */
async function delegationsFor(
  request: RequestDocument,
  me: Employee,
  now: number,
): Promise<readonly ActiveDelegation[]> {
  const isOwn = request.applicantId === me._id || request.waitingFor.includes(me._id);
  if (isOwn || request.state !== 'pending' || request.flow.isStrict) return [];
  const today = dayOf(now);
  const known = cachedDelegationsOf(me._id, today, now);
  if (known && actorOf(request, briefOf(me), known)) return ofEmployed(known, now);
  return ofEmployed(await findDelegationsTo(me._id, today, now), now);
}

/** A delegation ends with the employment of the person who delegates, at once. */
async function ofEmployed(delegations: readonly ActiveDelegation[], now: number) {
  if (delegations.length === 0) return delegations;
  const people = await employeesById(
    delegations.map(({ fromId }) => fromId),
    now,
  );
  const today = dayOf(now);
  const isEmployed = (id: string) => {
    const person = people.get(id);
    return person !== undefined && isEmployedOn(person, today);
  };
  return delegations.filter(({ fromId }) => isEmployed(fromId));
}

/** One of the caller's own requests. @throws AppError NOT_FOUND, FORBIDDEN if it belongs to someone else */
export async function requireOwn(id: string, me: Employee, now: number): Promise<RequestDocument> {
  const { request } = await requireVisible(id, me, now);
  if (request.applicantId !== me._id) throw new AppError('FORBIDDEN', {});
  return request;
}
