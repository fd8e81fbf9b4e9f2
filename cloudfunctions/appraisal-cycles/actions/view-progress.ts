import { strictObject } from 'valibot';
import type { AppraisalCyclesContract, CycleProgress } from '#contracts/appraisal-cycles';
import { findAllDepartments } from '../../people/public';
import { briefOf as personOf } from '../../people/rules';
import { dayOf, midnight } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { countAppraisalPeople, findAppraisalPerson } from '../data/people';
import { openView } from '../domain/cycle-view';
import type { DutySource } from '../domain/duty-source';
import { appraisalCycleId } from '../inputs/cycle';
import { findLate } from '../services/find-late';
import { loadCycle } from '../services/load-cycle';

const MOST_SHOWN = 200;
/** In a cycle of fewer people a name would tell about whom an answer is missing. */
const LEAST_NAMED = 5;

/**
 * How far a cycle is, and who is late with what: by whom, never about whom. As it was when the day began, so that nobody can
 * watch one number fall as another one rises, and without the names of raters in a small cycle. Three reads, those of each duty, and one for every thousand
 * people who are late.
 * @throws AppError NOT_FOUND
 */
export const viewProgressWith = (sources: readonly DutySource[]) =>
  employeeAction<AppraisalCyclesContract['cycleProgress']>({
    input: strictObject({ cycleId: appraisalCycleId }),
    allow: can('update', 'AppraisalCycles'),
    async run({ input: { cycleId }, me, now }): Promise<CycleProgress> {
      const [cycle, people, own] = await Promise.all([
        loadCycle(cycleId),
        countAppraisalPeople(cycleId),
        findAppraisalPerson(cycleId, me._id),
      ]);
      const asOf = midnight(dayOf(now));
      const { duties, late } = await findLate(
        sources.map(people < LEAST_NAMED ? unnamed : named),
        cycle,
        asOf,
      );
      return {
        cycle: { ...openView(cycle, own !== null), rev: cycle.rev },
        amendments: cycle.amendments,
        people,
        duties: duties.map(({ late: _, ...each }) => each),
        departments: await departmentsOf(late.map(({ person }) => person.departmentId)),
        late: late.slice(0, MOST_SHOWN).map(({ person, duties: owed }) => ({
          ...{ person: personOf(person), departmentId: person.departmentId, duties: owed },
        })),
        lateCount: late.length,
      };
    },
  });

const named = (source: DutySource): DutySource => source;

/** Peers are chosen and confirmed by everybody for themselves or their reports: only answers have to stay apart from names. */
const unnamed = (source: DutySource): DutySource => ({
  duty: source.duty,
  async stateOf(cycle, now) {
    const state = await source.stateOf(cycle, now);
    return state && source.duty === 'answers' ? { ...state, late: [] } : state;
  },
});

async function departmentsOf(ids: readonly string[]): Promise<CycleProgress['departments']> {
  if (ids.length === 0) return [];
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (await findAllDepartments())
    .flatMap(({ _id: id, name }) => {
      const count = counts.get(id);
      return count === undefined ? [] : [{ id, name, late: count }];
    })
    .sort((a, b) => b.late - a.late);
}
