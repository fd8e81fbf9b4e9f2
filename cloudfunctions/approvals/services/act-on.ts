import type { Instant } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import { employeesById } from '../../people/public';
import { briefOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { saveRequest } from '../data/requests';
import { isPresent } from '../domain/flow/world';
import { isAlreadyDone, mayOf, requireActor } from '../domain/request/acting';
import { cardOf } from '../domain/request/card-of';
import type { Actor, RequestDocument } from '../domain/request/request';
import { followUp } from './follow-up';
import { requireDecidable } from './load-visible';

export interface Act {
  readonly id: string;
  /** The revision that the person saw. */
  readonly rev: number;
  readonly verb: 'approve' | 'reject' | 'return' | 'transfer' | 'add-signer';
  readonly me: Employee;
  readonly now: Instant;
  /** The document, if it was read already. */
  readonly given?: RequestDocument | null;
}

/**
 * Something that an approver does: read, decide, save as expected, follow up. Whoever loses a race reads again: it
 * may still be theirs to decide, or done already by their own double tap, which is a success.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, BUSY, and those of `change`
 */
export async function actOn(
  act: Act,
  change: (request: RequestDocument, actor: Actor) => RequestDocument | Promise<RequestDocument>,
): Promise<RequestCard> {
  const { id, rev, verb, me, now } = act;
  let { given } = act;
  return retryOnConflict(3, async () => {
    const { request, delegations } = await requireDecidable({ id, rev, me, now }, given);
    given = undefined;
    if (isAlreadyDone(request, verb, me._id, rev)) return afterAll(request);
    const actor = requireActor(request, briefOf(me), delegations, rev);
    if (!mayOf(request, actor, me._id, now).includes(verb)) throw new AppError('FORBIDDEN', {});
    const after = await change(request, actor);
    return (await saveAndFollow(request, after)) ? cardOf(after) : conflict;
  });
}

/** @returns false if somebody has changed the request in between */
export async function saveAndFollow(before: RequestDocument, after: RequestDocument): Promise<boolean> {
  if (!(await saveRequest(before, after))) return false;
  await followUp(after);
  return true;
}

/** A retry of what is done: what follows may have been lost with the first answer. */
export async function afterAll(request: RequestDocument): Promise<RequestCard> {
  if (request.effects === 'due') await followUp(request);
  return cardOf(request);
}

/** Somebody who is employed today. @throws AppError INPUT_INVALID */
export async function requireColleague(id: string, path: string, now: number): Promise<Employee> {
  const person = (await employeesById([id], now)).get(id);
  if (!person || !isPresent(person, dayOf(now)))
    throw new AppError('INPUT_INVALID', { path, rule: 'person' });
  return person;
}
