import type { TestCloudOptions } from '../../../support/cloud';
import type { Answer, Company } from './company';
import { CYCLE_DRAFT } from './cycle-drafts';
import { MONTH } from './goal-company';
import { openidOf, openRequestCompany, type Who } from './request-company';

export const ID = 'a-2026-11';
/** The first workday after the period. */
export const STARTS = '2026-12-01T09:00:00+08:00';

type Call = { readonly requestId?: string; readonly now?: number };

interface CycleActions {
  ask(who: Who, action: string, input?: object, call?: Call): Promise<Answer>;
  /** HR sets up the cycle of November. */
  setUp(more?: object, by?: Who): Promise<Answer>;
  /** HR sets it up and starts it. */
  start(more?: object): Promise<Answer>;
}

export const cycleCompany = <C extends Company>(company: C): C & CycleActions => {
  const ask: CycleActions['ask'] = (who, action, input = {}, call = {}) =>
    company.act(openidOf(who), `appraisal.${action}`, input, call);
  const setUp: CycleActions['setUp'] = (more = {}, by = 'hr') =>
    ask(by, 'saveCycle', { rev: 0, draft: { ...CYCLE_DRAFT, ...more } });
  return {
    ...company,
    ask,
    setUp,
    async start(more) {
      await setUp(more);
      return ask('hr', 'startCycle', { cycleId: ID, rev: 1 });
    },
  };
};

export const openCycleCompany = async (
  now = STARTS,
  { seed = {}, ...options }: TestCloudOptions = {},
): Promise<Company & CycleActions> =>
  cycleCompany(
    await openRequestCompany(now, {
      seed: { goal_cycles: [{ ...MONTH, state: 'closed' }], ...seed },
      ...options,
    }),
  );
