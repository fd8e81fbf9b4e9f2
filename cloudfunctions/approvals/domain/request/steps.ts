import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { PlannedStep } from '../flow/plan-flow';
import type { RequestDocument, RequestStep, Slot } from './request';

const isSigned = ({ signedBy }: Slot): boolean => signedBy !== null;
export const holdsPerson = ({ people }: Slot, id: string): boolean =>
  people.some((person) => person.id === id);

export const closedStep = ({ id, name, mode, slots, note }: PlannedStep): RequestStep => ({
  id,
  name,
  mode,
  note: note === 'already-signed' ? null : note,
  slots: slots.map((people) => ({ people, signedBy: null, added: false })),
  openedAt: null,
  openedRev: null,
});

/** Whether the signatures that the flow itself wants are there; those that approvers asked for apart. */
const isFlowSatisfied = ({ mode, slots }: RequestStep): boolean => {
  const own = slots.filter(({ added }) => !added);
  return own.length === 0 || (mode === 'all' ? own.every(isSigned) : own.some(isSigned));
};

/** `all`: everybody has signed. `any`: one has. Added signers have in both. */
export const isStepDone = (step: RequestStep): boolean =>
  isFlowSatisfied(step) && step.slots.every((slot) => !slot.added || isSigned(slot));

/** The signatures that can still be given. */
export const openSlots = (step: RequestStep): Slot[] =>
  step.slots.filter((slot) => !isSigned(slot) && (slot.added || !isFlowSatisfied(step)));

export const waitingOf = (step: RequestStep): string[] => [
  ...new Set(openSlots(step).flatMap(({ people }) => people.map(({ id }) => id))),
];

/** Gives every open signature of a step that a person can give. `signedBy` is the one who does it. */
export const signStep = (step: RequestStep, personId: string, signedBy: string): RequestStep => {
  const open = new Set(openSlots(step));
  return {
    ...step,
    slots: step.slots.map((slot) =>
      open.has(slot) && holdsPerson(slot, personId) ? { ...slot, signedBy } : slot,
    ),
  };
};

/** The signatures of the step before count here as well: nobody signs twice in a row. */
export function carrySignatures(before: RequestStep, step: RequestStep): RequestStep {
  const signers = before.slots.flatMap(({ signedBy }) => signedBy ?? []);
  return signers.reduce((carried, id) => signStep(carried, id, id), step);
}

/** Changes the people of every open signature; a person comes once in it. */
export const withPeople = (
  step: RequestStep,
  people: (slot: Slot) => readonly PersonBrief[],
): RequestStep => ({
  ...step,
  slots: step.slots.map((slot) =>
    isSigned(slot)
      ? slot
      : { ...slot, people: [...new Map(people(slot).map((each) => [each.id, each])).values()] },
  ),
});

export const opened = (step: RequestStep, openedAt: Instant, openedRev: number): RequestStep => ({
  ...step,
  openedAt,
  openedRev,
});

export const currentStep = ({ steps, at }: Pick<RequestDocument, 'steps' | 'at'>): RequestStep | null =>
  steps[at] ?? null;

export const withStep = (request: RequestDocument, step: RequestStep): RequestDocument => ({
  ...request,
  steps: request.steps.map((each, index) => (index === request.at ? step : each)),
});
