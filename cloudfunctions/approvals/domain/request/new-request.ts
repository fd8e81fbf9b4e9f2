import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { PersonBrief } from '#contracts/person';
import type { RequestType } from '#contracts/request-type';
import { briefOf } from '../../../people/rules';
import type { Employee } from '../../../shared/kernel/employee';
import type { KindAnswer } from '../../kind/define-kind';
import type { FlowPlan } from '../flow/plan-flow';
import type { World } from '../flow/world';
import { byNames } from './acting';
import { enterStep } from './enter-step';
import { newsOf } from './news-of';
import { type NewEntry, nextRevision, settle } from './next-revision';
import type { RequestDocument, RequestStep } from './request';
import { closedStep } from './steps';

export interface Sending {
  readonly id: string;
  readonly hash: string;
  readonly type: RequestType;
  readonly values: FormValues;
  readonly applicant: Employee;
  readonly answer: KindAnswer;
  readonly plan: FlowPlan;
  readonly unchecked: boolean;
  readonly now: Instant;
}

const MAX_REASON = 500;

/** The first revision of a request: sent, with its first step open. */
export function newRequest(sending: Sending, world: World): RequestDocument {
  const { id, hash, type, values, applicant, plan, unchecked, now } = sending;
  const blank: RequestDocument = {
    _id: id,
    rev: 0,
    keyHash: hash,
    hash,
    typeId: type.id,
    version: type.version,
    kind: type.kind,
    typeName: type.name,
    form: type.form,
    flow: type.flow,
    values,
    applicant: briefOf(applicant),
    applicantId: applicant._id,
    departmentId: applicant.departmentId,
    teamId: teamOf(applicant),
    ...whatOf(sending),
    ccIds: plan.cc.map((person) => person.id),
    steps: plan.steps.map(closedStep),
    cancels: null,
    unchecked,
    ...fresh(now),
  };
  return firstRevision(blank, 'submit', now, world);
}

/** A returned request with other values: the flow begins again. */
export function resentRequest(before: RequestDocument, sending: Sending, world: World): RequestDocument {
  const { hash, values, plan, unchecked, now } = sending;
  const blank: RequestDocument = {
    ...before,
    hash,
    values,
    ...whatOf(sending),
    ccIds: plan.cc.map((person) => person.id),
    steps: plan.steps.map(closedStep),
    unchecked,
    urgent: false,
    urgedAt: null,
  };
  const { change, entries } = enterStep(blank, 0, now, world);
  const entry: NewEntry = { verb: 'resubmit', ...byNames(ofApplicant(before.applicant)) };
  // Half a revision: the account learns of it before the request itself does.
  const effectRev = before.rev + 0.5;
  return nextRevision(blank, { ...change, effectRev }, [entry, ...entries], now);
}

/** The request to undo an approved one, decided by those who approved it. Its effect is that of the undoing. */
export function cancellingRequest(
  original: RequestDocument,
  id: string,
  hash: string,
  reason: string,
  steps: readonly RequestStep[],
  now: Instant,
  world: World,
): RequestDocument {
  const blank: RequestDocument = {
    ...original,
    _id: id,
    rev: 0,
    keyHash: hash,
    hash,
    cancels: original._id,
    reason,
    facts: [],
    warnings: [],
    steps,
    ...fresh(now),
  };
  return firstRevision(blank, 'submit', now, world);
}

function firstRevision(blank: RequestDocument, verb: 'submit', now: Instant, world: World): RequestDocument {
  const { change, entries } = enterStep(blank, 0, now, world);
  const all: NewEntry[] = [{ verb, ...byNames(ofApplicant(blank.applicant)) }, ...entries];
  const timeline = all.map((entry) => ({ ...entry, at: now, rev: 1 }));
  const first = settle({ ...blank, ...change, rev: 1, timeline }, now);
  return { ...first, outbox: newsOf(null, first, all) };
}

const ofApplicant = (person: PersonBrief) => ({ person, delegateOf: null });

/** What every request begins with. */
const fresh = (now: Instant) =>
  ({
    state: 'pending',
    cancelledBy: null,
    at: 0,
    waitingFor: [],
    decidedBy: [],
    timeline: [],
    submittedAt: now,
    decidedAt: null,
    touchedAt: now,
    urgedAt: null,
    urgent: false,
    rank: 0,
    dueAt: null,
    effectRev: 1,
    effects: 'due',
    outbox: [],
    draft: null,
  }) as const;

function whatOf({ answer, values, now }: Sending) {
  const { title, period, from, to, amountMinutes, amountFen, facts, warnings } = answer;
  const { onSubmit, onApprove, onReject, onCancel } = answer;
  return {
    title,
    period,
    spanFrom: from ?? now,
    spanTo: to ?? now,
    amountMinutes,
    amountFen,
    reason: reasonOf(values),
    facts: facts.filter(({ code }) => !OF_THE_MOMENT.has(code)),
    warnings: warnings.filter(({ code }) => !OF_THE_MOMENT.has(code)),
    changes: { onSubmit, onApprove, onReject, onCancel },
    sideEffects: answer.effects ?? null,
  };
}

/** Worked out when somebody looks at the request, not when it is sent. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['TEAM_AWAY', 'ALONE', 'SIMILAR']);

const reasonOf = ({ reason }: FormValues): string =>
  typeof reason === 'string' ? reason.slice(0, MAX_REASON) : '';

/** People with the same manager are a team; somebody without one is a team alone. */
export const teamOf = ({ _id, managerId }: Pick<Employee, '_id' | 'managerId'>): string =>
  managerId ?? `${_id}`;
