import type { Instant } from '#contracts/common';
import type { FactCode } from '#contracts/fact';
import type { FormValues } from '#contracts/form';
import type { PersonBrief } from '#contracts/person';
import type { RequestType } from '#contracts/request-type';
import { briefOf } from '../../../people/rules';
import { valuesOfKind } from '../../../request-types/rules';
import type { Employee } from '../../../shared/kernel/employee';
import type { KindAnswer } from '../../kind/kind';
import type { OrgChart } from '../flow/org-chart';
import type { FlowPlan } from '../flow/plan-flow';
import { byNames } from './acting';
import { enterStep } from './enter-step';
import { messagesOf } from './messages-of';
import { deriveQueueFields, nextRevision } from './next-revision';
import type { NewEntry, RequestDocument, RequestStep } from './request';
import { unopenedStep } from './steps';

export interface Submission {
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

const MAX_REASON_LENGTH = 500;

/** The first revision of a request: submitted, with its first step open. */
export function newRequest(submission: Submission, orgChart: OrgChart): RequestDocument {
  const { id, hash, type, values, applicant, plan, unchecked, now } = submission;
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
    ...contentOf(submission),
    ccIds: plan.cc.map((person) => person.id),
    steps: plan.steps.map(unopenedStep),
    ...(plan.isOwnRule && { isOwnRule: true }),
    cancels: null,
    unchecked,
    ...initialState(now),
  };
  return firstRevision(blank, 'submit', now, orgChart);
}

/** A returned request with new values; the flow starts over. */
export function resubmittedRequest(
  before: RequestDocument,
  submission: Submission,
  orgChart: OrgChart,
): RequestDocument {
  const { hash, values, plan, unchecked, now } = submission;
  const blank: RequestDocument = {
    ...before,
    hash,
    values,
    ...contentOf(submission),
    ccIds: plan.cc.map((person) => person.id),
    steps: plan.steps.map(unopenedStep),
    ...(plan.isOwnRule && { isOwnRule: true }),
    broughtIn: [],
    unchecked,
    urgent: false,
    urgedAt: null,
  };
  const { change, entries } = enterStep(blank, 0, now, orgChart);
  const entry: NewEntry = { verb: 'resubmit', ...byNames(ofApplicant(before.applicant)) };
  // Half a revision, because the account is written before the request.
  const effectRev = before.rev + 0.5;
  return nextRevision(blank, { ...change, effectRev }, [entry, ...entries], now);
}

interface Cancelling {
  readonly id: string;
  readonly hash: string;
  readonly reason: string;
  readonly by: PersonBrief;
  /** How it differs from a request to cancel the whole. */
  readonly content: Partial<RequestDocument>;
  readonly steps: readonly RequestStep[];
}

/**
 * The request to cancel an approved one, or a part of it, decided by those who approved it. Its effect is the
 * reversal. `by` is the applicant, or HR for them.
 */
export function cancellingRequest(
  original: RequestDocument,
  { id, hash, reason, by, content, steps }: Cancelling,
  now: Instant,
  orgChart: OrgChart,
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
    ...content,
    steps,
    ...initialState(now),
  };
  return firstRevision(blank, 'submit', now, orgChart, by);
}

function firstRevision(
  blank: RequestDocument,
  verb: 'submit',
  now: Instant,
  orgChart: OrgChart,
  by: PersonBrief = blank.applicant,
): RequestDocument {
  const { change, entries } = enterStep(blank, 0, now, orgChart);
  const all: NewEntry[] = [{ verb, ...byNames(ofApplicant(by)) }, ...entries];
  const timeline = all.map((entry) => ({ ...entry, at: now, rev: 1 }));
  const first = deriveQueueFields({ ...blank, ...change, rev: 1, timeline }, now);
  return { ...first, outbox: messagesOf(null, first, all) };
}

const ofApplicant = (person: PersonBrief) => ({ person, delegateOf: null });

const initialState = (now: Instant) =>
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

const contentOf = ({ type, answer, values, now }: Submission) => ({
  ...evaluatedContent(answer, now),
  reason: reasonOf(values),
  files: filesOf(type, values),
});

/** A page of cards stays below the platform's limit of links per call. */
const MAX_CARD_FILES = 4;

function filesOf({ form }: RequestType, values: FormValues): NonNullable<RequestDocument['files']> {
  const files = [...new Set((valuesOfKind(form, values, 'file') as string[][]).flat())];
  return { first: files.slice(0, MAX_CARD_FILES), total: files.length };
}

/** The fields of a request that the rules of its kind decide. */
export function evaluatedContent(answer: KindAnswer, now: Instant) {
  const { title, period, from, to, amountMinutes, amountFen, days, facts, warnings } = answer;
  const { onSubmit, onApprove, onReject, onCancel } = answer;
  return {
    title,
    period,
    spanFrom: from ?? now,
    spanTo: to ?? now,
    amountMinutes,
    amountFen,
    days: days.length <= MAX_DAYS ? days : [],
    facts: facts.filter(({ code }) => !TEAM_FACTS.has(code)),
    warnings: warnings.filter(({ code }) => !TEAM_FACTS.has(code)),
    changes: { onSubmit, onApprove, onReject, onCancel },
    sideEffects: answer.effects ?? null,
  };
}

/** Longer absences are stored without their days, to keep the document small. */
const MAX_DAYS = 62;

/** Facts about the team: computed when the request is viewed, not when it is submitted. */
const TEAM_FACTS: ReadonlySet<FactCode> = new Set(['TEAM_AWAY', 'ALONE', 'SIMILAR']);

const reasonOf = ({ reason }: FormValues): string =>
  typeof reason === 'string' ? reason.slice(0, MAX_REASON_LENGTH) : '';

/** People with the same manager are a team; a person without a manager is a team of one. */
export const teamOf = ({ _id, managerId }: Pick<Employee, '_id' | 'managerId'>): string =>
  managerId ?? `${_id}`;
