import type { PersonBrief } from '#contracts/person';
import type { RequestDetail } from '#contracts/request';
import { AppError } from '../../../shared/errors/app-error';
import type { NewEntry } from './next-revision';
import type { ActiveDelegation, Actor, RequestDocument } from './request';
import { currentStep, holdsPerson } from './steps';

/** Somebody who looks. `seesAll`: every request, by their rights or by what the kind says. */
type Viewer = { readonly person: PersonBrief; readonly seesAll: boolean };

const MAX_SLOTS = 20;
/** A history is read by people: longer ones are passed around no further. */
const LONG_HISTORY = 150;
/** Pause between two reminders of one request, ms. */
export const URGE_PAUSE = 4 * 3_600_000;

/** For whom somebody can decide this request now: themselves first. Null for nobody. */
export function actorOf(
  request: RequestDocument,
  person: PersonBrief,
  delegations: readonly ActiveDelegation[],
): Actor | null {
  if (request.state !== 'pending' || request.applicantId === person.id) return null;
  if (request.waitingFor.includes(person.id)) return { person, delegateOf: null };
  const delegation = delegations.find(({ fromId }) => request.waitingFor.includes(fromId));
  return delegation ? { person, delegateOf: delegation.person } : null;
}

/** Who was asked so far: everybody of the steps that were opened. */
const wasAsked = ({ steps, at, decidedBy }: RequestDocument, id: string): boolean =>
  decidedBy.includes(id) ||
  steps.some((step, index) => index <= at && step.slots.some((slot) => holdsPerson(slot, id)));

/** The applicant, those who were asked or hold a copy, delegates of those who are asked now, and who sees all. */
export function maySee(
  request: RequestDocument,
  { person, seesAll }: Viewer,
  delegations: readonly ActiveDelegation[],
): boolean {
  const { applicantId, ccIds } = request;
  if (seesAll || person.id === applicantId || ccIds.includes(person.id)) return true;
  return wasAsked(request, person.id) || actorOf(request, person, delegations) !== null;
}

/** What somebody who may see the request can do with it now. */
export function mayOf(request: RequestDocument, actor: Actor | null, personId: string, now: number) {
  const verbs: RequestDetail['may'][number][] = [];
  const isOwn = request.applicantId === personId;
  const isShort = request.timeline.length < LONG_HISTORY;
  if (actor) {
    verbs.push('approve', 'reject');
    if (request.cancels === null) verbs.push('return');
    if (isShort) verbs.push('transfer');
    if (isShort && (currentStep(request)?.slots.length ?? 0) < MAX_SLOTS) verbs.push('add-signer');
  }
  if (isOwn && request.state === 'pending' && (request.urgedAt ?? 0) + URGE_PAUSE <= now) verbs.push('urge');
  if (isOwn && request.state === 'returned') verbs.push('resubmit');
  if (isOwn && (request.state === 'pending' || request.state === 'returned')) verbs.push('withdraw');
  if (isOwn && request.state === 'approved' && request.cancels === null && request.cancelledBy === null)
    verbs.push('cancel');
  return verbs;
}

/**
 * The person who decides what they saw in revision `rev`.
 * @throws AppError REQUEST_CHANGED if it does not wait for them any more or another step has begun since,
 * FORBIDDEN if it never waited for them
 */
export function requireActor(
  request: RequestDocument,
  person: PersonBrief,
  delegations: readonly ActiveDelegation[],
  rev: number,
): Actor {
  const actor = actorOf(request, person, delegations);
  const openedRev = currentStep(request)?.openedRev ?? Number.POSITIVE_INFINITY;
  if (actor && rev >= openedRev && rev <= request.rev) return actor;
  if (!actor && !wasAsked(request, person.id) && !couldDecide(request, delegations, rev))
    throw new AppError('FORBIDDEN', {});
  throw changed(request);
}

/** Whether a delegate could decide the revision that they saw: somebody else has, or another step has begun since. */
export const couldDecide = (
  request: RequestDocument,
  delegations: readonly ActiveDelegation[],
  rev: number,
): boolean => rev < request.rev && delegations.some(({ fromId }) => wasAsked(request, fromId));

export const changed = ({ state, rev }: RequestDocument): AppError<'REQUEST_CHANGED'> =>
  new AppError('REQUEST_CHANGED', { state, rev });

/** Whether what somebody asks for is what they have done already: a retry, or a double tap. */
export const isAlreadyDone = (
  { timeline }: RequestDocument,
  verb: NewEntry['verb'],
  personId: string,
  rev: number,
): boolean => timeline.some((entry) => entry.verb === verb && entry.byId === personId && entry.rev > rev);

export const byNames = ({ person, delegateOf }: Actor) => ({
  byId: person.id,
  byName: person.name,
  byNameEn: person.nameEn,
  ...(delegateOf ? { forName: delegateOf.name, forNameEn: delegateOf.nameEn } : {}),
});

/** The authority that an actor decides with. */
export const authorityOf = ({ person, delegateOf }: Actor): PersonBrief => delegateOf ?? person;

export const commentOf = (comment: string | undefined) => (comment ? { comment } : {});
