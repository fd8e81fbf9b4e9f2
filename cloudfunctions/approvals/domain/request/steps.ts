import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { PlannedStep } from '../flow/plan-flow';
import type { RequestDocument, RequestStep, Slot } from './request';

const isSigned = ({ signedBy }: Slot): boolean => signedBy !== null;
export const holdsPerson = ({ people }: Slot, id: string): boolean =>
  people.some((person) => person.id === id);

export const unopenedStep = ({ id, name, mode, slots, note }: PlannedStep): RequestStep => ({
  id,
  name,
  mode,
  note: note === 'already-signed' ? null : note,
  slots: slots.map((people) => ({ people, signedBy: null, added: false })),
  openedAt: null,
  openedRev: null,
});

/** Whether the signatures required by the flow are complete, not counting added signers. */
const isFlowSatisfied = ({ mode, slots }: RequestStep): boolean => {
  const own = slots.filter(({ added }) => !added);
  return own.length === 0 || (mode === 'all' ? own.every(isSigned) : own.some(isSigned));
};

/** `all`: everyone has signed. `any`: one has. Added signers must have signed in both modes. */
export const isStepDone = (step: RequestStep): boolean =>
  isFlowSatisfied(step) && step.slots.every((slot) => !slot.added || isSigned(slot));

/** The signatures that are still required. */
export const openSlots = (step: RequestStep): Slot[] =>
  step.slots.filter((slot) => !isSigned(slot) && (slot.added || !isFlowSatisfied(step)));

export const waitingOf = (step: RequestStep): string[] => [
  ...new Set(openSlots(step).flatMap(({ people }) => people.map(({ id }) => id))),
];

/** Gives every open signature of a step that `personId` can give, in the name of `signedBy`. */
export const signStep = (step: RequestStep, personId: string, signedBy: string): RequestStep => {
  const open = new Set(openSlots(step));
  return {
    ...step,
    slots: step.slots.map((slot) =>
      open.has(slot) && holdsPerson(slot, personId) ? { ...slot, signedBy } : slot,
    ),
  };
};

/** Signatures of the previous step carry over: nobody signs twice in a row. */
export function carrySignatures(before: RequestStep, step: RequestStep): RequestStep {
  const signers = before.slots.flatMap(({ signedBy }) => signedBy ?? []);
  return signers.reduce((carried, id) => signStep(carried, id, id), step);
}

/** Maps the people of every open signature, without duplicates. */
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

export const openStep = (step: RequestStep, openedAt: Instant, openedRev: number): RequestStep => ({
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
