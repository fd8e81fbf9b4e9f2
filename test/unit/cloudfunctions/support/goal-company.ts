import type { TestCloudOptions } from '../../../support/cloud';
import { openidOf, openRequestCompany, PEOPLE, type RequestCompany, type Who } from './request-company';

export const CYCLE = '2026-11';
const MONTH = { _id: CYCLE, kind: 'month', from: '2026-11-01', to: '2026-11-30', state: 'running', rev: 1 };

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

export interface GoalCompany extends RequestCompany {
  goal(who: Who | 'stranger', action: string, input?: object): ReturnType<RequestCompany['act']>;
  /** Saves an objective of a sheet that is as `rev` says. */
  save(
    who: Who,
    owner: object,
    rev: number,
    objective: object,
    more?: object,
  ): ReturnType<RequestCompany['act']>;
  checkIn(
    who: Who,
    owner: object,
    ...figures: (readonly [id: string, value: number, mode?: 'add'])[]
  ): ReturnType<RequestCompany['act']>;
}

export async function openGoalCompany(
  now = '2026-11-16T18:00:00+08:00',
  { seed = {}, ...options }: TestCloudOptions = {},
): Promise<GoalCompany> {
  const company = await openRequestCompany(now, { seed: { goal_cycles: [MONTH], ...seed }, ...options });
  const goal: GoalCompany['goal'] = (who, action, input = {}) =>
    company.act(openidOf(who), `goals.${action}`, input);
  return {
    ...company,
    goal,
    save: (who, owner, rev, saved, more = {}) =>
      goal(who, 'saveObjective', {
        cycleId: CYCLE,
        owner,
        rev,
        objective: saved,
        reason: '市场变化',
        ...more,
      }),
    checkIn: (who, owner, ...figures) =>
      goal(who, 'checkIn', {
        key: goalKey(),
        cycleId: CYCLE,
        owner,
        entries: figures.map(([keyResultId, value, mode = 'set']) => ({ keyResultId, value, mode })),
      }),
  };
}

/** A company objective by the team's, and the team's by those of two people. */
export async function openTree(company: GoalCompany): Promise<void> {
  const mean = { source: 'mean', measure: { kind: 'percent' } };
  await company.save('boss', COMPANY, 0, objective('gmv', [metric('gmv-1', 1, mean)]));
  const top = { sheetId: `${CYCLE}:c`, objectiveId: 'gmv', keyResultId: 'gmv-1', weight: 1 };
  await company.save('head', TEAM, 0, objective('team', [metric('team-1', 1, mean)], { alignedTo: [top] }));
  const team = { sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'team-1', weight: 1 };
  for (const who of ['staff', 'peer'] as const)
    await company.save(who, person(who), 0, objective('own', [metric('own-1', 10)], { alignedTo: [team] }));
}
