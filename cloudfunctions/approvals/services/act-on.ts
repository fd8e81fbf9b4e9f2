import type { Instant } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import { employeesById } from '../../people/public';
import { briefOf, isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { saveRequest } from '../data/requests';
import { allowedVerbs, isAlreadyDone, requireActor } from '../domain/request/acting';
import { cardOf } from '../domain/request/card-of';
import type { Actor, RequestDocument } from '../domain/request/request';
import { followUp } from './follow-up';
import { requireDecidable } from './load-visible';

export interface DecisionCall {
  readonly id: string;
  /** The revision that the client saw. */
  readonly rev: number;
  readonly verb: 'approve' | 'reject' | 'return' | 'transfer' | 'add-signer';
  readonly me: Employee;
  readonly now: Instant;
  /** The request, if it was already read. */
  readonly preloaded?: RequestDocument | null;
  /** The second check was made, which a strict flow asks for. */
  readonly isOpened?: boolean;
}

/**
 * An approver's action: read, decide, conditional save, follow up. After a conflict it reads again: the request
 * may still wait for the person, or their own double tap may have decided it, which is a success.
 * @throws AppError NOT_FOUND, FORBIDDEN, SECOND_CHECK_NEEDED, REQUEST_CHANGED, BUSY, and those of `change`
 */
export async function actOn(
  call: DecisionCall,
  change: (request: RequestDocument, actor: Actor) => RequestDocument | Promise<RequestDocument>,
): Promise<RequestCard> {
  const { id, rev, verb, me, now } = call;
  let { preloaded } = call;
  return retryOnConflict(3, async () => {
    const { request, delegations } = await requireDecidable({ id, rev, me, now }, preloaded);
    preloaded = undefined;
    if (request.flow.isStrict && !call.isOpened) throw new AppError('SECOND_CHECK_NEEDED', {});
    if (isAlreadyDone(request, verb, me._id, rev)) return answerRepeat(request);
    const actor = requireActor(request, briefOf(me), delegations, rev);
    if (!allowedVerbs(request, actor, me._id, now).includes(verb)) throw new AppError('FORBIDDEN', {});
    const after = await change(request, actor);
    return (await saveAndFollowUp(request, after)) ? cardOf(after) : conflict;
  });
}

/** @returns false after a concurrent change */
export async function saveAndFollowUp(before: RequestDocument, after: RequestDocument): Promise<boolean> {
  if (!(await saveRequest(before, after))) return false;
  await followUp(after);
  return true;
}

/** The answer to a retry. Follows up again, because the first call may have died before doing so. */
export async function answerRepeat(request: RequestDocument): Promise<RequestCard> {
  if (request.effects === 'due') await followUp(request);
  return cardOf(request);
}

/** An employee who is employed today. @throws AppError INPUT_INVALID */
export async function requireActiveEmployee(id: string, path: string, now: number): Promise<Employee> {
  const person = (await employeesById([id], now)).get(id);
  if (!person || !isEmployedOn(person, dayOf(now)))
    throw new AppError('INPUT_INVALID', { path, rule: 'person' });
  return person;
}
