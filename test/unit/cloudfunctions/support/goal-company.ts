import type { TestCloudOptions } from '../../../support/cloud';
import type { Answer, Company } from './company';
import { openidOf, openRequestCompany, PEOPLE, type Who } from './request-company';

export const CYCLE = '2026-11';
export const MONTH = {
  _id: CYCLE,
  kind: 'month',
  from: '2026-11-01',
  to: '2026-11-30',
  state: 'running',
  rev: 1,
};

export const COMPANY = { kind: 'company' } as const;
export const TEAM = { kind: 'department', id: 'D2' } as const;
export const person = (who: Who) => ({ kind: 'person', id: PEOPLE[who] }) as const;

let keys = 0;
export const goalKey = (): string => {
  keys += 1;
  return `goal-key-${String(keys).padStart(8, '0')}`;
};

export const metric = (id: string, target: number, more: object = {}) => ({
  id,
  title: `结果 ${id}`,
  measure: { kind: 'raise', start: 0, target, unit: '单' },
  weight: 100,
  source: 'own',
  ...more,
});

export const objective = (id: string, keyResults: readonly object[], more: object = {}) => ({
  ...{ id, title: `目标 ${id}`, weight: 100, keyResults, alignedWeight: 0, alignedTo: [] as object[] },
  ...more,
});

/** `requestId` and `now` of the call, as `act` takes them. */
type Call = { readonly requestId?: string; readonly now?: number };

interface GoalActions {
  goal(who: Who | 'stranger', action: string, input?: object, call?: Call): Promise<Answer>;
  /** Saves an objective of a sheet that is as `rev` says. */
  save(who: Who, owner: object, rev: number, objective: object, more?: object): Promise<Answer>;
  checkIn(
    who: Who,
    owner: object,
    ...figures: (readonly [id: string, value: number, mode?: 'add'])[]
  ): Promise<Answer>;
}

export type GoalCompany = Company & GoalActions;

export async function openGoalCompany(
  now = '2026-11-16T18:00:00+08:00',
  { seed = {}, ...options }: TestCloudOptions = {},
): Promise<GoalCompany> {
  return goalCompany(await openRequestCompany(now, { seed: { goal_cycles: [MONTH], ...seed }, ...options }));
}

/** The actions of goals on any company. */
export function goalCompany<C extends Company>(company: C): C & GoalActions {
  const goal: GoalActions['goal'] = (who, action, input = {}, call = {}) =>
    company.act(openidOf(who), `goals.${action}`, input, call);
  return {
    ...company,
    goal,
    save: (who, owner, rev, saved, more = {}) =>
      goal(who, 'saveObjective', savingOf(owner, rev, saved, more)),
    checkIn: (who, owner, ...figures) => goal(who, 'checkIn', checkInOf(owner, ...figures)),
  };
}

/** The input that saves an objective. */
export const savingOf = (owner: object, rev: number, saved: object, more: object = {}) => ({
  ...{ cycleId: CYCLE, owner, rev, objective: saved, reason: '市场变化' },
  ...more,
});

/** The input of a check-in, with a new key. */
export const checkInOf = (
  owner: object,
  ...figures: (readonly [id: string, value: number, mode?: 'add'])[]
) => ({
  ...{ key: goalKey(), cycleId: CYCLE, owner },
  entries: figures.map(([keyResultId, value, mode = 'set']) => ({ keyResultId, value, mode })),
});

/** A company objective by the team's, and the team's by those of two people. */
export async function openTree(company: Pick<GoalCompany, 'save'>): Promise<void> {
  const mean = { source: 'mean', measure: { kind: 'percent' } };
  await company.save('boss', COMPANY, 0, objective('gmv', [metric('gmv-1', 1, mean)]));
  const top = { sheetId: `${CYCLE}:c`, objectiveId: 'gmv', keyResultId: 'gmv-1', weight: 1 };
  await company.save('head', TEAM, 0, objective('team', [metric('team-1', 1, mean)], { alignedTo: [top] }));
  for (const who of ['staff', 'peer'] as const) await company.save(who, person(who), 0, ofTeam());
}

/** An objective of ten deals that counts for the team's. */
export const ofTeam = () =>
  objective('own', [metric('own-1', 10)], {
    alignedTo: [{ sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'team-1', weight: 1 }],
  });
