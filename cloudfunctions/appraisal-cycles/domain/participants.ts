import type { AppraisalPerson, AppraisalPlan, Questionnaire } from '#contracts/appraisal-cycle';
import type { Day, LocalText } from '#contracts/common';
import { briefOf, isEmployedOn } from '../../people/rules';
import type { Employee } from '../../shared/kernel/employee';

/** What a cycle needs to know of everybody in the company. */
export type Staff = Pick<
  Employee,
  '_id' | 'name' | 'nameEn' | 'departmentId' | 'job' | 'managerId' | 'hiredOn' | 'leftOn'
>;

export interface Unit {
  readonly _id: string;
  readonly name: LocalText;
  /** Ids from the root down to the parent. */
  readonly path: readonly string[];
}

/** Everybody and every department, at one moment. */
export interface Roster {
  readonly staff: readonly Staff[];
  readonly departments: readonly Unit[];
}

/** Direct reports who are asked about their manager. */
const MOST_REPORTS = 50;
/** Levels of management that are looked at for somebody who is still here. */
const MOST_LEVELS = 20;

/**
 * Who is appraised on a day, by number, each as they are: employed, hired in time, in a department of the plan or below it.
 * Somebody whose manager has left is rated by the next one above.
 */
export function participantsOf(
  cycleId: string,
  plan: Pick<AppraisalPlan, 'departments' | 'hiredUntil' | 'review'>,
  { staff, departments }: Roster,
  day: Day,
): AppraisalPerson[] {
  const paths = new Map(departments.map(({ _id, path }) => [_id, path]));
  const here = new Map(staff.filter((each) => isEmployedOn(each, day)).map((each) => [each._id, each]));
  const all = new Map(staff.map((each) => [each._id, each]));
  const teams = teamsOf([...here.values()]);
  const wanted = new Set(plan.departments);
  const isWanted = (departmentId: string) =>
    wanted.size === 0 || [departmentId, ...(paths.get(departmentId) ?? [])].some((id) => wanted.has(id));
  return [...here.values()]
    .filter(({ hiredOn, departmentId }) => hiredOn <= plan.hiredUntil && isWanted(departmentId))
    .sort((a, b) => (a._id < b._id ? -1 : 1))
    .map((each) => ({
      _id: `${cycleId}:${each._id}`,
      cycleId,
      person: briefOf(each),
      departmentId: each.departmentId,
      departmentPath: paths.get(each.departmentId) ?? [],
      managerId: managerOf(each, all, here),
      job: each.job,
      hiredOn: each.hiredOn,
      questionnaireId: plan.review
        ? (questionnaireFor(plan.review.questionnaires, each.job['zh-CN'])?.id ?? null)
        : null,
      reports: (teams.get(each._id) ?? []).slice(0, MOST_REPORTS),
    }));
}

/** The questionnaire that names the post, or the one for everybody else. */
const questionnaireFor = (questionnaires: readonly Questionnaire[], job: string): Questionnaire | undefined =>
  questionnaires.find(({ jobs }) => jobs.includes(job)) ??
  questionnaires.find(({ jobs }) => jobs.length === 0);

function teamsOf(here: readonly Staff[]): ReadonlyMap<string, readonly string[]> {
  const teams = new Map<string, string[]>();
  for (const { _id, managerId } of here)
    if (managerId !== null && managerId !== _id) teams.set(managerId, [...(teams.get(managerId) ?? []), _id]);
  for (const team of teams.values()) team.sort();
  return teams;
}

/** The nearest manager who is still here; null at the top. */
function managerOf(
  person: Staff,
  all: ReadonlyMap<string, Staff>,
  here: ReadonlyMap<string, Staff>,
): string | null {
  let id = person.managerId;
  for (let level = 0; level < MOST_LEVELS && id !== null; level += 1) {
    if (here.has(id)) return id === person._id ? null : id;
    id = all.get(id)?.managerId ?? null;
  }
  return null;
}
