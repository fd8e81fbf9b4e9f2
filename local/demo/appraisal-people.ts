import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import type { ReviewPerson } from '../../cloudfunctions/reviews/domain/review-person';
import type { AppraisedMonth } from './appraisal-months';
import { DEPARTMENTS } from './company';
import { KNOWN_PEOPLE } from './crowd';
import { dayOf } from './demo-days';
import { type DemoPerson, MAIN_PERSON } from './demo-person';
import { randomFraction } from './random';

/** Peers of everybody. */
const PEERS = 5;
/** The head of the main person's team has two answers to give about peers of the running month. */
const UNCONFIRMED = ['E0013', 'E0014'];

/** Who is appraised in a month, as the start of a cycle writes it. */
export function appraisalPeople({ cycle }: AppraisedMonth, people: readonly DemoPerson[]): AppraisalPerson[] {
  const day = dayOf(cycle.startedAt);
  const isHere = ({ hiredOn, leftOn }: DemoPerson) => hiredOn <= day && (leftOn === null || day <= leftOn);
  const here = people.filter(isHere);
  const known = here.filter(
    ({ id, hiredOn }) => Number(id.slice(1)) <= KNOWN_PEOPLE && hiredOn <= cycle.hiredUntil,
  );
  const isWanted = ({ departmentId }: DemoPerson) =>
    cycle.departments.length === 0 ||
    [departmentId, ...pathOf(departmentId)].some((id) => cycle.departments.includes(id));
  return known.filter(isWanted).map((person) => ({
    _id: `${cycle._id}:${person.id}`,
    cycleId: cycle._id,
    person: { id: person.id, name: person.name, nameEn: person.nameEn },
    departmentId: person.departmentId,
    departmentPath: pathOf(person.departmentId),
    managerId: person.managerId,
    job: person.job,
    hiredOn: person.hiredOn,
    questionnaireId: 'everybody',
    reports: here.filter(({ managerId }) => managerId === person.id).map(({ id }) => id),
  }));
}

function pathOf(departmentId: string): string[] {
  const parent = DEPARTMENTS.find(({ id }) => id === departmentId)?.parentId ?? null;
  return parent === null ? [] : [...pathOf(parent), parent];
}

/** Whom they chose as peers, before anybody has answered: colleagues near by first. */
export function reviewPeople(
  { cycle, isRunning }: AppraisedMonth,
  people: readonly AppraisalPerson[],
): ReviewPerson[] {
  return people.flatMap((person): ReviewPerson[] => {
    const { id } = person.person;
    const step = isRunning ? stepOf(id, cycle._id) : 'confirmed';
    if (step === 'none') return [];
    const chosen = peersOf(person, people, cycle._id);
    const confirmedBy = step === 'confirmed' ? (person.managerId ?? cycle.createdBy) : null;
    return [
      {
        ...{ _id: person._id, cycleId: cycle._id, employeeId: id, rev: confirmedBy ? 2 : 1 },
        ...{ chosen, peers: chosen, confirmedBy, answered: 0, reopened: [], snapshot: null },
      },
    ];
  });
}

/** How far somebody is with their peers in the running month. The main person has not chosen yet. */
function stepOf(id: string, cycleId: string): 'none' | 'chosen' | 'confirmed' {
  if (id === MAIN_PERSON) return 'none';
  if (UNCONFIRMED.includes(id)) return 'chosen';
  const chance = randomFraction(id, cycleId, 'step');
  if (['E0015', 'E0016', 'E0017'].includes(id) || chance < 0.6) return 'confirmed';
  return chance < 0.8 ? 'chosen' : 'none';
}

function peersOf(person: AppraisalPerson, people: readonly AppraisalPerson[], cycleId: string): string[] {
  const { id } = person.person;
  const others = people.filter(
    (each) =>
      each.person.id !== id &&
      each.person.id !== person.managerId &&
      !person.reports.includes(each.person.id),
  );
  const farOf = (each: AppraisalPerson): number => {
    if (each.departmentId === person.departmentId) return 0;
    return each.departmentPath.includes(person.departmentPath[1] ?? '-') ? 1 : 2;
  };
  return others
    .map((each) => ({
      id: each.person.id,
      order: farOf(each) + randomFraction(id, cycleId, each.person.id, 'peer'),
    }))
    .sort((a, b) => a.order - b.order)
    .slice(0, PEERS)
    .map((each) => each.id)
    .sort();
}
