import type { Condition, Flow, FlowNote, FlowStep } from '#contracts/flow';
import type { PersonBrief } from '#contracts/person';
import { LEAVE_DAY_MINUTES } from '../../../../miniprogram/common/units';
import { briefOf } from '../../../people/rules';
import { AppError } from '../../../shared/errors/app-error';
import { approversOf, holdersOf } from './approvers-of';
import type { OrgChart, OrgMember } from './org-chart';

/** One required signature; any of these people can give it. */
export type PlannedSlot = readonly PersonBrief[];

export interface PlannedStep extends Pick<FlowStep, 'id' | 'name' | 'mode'> {
  readonly slots: readonly PlannedSlot[];
  readonly note: FlowNote | null;
}

export interface FlowPlan {
  readonly steps: readonly PlannedStep[];
  readonly cc: readonly PersonBrief[];
  /** The applicant set a part of what the request is decided by, so that a second person of the office signs. */
  readonly isOwnRule?: boolean;
}

/** Used if no step applies: nobody approves their own request, so the direct manager does. */
const DEFAULT_STEP: FlowStep = {
  id: 'manager',
  name: { 'zh-CN': '直属主管', en: 'Direct manager' },
  mode: 'any',
  approvers: [{ by: 'manager', level: 1 }],
  when: [],
};
/** Signed by HR or an administrator, where the applicant has set the rules of their own request. */
const SECOND_STEP: FlowStep = {
  id: 'second-person',
  name: { 'zh-CN': '第二人复核（申请人改过规则）', en: 'Second person (the applicant set the rules)' },
  mode: 'any',
  approvers: [
    { by: 'role', role: 'hr' },
    { by: 'role', role: 'admin' },
  ],
  when: [],
};
/** In a company whose only HR and administrator is the applicant. */
const SECOND_MANAGER: FlowStep = { ...SECOND_STEP, approvers: DEFAULT_STEP.approvers };
const MAX_CC = 50;

/**
 * The approvers of each step. A rule that resolves to nobody (see `approversOf`) falls back to all holders of
 * the role HR, one of whom signs (`nobody-left`); a person who occurs twice in a step signs once. A step whose
 * signers are certain to have signed the previous step is marked `already-signed` and will be skipped. A strict flow asks
 * nobody in the place of a rule that resolves to nobody.
 * @throws AppError NOBODY_TO_APPROVE if a step has no approver, not even HR
 */
export function planFlow(
  flow: Flow,
  applicant: OrgMember,
  input: ConditionInput,
  orgChart: OrgChart,
): FlowPlan {
  const applicable = flow.steps.filter(({ when }) =>
    when.every((condition) => conditionHolds(condition, input)),
  );
  const steps = (applicable.length > 0 ? applicable : [DEFAULT_STEP]).map((step) =>
    planStep(step, applicant, orgChart, flow.isStrict),
  );
  const cc = flow.cc.flatMap((rule) => approversOf(rule, applicant, orgChart).people.map(briefOf));
  return { steps: steps.map(markSigned), cc: distinct(cc).slice(0, MAX_CC) };
}

/** The step of a flow that a planned step came from. */
export const flowStepOf = (flow: Flow, id: string): FlowStep | undefined =>
  flow.steps.find((step) => step.id === id) ?? [DEFAULT_STEP, SECOND_STEP].find((step) => step.id === id);

/**
 * The flow of a request whose applicant has set a part of its form, flow or rules: somebody of HR or an administrator
 * signs, last, unless the flow asks them anyway. Otherwise whoever writes a flow could send their own money to a friend.
 * @throws AppError NOBODY_TO_APPROVE if there is nobody else
 */
export function withSecondPerson(plan: FlowPlan, applicant: OrgMember, orgChart: OrgChart): FlowPlan {
  const office = (['hr', 'admin'] as const).flatMap(
    (role) => holdersOf(role, applicant._id, orgChart).people,
  );
  const ids = new Set(office.map(({ _id }) => _id));
  const isOffice = (slot: PlannedSlot) => slot.every(({ id }) => ids.has(id));
  const isAsked = plan.steps.some(({ mode, slots }) =>
    mode === 'all' ? slots.some(isOffice) : slots.every(isOffice),
  );
  if (isAsked) return { ...plan, isOwnRule: true };
  const step = planStep(ids.size > 0 ? SECOND_STEP : SECOND_MANAGER, applicant, orgChart);
  const second = { ...step, note: 'own-rule' } as const;
  return { ...plan, steps: [...plan.steps, second], isOwnRule: true };
}

export function planStep(
  { id, name, mode, approvers }: FlowStep,
  applicant: OrgMember,
  orgChart: OrgChart,
  isStrict = false,
): PlannedStep {
  const found = approvers.map((rule) => approversOf(rule, applicant, orgChart));
  const asksHr = !isStrict && found.some(({ people }) => people.length === 0);
  const hr = asksHr ? holdersOf('hr', applicant._id, orgChart).people : [];
  const taken = found.map(({ people }) => (people.length > 0 ? people : hr));
  const slots = mergeSlots(taken.map((people) => people.map(briefOf)));
  if (slots.length === 0) throw new AppError('NOBODY_TO_APPROVE', {});
  const isLastResort = found.some(({ people }) => people.length === 0);
  const note = isLastResort ? 'nobody-left' : (found.find((each) => each.note !== null)?.note ?? null);
  return { id, name, mode, slots, note };
}

/** Slots with the same people are merged into one signature. */
export function mergeSlots(slots: readonly PlannedSlot[]): PlannedSlot[] {
  const key = (slot: PlannedSlot) =>
    slot
      .map(({ id }) => id)
      .sort()
      .join(' ');
  return slots.filter(
    (slot, index) => slot.length > 0 && slots.findIndex((other) => key(other) === key(slot)) === index,
  );
}

function markSigned(step: PlannedStep, index: number, all: readonly PlannedStep[]): PlannedStep {
  const before = all[index - 1];
  if (!before) return step;
  const certainIds = certainSigners(before);
  const signed = step.slots.filter((slot) => slot.some(({ id }) => certainIds.has(id)));
  const done = step.mode === 'any' ? signed.length > 0 : signed.length === step.slots.length;
  return done ? { ...step, note: 'already-signed' } : step;
}

/** The people who will have signed once the step is complete, whoever decides. */
function certainSigners({ mode, slots }: PlannedStep): Set<string> {
  const certain = mode === 'all' || slots.length === 1;
  return new Set(slots.flatMap((slot) => (certain && slot.length === 1 ? slot.map(({ id }) => id) : [])));
}

const distinct = (people: readonly PersonBrief[]): PersonBrief[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];

/** What the conditions of a flow are evaluated against, computed by the server. */
export interface ConditionInput {
  /** Leave minutes, 480 per day; null if the request has no duration. */
  readonly amountMinutes: number | null;
  readonly amountFen: number | null;
  /** The applicant's department and its ancestors. */
  readonly departmentIds: readonly string[];
  /** Ids of all options chosen in the form. */
  readonly choices: readonly string[];
}

/** Whether a condition holds. A missing figure satisfies neither `at-least` nor `below`. */
export function conditionHolds(condition: Condition, input: ConditionInput): boolean {
  switch (condition.what) {
    case 'department':
      return condition.in.some((id) => input.departmentIds.includes(id));
    case 'choice':
      return condition.in.some((id) => input.choices.includes(id));
    default: {
      const figure = figureOf(condition.what, input);
      if (figure === null) return false;
      return condition.is === 'at-least' ? figure >= condition.value : figure < condition.value;
    }
  }
}

function figureOf(what: 'days' | 'hours' | 'amount', { amountMinutes, amountFen }: ConditionInput) {
  if (what === 'amount') return amountFen;
  return amountMinutes === null ? null : amountMinutes / (what === 'days' ? LEAVE_DAY_MINUTES : 60);
}
