import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { briefOf } from '../../../people/rules';
import { firstApproverUpward } from '../flow/approvers-of';
import type { OrgChart } from '../flow/org-chart';
import { BY_SYSTEM, replaceAbsent, toNames } from './enter-step';
import { deriveQueueFields, escalationOf, nextRevision } from './next-revision';
import type { NewEntry, RequestDocument, RequestStep, Slot } from './request';
import { currentStep, openSlots, withPeople, withStep } from './steps';

/**
 * The timer's action on a pending request: approvers who have left are replaced, and after the flow's
 * escalation hours the next manager of each approver may decide as well. Null if nothing changes except the
 * time of the next check.
 */
export function escalateRequest(
  request: RequestDocument,
  now: Instant,
  orgChart: OrgChart,
): RequestDocument | null {
  const step = currentStep(request);
  if (request.state !== 'pending' || !step) return null;
  const replaced = replaceAbsent(step, request, orgChart);
  const escalation = escalationOf(request);
  const escalated =
    escalation !== null && escalation <= now
      ? addManagers(replaced.step, request.applicantId, orgChart)
      : { step: replaced.step, entries: [] };
  const entries = [...replaced.notes, ...escalated.entries];
  if (entries.length === 0) return null;
  const urgent = request.urgent || escalated.entries.length > 0;
  return nextRevision(request, { steps: withStep(request, escalated.step).steps, urgent }, entries, now);
}

/** The request with the time of its next check. */
export const rescheduled = (request: RequestDocument, now: Instant): RequestDocument =>
  deriveQueueFields(request, now);

function addManagers(step: RequestStep, applicantId: string, orgChart: OrgChart) {
  const added = new Map<Slot, readonly PersonBrief[]>(
    openSlots(step).map((slot) => [slot, managersOf(slot, applicantId, orgChart)]),
  );
  const people = new Map([...added.values()].flat().map((person) => [person.id, person]));
  const entries = [...people.values()].map(
    (person): NewEntry => ({ verb: 'escalate', ...BY_SYSTEM, ...toNames(person) }),
  );
  return { step: withPeople(step, (slot) => [...slot.people, ...(added.get(slot) ?? [])]), entries };
}

/** The next managers of those who can give a signature, except those who already can. */
function managersOf({ people }: Slot, applicantId: string, orgChart: OrgChart): PersonBrief[] {
  const above = people.flatMap(({ id }) =>
    firstApproverUpward(orgChart.person(id)?.managerId ?? null, applicantId, orgChart).people.map(briefOf),
  );
  return above.filter(({ id }) => people.every((person) => person.id !== id));
}
