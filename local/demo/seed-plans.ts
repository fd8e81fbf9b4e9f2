import type { Day, Instant } from '#contracts/common';
import type { PlanDraft } from '#contracts/improvement';
import { ask, type Cloud, runAppraisals } from './ask';
import { addDays, instantOf } from './demo-days';

/** The publication of a month after which a plan was opened. */
interface Published {
  readonly cycleId: string;
  /** The month that was appraised. */
  readonly from: Day;
  readonly to: Day;
  readonly publishedOn: Day;
  readonly today: Day;
}

/** A plan as one of the two acts on it. */
interface Open {
  readonly id: string;
  readonly employeeId: string;
  readonly managerId: string;
}

/** Who has a grade that asks for a plan, by months back, and who is above them. */
const PEOPLE: Readonly<Record<number, readonly [employeeId: string, managerId: string]>> = {
  3: ['E0053', 'E0049'],
  2: ['E0025', 'E0011'],
  1: ['E0024', 'E0011'],
};
const DAYS = 29;

/**
 * The plan that a month has led to, opened by the timer: the first one is over and has fewer complaints, the second one is on its way,
 * the third one waits for the manager to agree.
 */
export async function seedPlan(cloud: Cloud, back: number, about: Published): Promise<void> {
  const [employeeId, managerId] = PEOPLE[back] ?? [];
  if (employeeId === undefined || managerId === undefined) return;
  await runAppraisals(cloud, instantOf(about.publishedOn, 18 * 60));
  const plan: Open = { id: `${employeeId}:${about.cycleId}`, employeeId, managerId };
  if (back === 3) await finished(cloud, plan, about);
  if (back === 2) await underWay(cloud, plan, about);
  if (back === 1) await drafted(cloud, plan, about);
}

/** At an hour of the `days`-th day after the publication. */
const on = ({ publishedOn }: Published, days: number, hour: number): Instant =>
  instantOf(addDays(publishedOn, days), hour * 60);

async function finished(cloud: Cloud, plan: Open, about: Published): Promise<void> {
  const { managerId, id } = plan;
  const [from, until] = [addDays(about.publishedOn, 1), addDays(about.publishedOn, 1 + DAYS)];
  const rev = await write(cloud, plan, managerId, on(about, 1, 9), {
    ...{ title: '减少客户投诉', from, until },
    measures: [
      measure('first-reply', 'step', '示例：夜班来件半小时内先回一句', addDays(from, 10)),
      measure('service', 'training', '示例：服务话术培训两次', addDays(from, 14)),
      measure('talk', 'meeting', '示例：每周五和组长看一遍投诉记录', until),
    ],
    metric: {
      ...{ name: '客户投诉', unit: '起', better: 'less', source: '客服系统月报', keyResult: null },
      ...{ baseline: { value: 20, count: 412, from: about.from, to: about.to }, target: 17 },
    },
  });
  await agree(cloud, plan, rev, on(about, 1, 10));
  await report(cloud, plan, on(about, 10, 17), '示例：首回时间降到二十分钟，登记表在共享盘', {
    ...{ measureId: 'first-reply', value: 9 },
  });
  await report(cloud, plan, on(about, 14, 17), '示例：两次培训都参加了，附签到记录', {
    measureId: 'service',
  });
  await report(cloud, plan, on(about, 29, 17), '示例：四次周会记录齐全', { measureId: 'talk', value: 17 });
  await ask(cloud, { by: managerId, at: on(about, 31, 10) }, 'decidePlan', {
    ...{ id, rev: rev + 5, result: 'reached' },
    reason: '示例：投诉从 20 起降到 17 起，首回时间稳定',
    after: { cycleId: null, typed: { value: 17, count: 405, from, to: until } },
    peers: { before: 18.6, after: 18, people: 5 },
    next: { title: '稳住客户投诉', keyResult: '客户投诉', start: 17, target: 15, unit: '起' },
  });
}

async function underWay(cloud: Cloud, plan: Open, about: Published): Promise<void> {
  const from = addDays(about.publishedOn, 1);
  const until = addDays(about.today, 12);
  const rev = await write(cloud, plan, plan.managerId, on(about, 1, 9), {
    ...{ title: '减少漏测', from, until },
    measures: [
      measure('cases', 'step', '示例：把上月三个漏测场景补进用例', addDays(from, 7)),
      measure('review', 'meeting', '示例：每次提测前和开发对一遍风险点', until),
    ],
    metric: {
      ...{ name: '漏测缺陷', unit: '个', better: 'less', source: '缺陷系统', keyResult: null },
      ...{ baseline: { value: 8, count: 46, from: about.from, to: about.to }, target: 5 },
    },
  });
  await agree(cloud, plan, rev, on(about, 1, 11));
  const done = instantOf(addDays(from, 1), 17 * 60);
  await report(cloud, plan, done, '示例：三个场景已补进用例并跑过一轮', { measureId: 'cases', value: 6 });
}

async function drafted(cloud: Cloud, plan: Open, about: Published): Promise<void> {
  const from = addDays(about.publishedOn, 1);
  const until = addDays(from, DAYS);
  const rev = await write(cloud, plan, plan.employeeId, on(about, 0, 19), {
    ...{ title: '提测前先自查', from, until, metric: null },
    measures: [
      measure('list', 'step', '示例：写一份自查清单，先试用两周', addDays(from, 13)),
      measure('pair', 'meeting', '示例：每周和组长一起走查一次', until),
    ],
  });
  await ask(cloud, { by: plan.employeeId, at: on(about, 0, 20) }, 'agreePlan', { id: plan.id, rev });
}

const measure = (
  id: string,
  kind: PlanDraft['measures'][number]['kind'],
  text: string,
  dueOn: Day,
): PlanDraft['measures'][number] => ({ id, kind, text, dueOn });

interface Saved {
  readonly rev: number;
}

/** @returns the revision that both have to agree with */
async function write(cloud: Cloud, plan: Open, by: string, at: Instant, draft: PlanDraft): Promise<number> {
  const { id, employeeId } = plan;
  const key = `demo-plan-${employeeId}-0001`;
  const { rev } = await ask<Saved>(cloud, { by, at }, 'savePlan', {
    ...{ key, id, employeeId, rev: 1, plan: draft },
  });
  return rev;
}

async function agree(
  cloud: Cloud,
  { id, employeeId, managerId }: Open,
  rev: number,
  at: Instant,
): Promise<void> {
  const first = await ask<Saved>(cloud, { by: employeeId, at }, 'agreePlan', { id, rev });
  await ask(cloud, { by: managerId, at }, 'agreePlan', { id, rev: first.rev });
}

async function report(
  cloud: Cloud,
  { id, employeeId }: Open,
  at: Instant,
  text: string,
  more: { readonly measureId: string; readonly value?: number },
): Promise<void> {
  const key = `demo-entry-${employeeId}-${more.measureId}`;
  await ask(cloud, { by: employeeId, at }, 'reportPlan', { id, key, text, ...more });
}
