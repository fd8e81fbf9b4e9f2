import { strictObject } from 'valibot';
import type { AppraisalPerson } from '#contracts/appraisal-cycle';
import type { AppraisalCyclesContract, DryRun } from '#contracts/appraisal-cycles';
import { findOwnersWithSheets } from '../../goals/public-cycles';
import { isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { openView } from '../domain/cycle-view';
import { gapsOf, missingOf, reviewsOf } from '../domain/gaps';
import { participantsOf, type Roster } from '../domain/participants';
import type { FindPastScores } from '../domain/past-scores';
import { appraisalCycleId } from '../inputs/cycle';
import { loadCycle } from '../services/load-cycle';
import { loadRoster } from '../services/load-roster';
import { pastGrades } from '../services/past-scores';

const IDS_AT_ONCE = 1_000;
const MOST_DEPARTMENTS = 20;

/**
 * What a draft would come to if it started today: who is in it, who has no manager, questionnaire, goals or colleagues enough, which
 * parts would be missing, and the grades with the scores of the latest cycle. Changes nothing; a read for every thousand people and
 * source.
 * @throws AppError NOT_FOUND, APPRAISAL_STATE if it has started
 */
export const dryRunWith = (findScores: FindPastScores) =>
  employeeAction<AppraisalCyclesContract['dryRun']>({
    input: strictObject({ cycleId: appraisalCycleId }),
    allow: can('update', 'AppraisalCycles'),
    async run({ input: { cycleId }, me, now }): Promise<DryRun> {
      const cycle = await loadCycle(cycleId);
      if (cycle.state !== 'draft') throw new AppError('APPRAISAL_STATE', { state: cycle.state });
      const roster = await loadRoster();
      const today = dayOf(now);
      const people = participantsOf(cycleId, cycle, roster, today);
      const ids = people.map(({ person }) => person.id);
      const asksGoals = cycle.scheme.parts.some(({ kind }) => kind === 'goals');
      const withGoals = asksGoals ? await ownersOf(cycle.goalCycleId, ids) : new Set<string>();
      const employed = roster.staff.filter((each) => isEmployedOn(each, today)).length;
      const gaps = gapsOf(cycle, { people, employed, withGoals });
      return {
        cycle: { ...openView(cycle, ids.includes(me._id)), rev: cycle.rev },
        people: people.length,
        departments: departmentsOf(people, roster),
        reviews: reviewsOf(cycle, people),
        gaps,
        missing: missingOf(cycle, gaps),
        past: await pastGrades(cycle, new Set(ids), findScores),
      };
    },
  });

async function ownersOf(goalCycleId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE)
    for (const id of await findOwnersWithSheets(goalCycleId, ids.slice(at, at + IDS_AT_ONCE))) found.add(id);
  return found;
}

function departmentsOf(people: readonly AppraisalPerson[], { departments }: Roster): DryRun['departments'] {
  const counts = new Map<string, number>();
  for (const { departmentId } of people) counts.set(departmentId, (counts.get(departmentId) ?? 0) + 1);
  return departments
    .flatMap(({ _id, name }) => {
      const count = counts.get(_id);
      return count === undefined ? [] : [{ name, people: count }];
    })
    .sort((a, b) => b.people - a.people)
    .slice(0, MOST_DEPARTMENTS);
}
