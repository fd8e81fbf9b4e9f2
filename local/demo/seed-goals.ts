import type { Day } from '#contracts/common';
import type { SheetOwner } from '#contracts/goal';
import type { EmbeddedCloud } from '../cloud';
import { DEPARTMENTS, employeeId } from './company';
import { dayOf, instantOf, monthStart } from './demo-days';
import { openidOf } from './demo-person';
import { finishedMonths } from './finished-months';
import {
  companyObjective,
  memberObjective,
  PARENTS,
  parentObjective,
  TEAMS,
  type TeamGoal,
  teamObjective,
} from './goal-teams';
import { randomFraction } from './random';

type Cloud = Pick<EmbeddedCloud, 'db' | 'invoke' | 'clock'>;

const HR = 'E0046';
const LEADER = 'E0001';

/**
 * Three closed months; then opens the cycle of this month and fills it through the function: the company's objectives, those
 * of departments and teams, and of their members with reports: of today alone, or of every week. Only for a company without any cycle.
 * @throws Error if the product refuses something
 */
export async function seedGoals(cloud: Cloud, now: number, isWeekly = false): Promise<void> {
  if ((await cloud.db.count('goal_cycles')) > 0) return;
  const today = dayOf(now);
  const cycleId = today.slice(0, 7);
  for (const [collection, documents] of Object.entries(finishedMonths(today)))
    await cloud.db.insertMany(collection, documents);
  await call(cloud, HR, 'saveCycle', { kind: 'month', from: monthStart(today, 0) });
  await save(cloud, LEADER, cycleId, { kind: 'company' }, companyObjective());
  for (const [department, title, keyResult] of PARENTS) {
    const owner = { kind: 'department', id: department } as const;
    const saved = parentObjective(cycleId, { department, title, keyResult });
    await save(cloud, leaderOf(department), cycleId, owner, saved);
  }
  for (const team of TEAMS) await saveTeam(cloud, cycleId, team, { today, isWeekly });
}

const reason = '月初商定';

async function saveTeam(
  cloud: Cloud,
  cycleId: string,
  team: TeamGoal,
  when: { readonly today: Day; readonly isWeekly: boolean },
): Promise<void> {
  const { department, target } = team;
  const plan = DEPARTMENTS.find(({ id }) => id === department);
  if (!plan) throw new Error(`no department ${department}`);
  const owner = { kind: 'department', id: department } as const;
  await save(cloud, plan.leaderId, cycleId, owner, teamObjective(cycleId, team, plan.parentId));
  for (const member of plan.members.map(employeeId)) {
    const own = { kind: 'person', id: member } as const;
    const isSaved = await trySave(cloud, member, cycleId, own, memberObjective(cycleId, team));
    if (isSaved) await report(cloud, member, cycleId, { ...when, target });
  }
}

/** How far somebody is: about as far as the month, some behind and some ahead. */
async function report(
  cloud: Cloud,
  member: string,
  cycleId: string,
  { today, target, isWeekly }: { readonly today: Day; readonly target: number; readonly isWeekly: boolean },
): Promise<void> {
  const share = (Number(today.slice(8)) / 30) * (0.6 + 0.7 * randomFraction(member, 'goals', 'share'));
  const value = Math.round(target * share);
  if (value === 0) return;
  const days = isWeekly ? WEEKLY.filter((each) => each < Number(today.slice(8))) : [];
  for (const day of days) {
    const part = Math.round((value * day) / Number(today.slice(8)));
    await reportEarlier(cloud, member, cycleId, { day: dayIn(today, day), value: part });
  }
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

/** Days of the month on which people report; what they stand at on the last day that has come is reported today. */
const WEEKLY = [5, 11, 16, 20, 26] as const;
const dayIn = (today: Day, day: number): Day => `${today.slice(0, 8)}${String(day).padStart(2, '0')}` as Day;

/** What somebody stood at on an earlier day, reported that evening; nothing of who was not there yet. */
async function reportEarlier(
  cloud: Cloud,
  member: string,
  cycleId: string,
  { day, value }: { readonly day: Day; readonly value: number },
): Promise<void> {
  const input = {
    ...{ key: `demo-goals-${member}-${day}`, cycleId, owner: { kind: 'person', id: member } },
    entries: [{ keyResultId: 'result', mode: 'set', value }],
    confidence: 'on-track',
  };
  const { ok, error } = await ask(cloud, member, 'checkIn', input, instantOf(day, 17 * 60 + 30));
  if (!ok && error?.code !== 'ACCESS_ENDED')
    throw new Error(`checkIn of ${member}: ${JSON.stringify(error)}`);
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

async function ask(
  { invoke }: Cloud,
  by: string,
  action: string,
  input: object,
  now?: number,
): Promise<Answer> {
  const as = { kind: 'user', openid: openidOf(by) } as const;
  const { result } = await invoke('goals', { action, input }, { as, ...(now !== undefined && { now }) });
  return result as Answer;
}

async function call(cloud: Cloud, by: string, action: string, input: object): Promise<unknown> {
  const { ok, data, error } = await ask(cloud, by, action, input);
  if (!ok) throw new Error(`${action} of ${by}: ${JSON.stringify(error)}`);
  return data;
}
