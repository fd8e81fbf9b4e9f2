import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { RequestDetail, RequestState } from '#contracts/request';
import { AppError } from '../../../shared/errors/app-error';
import type { ActiveDelegation, Actor, NewEntry, RequestDocument } from './request';
import { currentStep, holdsPerson } from './steps';

/** The person who views a request. `seesAll`: they may see every request, by role or because of the kind. */
type Viewer = { readonly person: PersonBrief; readonly seesAll: boolean };

const MAX_SLOTS = 20;
/** No transfers or added signers beyond this many timeline entries, to keep the timeline readable. */
const MAX_TIMELINE = 150;
/** Minimum interval between two reminders of one request. */
const URGE_INTERVAL_MS = 4 * 3_600_000;

/** A returned request is sent again; what was rejected or withdrawn becomes a new request. */
const RESUBMITTABLE: readonly RequestState[] = ['returned', 'rejected', 'withdrawn'];

/** Who the person can decide this request as: themselves, or a delegate. Null if they cannot. */
export function actorOf(
  request: RequestDocument,
  person: PersonBrief,
  delegations: readonly ActiveDelegation[],
): Actor | null {
  if (request.state !== 'pending' || request.applicantId === person.id) return null;
  if (request.waitingFor.includes(person.id)) return { person, delegateOf: null };
  if (request.flow.isStrict) return null;
  const delegation = delegations.find(({ fromId }) => request.waitingFor.includes(fromId));
  return delegation ? { person, delegateOf: delegation.person } : null;
}

/** Whether the person decided, or was an approver of a step that has been opened. */
const isInvolved = ({ steps, at, decidedBy }: RequestDocument, id: string): boolean =>
  decidedBy.includes(id) ||
  steps.some((step, index) => index <= at && step.slots.some((slot) => holdsPerson(slot, id)));

/**
 * Visible to the applicant, approvers so far, people in copy, delegates of current approvers, and `seesAll`; with a strict
 * flow to the applicant and the approvers alone.
 */
export function canView(
  request: RequestDocument,
  { person, seesAll }: Viewer,
  delegations: readonly ActiveDelegation[],
): boolean {
  const { applicantId, ccIds, flow } = request;
  if (flow.isStrict) return person.id === applicantId || isInvolved(request, person.id);
  if (seesAll || person.id === applicantId || ccIds.includes(person.id)) return true;
  return isInvolved(request, person.id) || actorOf(request, person, delegations) !== null;
}

/** Whatever else is asked of a strict flow is a request of its own. */
const STRICT_VERBS: ReadonlySet<string> = new Set(['approve', 'reject', 'urge', 'withdraw']);

/** What a viewer of the request can do with it now. */
export function allowedVerbs(request: RequestDocument, actor: Actor | null, personId: string, now: number) {
  const verbs: RequestDetail['may'][number][] = [];
  const isOwn = request.applicantId === personId;
  const canGrow = request.timeline.length < MAX_TIMELINE;
  if (actor) {
    verbs.push('approve', 'reject');
    if (request.cancels === null) verbs.push('return');
    if (canGrow) verbs.push('transfer');
    if (canGrow && (currentStep(request)?.slots.length ?? 0) < MAX_SLOTS) verbs.push('add-signer');
  }
  if (isOwn && request.state === 'pending' && nextUrgeAt(request) <= now) verbs.push('urge');
  if (isOwn && request.cancels === null && RESUBMITTABLE.includes(request.state)) verbs.push('resubmit');
  if (isOwn && (request.state === 'pending' || request.state === 'returned')) verbs.push('withdraw');
  if (isOwn && request.state === 'approved' && request.cancels === null && request.cancelledBy === null)
    verbs.push('cancel');
  return request.flow.isStrict ? verbs.filter((verb) => STRICT_VERBS.has(verb)) : verbs;
}

/** The earliest time of the next reminder. */
export const nextUrgeAt = ({ urgedAt }: RequestDocument): Instant =>
  ((urgedAt ?? 0) + URGE_INTERVAL_MS) as Instant;

/**
 * The actor for a decision on revision `rev`.
 * @throws AppError REQUEST_CHANGED if it no longer waits for them or another step was opened since, FORBIDDEN
 * if it never waited for them
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
  if (!actor && !isInvolved(request, person.id) && !couldDecideAt(request, delegations, rev))
    throw new AppError('FORBIDDEN', {});
  throw requestChanged(request);
}

/** Whether a delegate could decide at the older revision that they saw, before another decision or step. */
export const couldDecideAt = (
  request: RequestDocument,
  delegations: readonly ActiveDelegation[],
  rev: number,
): boolean =>
  !request.flow.isStrict &&
  rev < request.rev &&
  delegations.some(({ fromId }) => isInvolved(request, fromId));

export const requestChanged = ({ state, rev }: RequestDocument): AppError<'REQUEST_CHANGED'> =>
  new AppError('REQUEST_CHANGED', { state, rev });

/** Whether the person has already done this: a retry or a double tap. */
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

/** The person in whose name an actor decides. */
export const authorityOf = ({ person, delegateOf }: Actor): PersonBrief => delegateOf ?? person;

export const commentOf = (comment: string | undefined) => (comment ? { comment } : {});
