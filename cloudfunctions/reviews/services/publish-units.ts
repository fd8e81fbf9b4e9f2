import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import { findAppraisalPeopleAfter } from '../../appraisal-cycles/public';
import { addUnits } from '../data/units';
import { publishUnits } from '../domain/publish-units';
import { questionnaireOf } from '../domain/questions';
import type { UnitMember } from '../domain/review';
import { unitCycleOf, unitMember, unitsOf } from '../domain/unit-members';
import { askedAbout } from './publish-page';
import type { AskingCycle } from './reviewed';

/** People of one read, whose answers are read with them. */
const PAGE = 50;

/**
 * Publishes departments once everybody is: of all answers together, since a department less one inside of it must not be
 * anybody's in particular. Nothing that was answered changes any more, so that a run which died is made again and adds what it
 * had not added.
 */
export async function publishAllUnits(cycle: AskingCycle): Promise<number> {
  const terms = unitCycleOf(cycle.review, cycle.closedAt);
  const people: AppraisalPerson[] = [];
  const members: UnitMember[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: AppraisalPerson[] = await findAppraisalPeopleAfter(cycle._id, after, PAGE);
    people.push(...page);
    for (const { person, state, asked, answers } of await askedAbout(cycle, page)) {
      const questionnaire = questionnaireOf(cycle, person);
      const { snapshot } = state;
      if (questionnaire && snapshot)
        members.push(unitMember(terms, questionnaire, person.departmentId, { snapshot, asked, answers }));
    }
    after = page.length === PAGE ? (page.at(-1)?.person.id ?? null) : null;
  }
  const snapshots = publishUnits(terms, unitsOf(people), members) ?? [];
  await addUnits(cycle._id, snapshots);
  return snapshots.length;
}
