import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { briefOf } from '../../../people/rules';
import { upwardsFrom } from '../flow/upwards';
import type { World } from '../flow/world';
import { BY_SYSTEM, toNames, withPresent } from './enter-step';
import { escalationOf, nextRevision, settle } from './next-revision';
import type { NewEntry, RequestDocument, RequestStep, Slot } from './request';
import { currentStep, openSlots, withPeople, withStep } from './steps';

/**
 * What the timer does with a waiting request: approvers who have left are replaced, and after the hours of the
 * flow the next manager up of each approver may decide as well. Null if nothing is to be done but to look again.
 */
export function escalateRequest(
  request: RequestDocument,
  now: Instant,
  world: World,
): RequestDocument | null {
  const step = currentStep(request);
  if (request.state !== 'pending' || !step) return null;
  const present = withPresent(step, request.applicantId, world);
  const escalation = escalationOf(request);
  const raised =
    escalation !== null && escalation <= now
      ? raise(present.step, request.applicantId, world)
      : { step: present.step, entries: [] };
  const entries = [...present.notes, ...raised.entries];
  if (entries.length === 0) return null;
  const urgent = request.urgent || raised.entries.length > 0;
  return nextRevision(request, { steps: withStep(request, raised.step).steps, urgent }, entries, now);
}

/** The same request, to be looked at later. */
export const looked = (request: RequestDocument, now: Instant): RequestDocument => settle(request, now);

function raise(step: RequestStep, applicantId: string, world: World) {
  const added = new Map<Slot, readonly PersonBrief[]>(
    openSlots(step).map((slot) => [slot, managersOf(slot, applicantId, world)]),
  );
  const people = new Map([...added.values()].flat().map((person) => [person.id, person]));
  const entries = [...people.values()].map(
    (person): NewEntry => ({ verb: 'escalate', ...BY_SYSTEM, ...toNames(person) }),
  );
  return { step: withPeople(step, (slot) => [...slot.people, ...(added.get(slot) ?? [])]), entries };
}

/** The next managers up of those who can give a signature, without those who can already. */
function managersOf({ people }: Slot, applicantId: string, world: World): PersonBrief[] {
  const above = people.flatMap(({ id }) =>
    upwardsFrom(world.person(id)?.managerId ?? null, applicantId, world).people.map(briefOf),
  );
  return above.filter(({ id }) => people.every((person) => person.id !== id));
}
