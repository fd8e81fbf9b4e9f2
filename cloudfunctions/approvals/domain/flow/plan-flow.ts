import type { Flow, FlowNote, FlowStep } from '#contracts/flow';
import type { PersonBrief } from '#contracts/person';
import { briefOf } from '../../../people/rules';
import { AppError } from '../../../shared/errors/app-error';
import { approversOf, holdersOf } from './approvers-of';
import { type Circumstances, holds } from './conditions';
import type { Colleague, World } from './world';

/** One signature of a step: any of these people gives it. */
export type PlannedSlot = readonly PersonBrief[];

export interface PlannedStep extends Pick<FlowStep, 'id' | 'name' | 'mode'> {
  readonly slots: readonly PlannedSlot[];
  readonly note: FlowNote | null;
}

export interface FlowPlan {
  readonly steps: readonly PlannedStep[];
  readonly cc: readonly PersonBrief[];
}

/** A flow without a step that holds: nobody decides on their own request, so the direct manager does. */
const USUAL_STEP: FlowStep = {
  id: 'manager',
  name: { 'zh-CN': '直属上级', en: 'Direct manager' },
  mode: 'any',
  approvers: [{ by: 'manager', level: 1 }],
  when: [],
};
const MAX_CC = 50;

/**
 * Who will sign, step by step. A rule that finds nobody (see `approversOf`) is taken by everybody with the role
 * HR, of whom one signs (`nobody-left`); the same person twice in a step signs once. A step whose signers have all
 * surely signed the step before is marked `already-signed` and will be skipped.
 * @throws AppError NOBODY_TO_APPROVE if a step has nobody, not even HR
 */
export function planFlow(
  flow: Flow,
  applicant: Colleague,
  circumstances: Circumstances,
  world: World,
): FlowPlan {
  const held = flow.steps.filter(({ when }) => when.every((condition) => holds(condition, circumstances)));
  const steps = (held.length > 0 ? held : [USUAL_STEP]).map((step) => planStep(step, applicant, world));
  const cc = flow.cc.flatMap((rule) => approversOf(rule, applicant, world).people.map(briefOf));
  return { steps: steps.map(markSigned), cc: distinct(cc).slice(0, MAX_CC) };
}

function planStep({ id, name, mode, approvers }: FlowStep, applicant: Colleague, world: World): PlannedStep {
  const found = approvers.map((rule) => approversOf(rule, applicant, world));
  const hr = found.some(({ people }) => people.length === 0)
    ? holdersOf('hr', applicant._id, world).people
    : [];
  const taken = found.map(({ people }) => (people.length > 0 ? people : hr));
  const slots = mergeSlots(taken.map((people) => people.map(briefOf)));
  if (slots.length === 0) throw new AppError('NOBODY_TO_APPROVE', {});
  const isLastResort = found.some(({ people }) => people.length === 0);
  const note = isLastResort ? 'nobody-left' : (found.find((each) => each.note !== null)?.note ?? null);
  return { id, name, mode, slots, note };
}

/** Slots with the same people are one signature. */
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
  const sure = sureSigners(before);
  const signed = step.slots.filter((slot) => slot.some(({ id }) => sure.has(id)));
  const done = step.mode === 'any' ? signed.length > 0 : signed.length === step.slots.length;
  return done ? { ...step, note: 'already-signed' } : step;
}

/** Who will have signed when the step is over, whoever decides. */
function sureSigners({ mode, slots }: PlannedStep): Set<string> {
  const certain = mode === 'all' || slots.length === 1;
  return new Set(slots.flatMap((slot) => (certain && slot.length === 1 ? slot.map(({ id }) => id) : [])));
}

const distinct = (people: readonly PersonBrief[]): PersonBrief[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];
