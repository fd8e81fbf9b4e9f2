import type { Instant } from '#contracts/common';
import type { FlowNote } from '#contracts/flow';
import type { PersonBrief } from '#contracts/person';
import { briefOf } from '../../../people/rules';
import { holdersOf } from '../flow/approvers-of';
import { upwardsFrom } from '../flow/upwards';
import { isPresent, type World } from '../flow/world';
import type { NewEntry, RequestDocument, RequestStep } from './request';
import { carrySignatures, isStepDone, opened, openSlots, withPeople } from './steps';

export const BY_SYSTEM = { byId: null, byName: '', byNameEn: '' } as const;

export interface Entered {
  readonly change: Pick<RequestDocument, 'steps' | 'at' | 'state' | 'decidedAt'>;
  readonly entries: readonly NewEntry[];
}

/**
 * Opens the step `at`, or the first one after it that still wants a signature: whoever signed the step before has
 * signed this one too. Approvers who have left since the flow was planned are replaced. Behind the last step the
 * request is approved.
 */
export function enterStep(request: RequestDocument, at: number, now: Instant, world: World): Entered {
  const steps = [...request.steps];
  const entries: NewEntry[] = [];
  for (let index = at; index < steps.length; index += 1) {
    const planned = steps[index];
    if (!planned) break;
    const before = steps[index - 1];
    const carried = before ? carrySignatures(before, planned) : planned;
    const { step, notes } = withPresent(carried, request.applicantId, world);
    steps[index] = opened(step, now, request.rev + 1);
    entries.push(...notes);
    if (!isStepDone(step))
      return { change: { steps, at: index, state: 'pending', decidedAt: null }, entries };
    entries.push({ verb: 'skip', ...BY_SYSTEM, note: 'already-signed' });
  }
  return { change: { steps, at: steps.length, state: 'approved', decidedAt: now }, entries };
}

/** The step without people who are not employed any more: each is replaced by the next manager up, else by HR. */
export function withPresent(
  step: RequestStep,
  applicantId: string,
  world: World,
): { step: RequestStep; notes: NewEntry[] } {
  const people = openSlots(step).flatMap((slot) => slot.people);
  const absent = new Map(
    people
      .filter(({ id }) => !isThere(id, world))
      .map(({ id }) => [id, replacementsOf(id, applicantId, world)]),
  );
  if (absent.size === 0) return { step, notes: [] };
  const notes = [...absent.values()].flatMap(({ people: to, note }) =>
    (to ?? []).map((person): NewEntry => ({ verb: 'escalate', ...BY_SYSTEM, ...toNames(person), note })),
  );
  const replaced = (person: PersonBrief) => absent.get(person.id)?.people ?? [person];
  return { step: withPeople(step, (slot) => slot.people.flatMap(replaced)), notes };
}

const isThere = (id: string, world: World): boolean => {
  const person = world.person(id);
  return person !== null && isPresent(person, world.today);
};

/** Somebody without any replacement stays: the step waits until there is one. */
function replacementsOf(
  id: string,
  applicantId: string,
  world: World,
): { people: readonly PersonBrief[] | undefined; note: FlowNote } {
  const person = world.person(id);
  const up = upwardsFrom(person?.managerId ?? null, applicantId, world).people;
  const people = up.length > 0 ? up : holdersOf('hr', applicantId, world).people;
  return {
    people: people.length > 0 ? people.map(briefOf) : undefined,
    note: up.length > 0 ? (person ? 'left' : 'vacant') : 'nobody-left',
  };
}

export const toNames = ({ name, nameEn }: PersonBrief) => ({ toName: name, toNameEn: nameEn });
