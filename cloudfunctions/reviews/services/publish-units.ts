import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import { findAppraisalPeopleAfter } from '../../appraisal-cycles/public';
import { inParallel } from '../../shared/data/in-parallel';
import { addUnits } from '../data/units';
import { publishUnits } from '../domain/publish-units';
import { questionnaireOf } from '../domain/questions';
import type { UnitMember } from '../domain/review';
import { unitCycleOf, unitMember, unitsOf } from '../domain/unit-members';
import { askedAbout } from './publish-page';
import type { AskingCycle } from './reviewed';

/** People whose answers are read together, and how many of these reads are made at once: one after the other, those of 10,000 people take longer than a function may run. */
const PAGE = 50;
const LANES = 10;
/** Documents of one read. */
const MAX_READ = 1_000;

/**
 * Publishes departments once everybody is: of all answers together, since a department less one inside of it must not be
 * anybody's in particular. Nothing that was answered changes any more, so that a run which died is made again and adds what it
 * had not added.
 */
export async function publishAllUnits(cycle: AskingCycle): Promise<number> {
  const people = await everybodyIn(cycle._id);
  const members = await inParallel(chunks(people, PAGE), LANES, (page) => membersOf(cycle, page));
  const terms = unitCycleOf(cycle.review, cycle.closedAt);
  const snapshots = publishUnits(terms, unitsOf(people), members.flat()) ?? [];
  await addUnits(cycle._id, snapshots);
  return snapshots.length;
}

async function everybodyIn(cycleId: string): Promise<AppraisalPerson[]> {
  const people: AppraisalPerson[] = [];
  for (let isFull = true; isFull; ) {
    const page = await findAppraisalPeopleAfter(cycleId, people.at(-1)?.person.id ?? '', MAX_READ);
    people.push(...page);
    isFull = page.length === MAX_READ;
  }
  return people;
}

const chunks = (people: readonly AppraisalPerson[], size: number): (readonly AppraisalPerson[])[] =>
  Array.from({ length: Math.ceil(people.length / size) }, (_, at) =>
    people.slice(at * size, (at + 1) * size),
  );

async function membersOf(cycle: AskingCycle, people: readonly AppraisalPerson[]): Promise<UnitMember[]> {
  const terms = unitCycleOf(cycle.review, cycle.closedAt);
  return (await askedAbout(cycle, people)).flatMap(({ person, state, asked, answers }) => {
    const questionnaire = questionnaireOf(cycle, person);
    const { snapshot } = state;
    if (!questionnaire || !snapshot) return [];
    return [unitMember(terms, questionnaire, person.departmentId, { snapshot, asked, answers })];
  });
}
