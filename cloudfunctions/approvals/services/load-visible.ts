import { briefOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';
import { findDelegationsTo, knownDelegationsOf } from '../data/delegations';
import { findRequest } from '../data/requests';
import { actorOf, couldDecide, maySee } from '../domain/request/acting';
import type { ActiveDelegation, RequestDocument } from '../domain/request/request';
import { findKind } from '../kind/registry';

export interface Visible {
  readonly request: RequestDocument;
  readonly delegations: readonly ActiveDelegation[];
}

const notFound = () => new AppError('NOT_FOUND', { what: 'request' });

/**
 * A request that the caller may see, with the delegations that it may be seen or decided by. `given`: the
 * document, if it was read already.
 * @throws AppError NOT_FOUND, the same for what does not exist and what may not be seen
 */
export async function requireVisible(
  id: string,
  me: Employee,
  now: number,
  given?: RequestDocument | null,
): Promise<Visible> {
  const request = given === undefined ? await findRequest(id) : given;
  if (!request) throw notFound();
  const delegations = await delegationsFor(request, me, now);
  const ability = abilityOf(me.roles);
  const seesAll = ability.can('read', 'Requests') || findKind(request.kind)?.mayAlsoSee?.(request, ability);
  const viewer = { person: briefOf(me), seesAll: seesAll ?? false };
  if (!maySee(request, viewer, delegations)) throw notFound();
  return { request, delegations };
}

interface Deciding {
  readonly id: string;
  /** The revision that the person saw. */
  readonly rev: number;
  readonly me: Employee;
  readonly now: number;
}

/**
 * A request that the caller decides. A delegate who could decide what they saw finds it also after somebody else
 * was faster, to be told so.
 * @throws AppError NOT_FOUND
 */
export async function requireDecidable(
  { id, rev, me, now }: Deciding,
  given?: RequestDocument | null,
): Promise<Visible> {
  const request = given === undefined ? await findRequest(id) : given;
  try {
    return await requireVisible(id, me, now, request);
  } catch (error) {
    if (!request || rev >= request.rev) throw error;
    const delegations = await findDelegationsTo(me._id, dayOf(now), now);
    if (!couldDecide(request, delegations, rev)) throw error;
    return { request, delegations };
  }
}

/** Delegations to the caller, read only where they can make a difference. */
async function delegationsFor(
  request: RequestDocument,
  me: Employee,
  now: number,
): Promise<readonly ActiveDelegation[]> {
  const isOwn = request.applicantId === me._id || request.waitingFor.includes(me._id);
  if (isOwn || request.state !== 'pending') return [];
  const today = dayOf(now);
  const known = knownDelegationsOf(me._id, today, now);
  if (known && actorOf(request, briefOf(me), known)) return known;
  return findDelegationsTo(me._id, today, now);
}

/** A request of the caller's own. @throws AppError NOT_FOUND, FORBIDDEN for one of somebody else */
export async function requireOwn(id: string, me: Employee, now: number): Promise<RequestDocument> {
  const { request } = await requireVisible(id, me, now);
  if (request.applicantId !== me._id) throw new AppError('FORBIDDEN', {});
  return request;
}
