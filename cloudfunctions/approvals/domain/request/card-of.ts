import type { PersonBrief } from '#contracts/person';
import type { RequestCard, RequestDetail } from '#contracts/request';
import { allowedVerbs, nextUrgeAt } from './acting';
import type { Actor, RequestDocument, RequestStep, StoredEntry } from './request';
import { openSlots } from './steps';

/** The fields of a card; lists read no others. */
export const CARD_FIELDS = [
  'rev',
  'typeId',
  'kind',
  'typeName',
  'state',
  'cancels',
  'applicant',
  'applicantId',
  'teamId',
  'title',
  'period',
  'spanFrom',
  'spanTo',
  'amountMinutes',
  'amountFen',
  'reason',
  'files',
  'submittedAt',
  'decidedAt',
  'touchedAt',
  'rank',
  'urgent',
  'at',
  'steps',
  'waitingFor',
  'facts',
  'warnings',
] as const satisfies readonly (keyof RequestDocument)[];

export type CardSource = Pick<RequestDocument, (typeof CARD_FIELDS)[number] | '_id'>;

export const cardOf = (request: CardSource): RequestCard => ({
  id: request._id,
  rev: request.rev,
  typeId: request.typeId,
  kind: request.kind,
  typeName: request.typeName,
  state: request.state,
  cancels: request.cancels,
  applicant: request.applicant,
  title: request.title,
  period: request.period,
  amountMinutes: request.amountMinutes,
  amountFen: request.amountFen,
  reason: request.reason,
  submittedAt: request.submittedAt,
  decidedAt: request.decidedAt,
  waitingFor: waitingPeople(request),
  urgent: request.urgent,
  facts: request.facts,
  warnings: request.warnings,
});

function waitingPeople({ state, steps, at }: CardSource): PersonBrief[] {
  const step = steps[at];
  if (state !== 'pending' || !step) return [];
  const people = openSlots(step).flatMap((slot) => slot.people);
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

type Outcome = Pick<RequestDetail, 'payment' | 'handover'>;

/** The details of a request. `actor`: who the caller can decide it as. */
export const detailOf = (
  request: RequestDocument,
  actor: Actor | null,
  callerId: string,
  now: number,
  outcome: Outcome,
): Omit<RequestDetail, 'values' | 'hidden'> => ({
  ...outcome,
  ...cardOf(request),
  days: request.days ?? [],
  form: request.form,
  hiddenFiles: request.hiddenFiles ?? [],
  timeline: request.timeline.map(publicEntry),
  steps: request.steps.map((step, index) => stepView(step, stepState(request, index))),
  may: allowedVerbs(request, actor, callerId, now),
  urgeAt: urgeAtOf(request, callerId, now),
  undoing: request.state === 'approved' && request.applicantId === callerId ? request.cancelledBy : null,
});

/** For the applicant only, while they have to wait. */
function urgeAtOf(request: RequestDocument, callerId: string, now: number): RequestDetail['urgeAt'] {
  const at = nextUrgeAt(request);
  const isOwn = request.applicantId === callerId && request.state === 'pending';
  return isOwn && at > now ? at : null;
}

const publicEntry = ({ rev: _, ...entry }: StoredEntry) => entry;

const stepState = ({ at, state }: RequestDocument, index: number) =>
  index < at ? 'done' : index === at && state === 'pending' ? 'now' : 'later';

function stepView({ name, mode, slots }: RequestStep, state: 'done' | 'now' | 'later') {
  const signers = new Set(slots.flatMap(({ signedBy }) => signedBy ?? []));
  const people = [...new Map(slots.flatMap((slot) => slot.people).map((each) => [each.id, each])).values()];
  return {
    name,
    mode,
    state,
    people: people.map((person) => ({
      ...person,
      decision: signers.has(person.id) ? ('approved' as const) : ('open' as const),
    })),
  };
}
