import type { Day } from '#contracts/common';
import type { PlanBrief, PlanView } from '#contracts/improvement';
import { type Plan, stateOn } from './plan';
import { rightsOf, type Standing, waitsFor } from './rights';

export function planBrief(plan: Plan, who: Standing, today: Day): PlanBrief {
  const { _id: id, person, title, source, from, until, measures, verdict } = plan;
  return {
    ...{ id, person, title, source, from, until },
    state: stateOn(plan, today),
    measures: { done: measures.filter(({ done }) => done).length, all: measures.length },
    verdict: verdict?.result ?? null,
    waits: waitsFor(plan, who, today),
  };
}

/** A plan as somebody sees it who may. */
export function planView(plan: Plan, who: Standing, today: Day): PlanView {
  const { _id: id, person, title, source, from, until, rev, gaps, measures, metric, agreed } = plan;
  const { entries, changes, after, effect, verdict, next } = plan;
  return {
    ...{ id, person, title, source, from, until, rev, gaps, measures, metric, agreed },
    ...{ entries, changes, after, effect, verdict, next },
    state: stateOn(plan, today),
    isDuty: source.kind === 'appraisal',
    may: rightsOf(plan, who, today),
  };
}
