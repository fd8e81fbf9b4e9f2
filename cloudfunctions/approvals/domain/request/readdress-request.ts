import type { Instant } from '#contracts/common';
import { AppError } from '../../../shared/errors/app-error';
import type { OrgChart } from '../flow/org-chart';
import { flowStepOf, type PlannedSlot, planStep } from '../flow/plan-flow';
import { BY_SYSTEM, replaceAbsent, toNames } from './enter-step';
import { nextRevision } from './next-revision';
import type { NewEntry, RequestDocument, RequestStep, Slot } from './request';
import { openSlots, waitingOf, withStep } from './steps';

/** The organization before and after a change of a person. */
export interface OrgCharts {
  readonly before: OrgChart;
  readonly after: OrgChart;
}

/**
 * A pending request whose approvers follow the organization of now: who was asked because of the old reporting line
 * is replaced by who would be asked now, and who has left by their manager. Null if nobody changes. Whoever was asked
 * for another reason, such as a transfer, is still asked.
 */
export function readdressRequest(
  request: RequestDocument,
  charts: OrgCharts,
  now: Instant,
): RequestDocument | null {
  if (request.state !== 'pending') return null;
  const steps = request.steps.map((step, index) =>
    index < request.at ? step : readdressedStep(step, request, charts),
  );
  const current = steps[request.at];
  const before = request.steps[request.at];
  if (!current || !before) return null;
  const { step, notes } = replaceAbsent(current, request, charts.after);
  const asked = new Set(waitingOf(before));
  const moved = newPeople(current, asked).map(
    (person): NewEntry => ({ verb: 'escalate', ...BY_SYSTEM, ...toNames(person), note: 'manager-changed' }),
  );
  const teamId = teamIdOf(request, charts.after);
  const isSame = notes.length === 0 && steps.every((each, index) => each === request.steps[index]);
  if (isSame && teamId === request.teamId) return null;
  const reopened = current === before ? step : { ...step, openedAt: now, openedRev: request.rev + 1 };
  const all = withStep({ ...request, steps }, reopened).steps;
  return nextRevision(request, { steps: all, teamId }, [...moved, ...notes], now);
}

const newPeople = (step: RequestStep, asked: ReadonlySet<string>) => [
  ...new Map(
    openSlots(step)
      .flatMap(({ people }) => people)
      .filter(({ id }) => !asked.has(id))
      .map((person) => [person.id, person]),
  ).values(),
];

const teamIdOf = ({ applicantId, teamId }: RequestDocument, chart: OrgChart): string => {
  const applicant = chart.person(applicantId);
  return applicant ? (applicant.managerId ?? applicantId) : teamId;
};

/** Who is asked in a step by its rules, before and after; a step that is the same comes back as it is. */
function readdressedStep(
  step: RequestStep,
  { flow, applicantId }: RequestDocument,
  charts: OrgCharts,
): RequestStep {
  const [old, planned] = [charts.before, charts.after].map((chart) =>
    plannedSlots(step, flow, applicantId, chart),
  );
  if (!old || !planned) return step;
  const gone = old.filter((slot) => !planned.some((other) => keyOf(other) === keyOf(slot)));
  const added = planned.filter((slot) => !old.some((other) => keyOf(other) === keyOf(slot)));
  const open = openSlots(step);
  let next = 0;
  let isChanged = false;
  const slots = step.slots.flatMap((slot): Slot[] => {
    if (slot.added || !open.includes(slot) || !gone.some((each) => sharesPerson(each, slot))) return [slot];
    isChanged = true;
    const people = added[next] ?? planned.find((each) => each.length > 0);
    next += 1;
    return people ? [{ ...slot, people }] : [slot];
  });
  return isChanged ? { ...step, slots: distinctSlots(slots) } : step;
}

/** Two open signatures of the same people are one. */
const distinctSlots = (slots: readonly Slot[]): Slot[] =>
  slots.filter(
    (slot, index) =>
      slot.signedBy !== null ||
      slot.added ||
      slots.findIndex((other) => !other.added && keyOf(other.people) === keyOf(slot.people)) === index,
  );

const sharesPerson = (slot: PlannedSlot, { people }: Slot): boolean =>
  slot.some(({ id }) => people.some((person) => person.id === id));

const keyOf = (people: PlannedSlot): string =>
  people
    .map(({ id }) => id)
    .sort()
    .join(' ');

/** Null if the flow does not know the step, or nobody can be asked. */
function plannedSlots(
  { id }: RequestStep,
  flow: RequestDocument['flow'],
  applicantId: string,
  chart: OrgChart,
): readonly PlannedSlot[] | null {
  const rules = flowStepOf(flow, id);
  const applicant = chart.person(applicantId);
  if (!rules || !applicant) return null;
  try {
    return planStep(rules, applicant, chart, flow.isStrict).slots;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOBODY_TO_APPROVE') return null;
    throw error;
  }
}
