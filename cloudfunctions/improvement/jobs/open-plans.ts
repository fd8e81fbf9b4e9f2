import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Day, Instant } from '#contracts/common';
import { cyclesPublishedSince, findPlanDemands, type PlanDemand } from '../../appraisal/public';
import { employeesById } from '../../people/public';
import { isEmployedOn } from '../../people/rules';
import { addDays, dayOf, midnight } from '../../shared/calendar/company-time';
import { isolatedWork } from '../../shared/faults/isolated';
import type { TimerJob } from '../../shared/kernel/serve';
import { findRuns, saveRun } from '../data/plan-runs';
import { addPlan } from '../data/plans';
import { gapsOf } from '../domain/gaps-of';
import { newPlan, type Plan, planIdOf } from '../domain/plan';
import { managerOf } from '../services/standing';
import { tell } from '../services/tell';

/** Appeals change grades for some weeks after the publication. */
const LOOKED_AT_DAYS = 60;
const PAGE = 100;
/** Days that the two have to agree, and that a plan runs unless they write something else. */
const PLAN_DAYS = 30;

/**
 * Opens a draft for everybody whose published grade asks for a plan, and tells the person and their manager: every person of a
 * cycle once a day, page by page, as long as appeals may change grades. What is there already is left as it is.
 */
export const openPlans: TimerJob = {
  name: 'plans',
  async run({ now, deadline }) {
    const today = dayOf(now);
    const cycles = await cyclesPublishedSince(midnight(addDays(today, -LOOKED_AT_DAYS)));
    const tally = { opened: 0 };
    if (cycles.length === 0) return tally;
    const runs = await findRuns(cycles.map(({ _id }) => _id));
    for (const cycle of cycles) {
      const run = runs.find(({ _id, day }) => _id === cycle._id && day === today);
      let cursor = run ? run.cursor : '';
      while (cursor !== null && performance.now() < deadline) {
        const { demands, next } = await findPlanDemands(cycle, cursor, PAGE);
        tally.opened += await openAll(demands, cycle, today, now);
        await saveRun({ _id: cycle._id, day: today, cursor: next });
        cursor = next;
      }
    }
    return tally;
  },
};

async function openAll(
  demands: readonly PlanDemand[],
  cycle: AppraisalCycle,
  today: Day,
  now: Instant,
): Promise<number> {
  let opened = 0;
  for (const demand of demands) {
    const isOpened = await isolatedWork(
      { collection: 'improvement_plans', document: planIdOf(demand.person.id, cycle._id) },
      () => open(demand, today, now),
    );
    if (isOpened) opened += 1;
  }
  return opened;
}

/** @returns whether it is new */
async function open(demand: PlanDemand, today: Day, now: Instant): Promise<boolean> {
  const person = (await employeesById([demand.person.id], now)).get(demand.person.id);
  if (!person || !isEmployedOn(person, today)) return false;
  const managerId = await managerOf(person, now);
  const plan = { ...planFor(demand, today), managerId };
  const isNew = (await addPlan(plan)) === 'added';
  // Also of one that is there: the call that added it may have died before it told anybody.
  await tell('plan.opened', plan, [person._id, ...(managerId === null ? [] : [managerId])], person, now);
  return isNew;
}

function planFor({ person, cycle, gradeName, shown, parts }: PlanDemand, today: Day): Plan {
  const gaps = gapsOf(
    parts.map((part) => ({ id: part.id, name: part.name, score: part.shown })),
    shown,
  );
  return newPlan({
    ...{ _id: planIdOf(person.id, cycle.id), person, gaps, metric: null, measures: [] },
    source: { kind: 'appraisal', cycleId: cycle.id, title: cycle.title, grade: gradeName, score: shown },
    title:
      gaps
        .map(({ name }) => name['zh-CN'])
        .join('、')
        .slice(0, 60) || cycle.title['zh-CN'].slice(0, 60),
    ...{ from: today, until: addDays(today, PLAN_DAYS) },
  });
}
