import type { Day } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import type { EmbeddedCloud } from '../cloud';
import { DEPARTMENTS, employeeId } from './company';
import { dayOf, monthStart } from './demo-days';
import { openidOf } from './demo-person';
import { randomFraction } from './random';

type Cloud = Pick<EmbeddedCloud, 'db' | 'invoke' | 'clock'>;

const HR = 'E0046';
const LEADER = 'E0001';

/** One line of a team's goals: what each member is to reach, and how it is called. */
interface TeamGoal {
  readonly department: string;
  readonly title: string;
  readonly result: string;
  readonly unit: string;
  /** Of each member. */
  readonly target: number;
  readonly quality: string;
}

const TEAMS: readonly TeamGoal[] = [
  {
    department: 'D11',
    title: '按期交付版本',
    result: '完成需求',
    unit: '个',
    target: 20,
    quality: '线上缺陷',
  },
  { department: 'D12', title: '接口稳定', result: '完成接口', unit: '个', target: 15, quality: '线上故障' },
  { department: 'D21', title: '华北新客户', result: '成交客户', unit: '位', target: 12, quality: '客户投诉' },
  { department: 'D22', title: '华东新客户', result: '成交客户', unit: '位', target: 14, quality: '客户投诉' },
  { department: 'D23', title: '华南新客户', result: '成交客户', unit: '位', target: 10, quality: '客户投诉' },
];
const PARENTS: readonly (readonly [department: string, title: string, keyResult: string])[] = [
  ['D10', '产品每月上新', '研发组的目标'],
  ['D20', '新增客户', '销售组的目标'],
];

/**
 * Opens the cycle of this month and fills it through the function: the company's objectives, those of departments and teams,
 * and of their members with reports. Only for a company without any cycle.
 * @throws Error if the product refuses something
 */
export async function seedGoals(cloud: Cloud, now: number): Promise<void> {
  if ((await cloud.db.count('goal_cycles')) > 0) return;
  const today = dayOf(now);
  const cycleId = today.slice(0, 7);
  await call(cloud, HR, 'saveCycle', { kind: 'month', from: monthStart(today, 0) });
  await saveCompany(cloud, cycleId);
  for (const [department, title, keyResult] of PARENTS)
    await saveParent(cloud, cycleId, { department, title, keyResult });
  for (const team of TEAMS) await saveTeam(cloud, cycleId, team, today);
}

const reason = '月初商定';
const mean = (id: string, title: string, weight: number) => ({
  ...{ id, title, weight, source: 'mean', measure: { kind: 'percent' } },
});
const metric = (id: string, title: string, target: number, unit: string, weight: number) => ({
  ...{ id, title, weight, source: 'own', measure: { kind: 'raise', start: 0, target, unit } },
});
const objective = (
  id: string,
  title: string,
  keyResults: readonly object[],
  alignedTo: readonly object[] = [],
) => ({
  ...{ id, title, weight: 100, keyResults, alignedWeight: 0, alignedTo },
});
const place = (cycleId: string, key: string, objectiveId: string, keyResultId: string) => ({
  ...{ sheetId: `${cycleId}:${key}`, objectiveId, keyResultId, weight: 1 },
});

async function saveCompany(cloud: Cloud, cycleId: string): Promise<void> {
  const results = PARENTS.map(([department, title]) => mean(department, title, 50));
  await save(cloud, LEADER, cycleId, { kind: 'company' }, objective('company', '全年收入增长 30%', results));
}

async function saveParent(
  cloud: Cloud,
  cycleId: string,
  { department, title, keyResult }: Readonly<Record<'department' | 'title' | 'keyResult', string>>,
): Promise<void> {
  const owner = { kind: 'department', id: department } as const;
  const aligned = [place(cycleId, 'c', 'company', department)];
  await save(
    cloud,
    leaderOf(department),
    cycleId,
    owner,
    objective('main', title, [mean('teams', keyResult, 100)], aligned),
  );
}

async function saveTeam(cloud: Cloud, cycleId: string, team: TeamGoal, today: Day): Promise<void> {
  const { department, title, result, unit, target, quality } = team;
  const plan = DEPARTMENTS.find(({ id }) => id === department);
  if (!plan) throw new Error(`no department ${department}`);
  const above = [place(cycleId, `d-${plan.parentId}`, 'main', 'teams')];
  const owner = { kind: 'department', id: department } as const;
  await save(
    cloud,
    plan.leaderId,
    cycleId,
    owner,
    objective('team', title, [mean('members', '每个人的目标', 100)], above),
  );
  for (const member of plan.members.map(employeeId)) {
    const own = { kind: 'person', id: member } as const;
    const results = [
      metric('result', result, target, unit, 70),
      { ...metric('quality', quality, 3, '起', 30), measure: { kind: 'keep-below', limit: 3, unit: '起' } },
    ];
    const aligned = [place(cycleId, `d-${department}`, 'team', 'members')];
    const isSaved = await trySave(cloud, member, cycleId, own, objective('own', title, results, aligned));
    if (isSaved) await report(cloud, member, cycleId, { today, target });
  }
}

/** How far somebody is: about as far as the month, some behind and some ahead. */
async function report(
  cloud: Cloud,
  member: string,
  cycleId: string,
  { today, target }: { readonly today: Day; readonly target: number },
): Promise<void> {
  const share = (Number(today.slice(8)) / 30) * (0.6 + 0.7 * randomFraction(member, 'goals', 'share'));
  const value = Math.round(target * share);
  if (value === 0) return;
  const complaints = Math.floor(4.4 * randomFraction(member, 'goals', 'quality'));
  await call(cloud, member, 'checkIn', {
    key: `demo-goals-${member}-0001`,
    cycleId,
    owner: { kind: 'person', id: member },
    entries: [
      { keyResultId: 'result', mode: 'set', value },
      { keyResultId: 'quality', mode: 'set', value: complaints },
    ],
    confidence: share < 0.7 * (Number(today.slice(8)) / 30) ? 'at-risk' : 'on-track',
  });
}

function leaderOf(department: string): string {
  return DEPARTMENTS.find(({ id }) => id === department)?.leaderId ?? LEADER;
}

const save = (
  cloud: Cloud,
  by: string,
  cycleId: string,
  owner: SheetOwner,
  saved: object,
): Promise<unknown> => call(cloud, by, 'saveObjective', { cycleId, owner, rev: 0, objective: saved, reason });

/** Somebody who has left, or is not bound yet, has no goals. */
async function trySave(
  cloud: Cloud,
  by: string,
  cycleId: string,
  owner: SheetOwner,
  saved: object,
): Promise<boolean> {
  const input = { cycleId, owner, rev: 0, objective: saved, reason };
  const { ok, error } = await ask(cloud, by, 'saveObjective', input);
  if (ok || error?.code === 'ACCESS_ENDED' || error?.code === 'NOT_BOUND') return ok;
  throw new Error(`saveObjective of ${by}: ${JSON.stringify(error)}`);
}

interface Answer {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly error?: { readonly code: string };
}

async function ask({ invoke }: Cloud, by: string, action: string, input: object): Promise<Answer> {
  const { result } = await invoke('goals', { action, input }, { as: { kind: 'user', openid: openidOf(by) } });
  return result as Answer;
}

async function call(cloud: Cloud, by: string, action: string, input: object): Promise<unknown> {
  const { ok, data, error } = await ask(cloud, by, action, input);
  if (!ok) throw new Error(`${action} of ${by}: ${JSON.stringify(error)}`);
  return data;
}
