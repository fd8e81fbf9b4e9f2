import { strictObject } from 'valibot';
import type { AppraisalResultsContract, ResultBrief } from '#contracts/appraisal-results';
import type { Instant } from '#contracts/common';
import { findGroupAfter } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { findOpenAppeals, findOwnResults, listResultsOf } from '../data/results';
import { isHr } from '../services/calibrator';
import { publishedCycles } from '../services/cycles';
import { resultBrief } from '../services/result-brief';

type Cycle = Awaited<ReturnType<typeof publishedCycles>>[number];

const MAX_TEAM = 200;
/** A hundred stands for more. */
const MAX_APPEALS = 100;

/** Own results of the latest published cycles, and those of the direct reports in the last one. */
export const listResults = employeeAction<AppraisalResultsContract['results']>({
  input: strictObject({}),
  allow: can('read', 'OwnAppraisal'),
  async run({ me, now }) {
    const cycles = await publishedCycles();
    const ids = cycles.map(({ _id }) => _id);
    const [found, appeals, team] = await Promise.all([
      findOwnResults(ids, me._id),
      findOpenAppeals(isHr(me) ? null : me._id, MAX_APPEALS),
      cycles[0] ? teamResults(cycles[0], me, now) : [],
    ]);
    const own = cycles.flatMap((cycle) => {
      const result = found.find(({ cycleId }) => cycleId === cycle._id);
      return result ? [resultBrief(cycle, result)] : [];
    });
    return { own, team, appeals: appeals.filter(({ person }) => person.id !== me._id).length };
  },
});

async function teamResults(cycle: Cycle, me: Employee, now: Instant): Promise<ResultBrief[]> {
  const { people } = await findGroupAfter({ managerId: me._id }, '', MAX_TEAM);
  const here = people.filter((person) => isEmployedOn(person, dayOf(now))).map(({ _id }) => _id);
  if (here.length === 0) return [];
  const found = await listResultsOf(cycle._id, here);
  if (found.length === 0) return [];
  await recordAccess({
    ...{ what: 'board', aboutId: `${cycle._id}:team`, at: now },
    ...{ readerId: me._id, readerName: me.name },
    ownerIds: found.map(({ person }) => person.id),
  });
  return found.map((result) => resultBrief(cycle, result));
}
