import type { Instant } from '#contracts/common';
import type { FlowNote } from '#contracts/flow';
import type { PersonBrief } from '#contracts/person';
import { briefOf, isEmployedOn } from '../../../people/rules';
import { approversOf, firstApproverUpward, holdersOf } from '../flow/approvers-of';
import type { OrgChart } from '../flow/org-chart';
import { flowStepOf } from '../flow/plan-flow';
import type { NewEntry, RequestDocument, RequestStep } from './request';
import { carrySignatures, isStepDone, openSlots, openStep, withPeople } from './steps';

export const BY_SYSTEM = { byId: null, byName: '', byNameEn: '' } as const;

export interface StepEntry {
  readonly change: Pick<RequestDocument, 'steps' | 'at' | 'state' | 'decidedAt'>;
  readonly entries: readonly NewEntry[];
}

/**
 * Opens the first step from `firstIndex` on that still needs a signature: signatures of the previous step carry
 * over. Approvers who have left since the flow was planned are replaced. After the last step the request is
 * approved.
 */
export function enterStep(
  request: RequestDocument,
  firstIndex: number,
  now: Instant,
  orgChart: OrgChart,
): StepEntry {
  const steps = [...request.steps];
  const entries: NewEntry[] = [];
  for (let index = firstIndex; index < steps.length; index += 1) {
    const planned = steps[index];
    if (!planned) break;
    const before = steps[index - 1];
    const carried = before ? carrySignatures(before, planned) : planned;
    const { step, notes } = replaceAbsent(carried, request, orgChart);
    steps[index] = openStep(step, now, request.rev + 1);
    entries.push(...notes);
    if (!isStepDone(step))
      return { change: { steps, at: index, state: 'pending', decidedAt: null }, entries };
    entries.push({ verb: 'skip', ...BY_SYSTEM, note: 'already-signed' });
  }
  return { change: { steps, at: steps.length, state: 'approved', decidedAt: now }, entries };
}

/**
 * Replaces people who are no longer employed: by the next manager up, otherwise by HR; in a strict flow by those whom its
 * step names today.
 */
export function replaceAbsent(
  step: RequestStep,
  { applicantId, flow }: Pick<RequestDocument, 'applicantId' | 'flow'>,
  orgChart: OrgChart,
): { step: RequestStep; notes: NewEntry[] } {
  const people = openSlots(step).flatMap((slot) => slot.people);
  const absent = new Map(
    people
      .filter(({ id }) => !isEmployed(id, orgChart))
      .map(({ id }) => [
        id,
        flow.isStrict
          ? namedToday(step, flow, applicantId, orgChart)
          : replacementsOf(id, applicantId, orgChart),
      ]),
  );
  const asked = new Set(people.map(({ id }) => id));
  if (absent.size === 0) return { step, notes: [] };
  const notes = [...absent.values()].flatMap(({ people: to, note }) =>
    (to ?? [])
      .filter(({ id }) => !flow.isStrict || !asked.has(id))
      .map((person): NewEntry => ({ verb: 'escalate', ...BY_SYSTEM, ...toNames(person), note })),
  );
  const replaced = (person: PersonBrief) => absent.get(person.id)?.people ?? [person];
  return { step: withPeople(step, (slot) => slot.people.flatMap(replaced)), notes };
}

const isEmployed = (id: string, orgChart: OrgChart): boolean => {
  const person = orgChart.person(id);
  return person !== null && isEmployedOn(person, orgChart.today);
};

/** Those whom the rules of the step resolve to now. */
function namedToday(
  { id }: RequestStep,
  flow: RequestDocument['flow'],
  applicantId: string,
  orgChart: OrgChart,
): { people: readonly PersonBrief[] | undefined; note: FlowNote } {
  const [rules, applicant] = [flowStepOf(flow, id), orgChart.person(applicantId)];
  const named =
    rules && applicant
      ? rules.approvers.flatMap((rule) => approversOf(rule, applicant, orgChart).people.map(briefOf))
      : [];
  return { people: named.length > 0 ? named : undefined, note: 'left' };
}

/** Without a replacement the person stays, and the step waits until there is one. */
function replacementsOf(
  id: string,
  applicantId: string,
  orgChart: OrgChart,
): { people: readonly PersonBrief[] | undefined; note: FlowNote } {
  const person = orgChart.person(id);
  const up = firstApproverUpward(person?.managerId ?? null, applicantId, orgChart).people;
  const people = up.length > 0 ? up : holdersOf('hr', applicantId, orgChart).people;
  return {
    people: people.length > 0 ? people.map(briefOf) : undefined,
    note: up.length > 0 ? (person ? 'left' : 'vacant') : 'nobody-left',
  };
}

export const toNames = ({ name, nameEn }: PersonBrief) => ({ toName: name, toNameEn: nameEn });
