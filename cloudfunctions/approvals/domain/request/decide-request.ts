import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { AppError } from '../../../shared/errors/app-error';
import type { OrgChart } from '../flow/org-chart';
import { authorityOf, byNames, commentOf } from './acting';
import { enterStep, toNames } from './enter-step';
import { nextRevision } from './next-revision';
import { broughtInWith } from './private-readers';
import type { Actor, RequestDocument, RequestStep } from './request';
import { currentStep, holdsPerson, isStepDone, openSlots, signStep, withPeople, withStep } from './steps';

interface Decision {
  readonly actor: Actor;
  readonly comment?: string | undefined;
  readonly now: Instant;
}

export const DECIDED = { approve: 'approved', reject: 'rejected', return: 'returned' } as const;

/**
 * Approves, rejects or returns a request that waits for the actor. `orgChart` is needed to open the next step.
 */
export function decideRequest(
  request: RequestDocument,
  verb: keyof typeof DECIDED,
  { actor, comment, now }: Decision,
  orgChart: OrgChart,
): RequestDocument {
  const entry = { verb, ...byNames(actor), ...commentOf(comment) };
  const decidedBy = decidersOf(request, actor);
  if (verb !== 'approve')
    return nextRevision(request, { state: DECIDED[verb], decidedAt: now, decidedBy }, [entry], now);
  const signed = withStep(request, signStep(stepOf(request), authorityOf(actor).id, authorityOf(actor).id));
  if (!isStepDone(stepOf(signed)))
    return nextRevision(request, { steps: signed.steps, decidedBy }, [entry], now);
  const { change, entries } = enterStep(signed, request.at + 1, now, orgChart);
  return nextRevision(request, { ...change, decidedBy }, [entry, ...entries], now);
}

/** Transfers the decision to another person. @throws AppError INPUT_INVALID for the applicant or the actor */
export function transferRequest(
  request: RequestDocument,
  to: PersonBrief,
  { actor, comment, now }: Decision,
): RequestDocument {
  const from = authorityOf(actor);
  if (to.id === request.applicantId || to.id === from.id)
    throw new AppError('INPUT_INVALID', { path: 'toId', rule: 'person' });
  const step = withPeople(stepOf(request), ({ people }) =>
    people.map((person) => (person.id === from.id ? to : person)),
  );
  const entry = { verb: 'transfer', ...byNames(actor), ...toNames(to), ...commentOf(comment) } as const;
  const { steps } = withStep(request, step);
  const change = { steps, decidedBy: decidersOf(request, actor), broughtIn: broughtInWith(request, to) };
  return nextRevision(request, change, [entry], now);
}

/** Adds a signature to the current step. @throws AppError INPUT_INVALID if the person already has to sign */
export function addSignerTo(
  request: RequestDocument,
  signer: PersonBrief,
  { actor, comment, now }: Decision,
): RequestDocument {
  const step = stepOf(request);
  const signsAlready = openSlots(step).some((slot) => holdsPerson(slot, signer.id));
  if (signer.id === request.applicantId || signsAlready)
    throw new AppError('INPUT_INVALID', { path: 'signerId', rule: 'person' });
  const slots = [...step.slots, { people: [signer], signedBy: null, added: true }];
  const entry = { verb: 'add-signer', ...byNames(actor), ...toNames(signer), ...commentOf(comment) } as const;
  const { steps } = withStep(request, { ...step, slots });
  return nextRevision(request, { steps, broughtIn: broughtInWith(request, signer) }, [entry], now);
}

function stepOf(request: RequestDocument): RequestStep {
  const step = currentStep(request);
  if (!step) throw new RangeError(`${request._id} has no step to be decided`);
  return step;
}

const decidersOf = ({ decidedBy }: RequestDocument, { person, delegateOf }: Actor): string[] => [
  ...new Set([...decidedBy, person.id, ...(delegateOf ? [delegateOf.id] : [])]),
];
