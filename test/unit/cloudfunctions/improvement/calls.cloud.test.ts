import { openWithReset } from '../../../support/open';
import { feedbackKey, noteTo } from '../support/feedback-note';
import { CYCLE } from '../support/goal-company';
import { COMPLAINTS, complaintsSheet, NOVEMBER, OCTOBER, planOf } from '../support/plan';
import { openidOf, openRequestCompany, PEOPLE, type Who } from '../support/request-company';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  'plans, mine': [2, 1],
  'plans, of the team': [6, 2],
  plan: [6, 2],
  planMetrics: [6, 1],
  'savePlan, new': [5, 2],
  'savePlan, changed': [7, 3],
  agreePlan: [7, 3],
  reportPlan: [3, 2],
  'decidePlan, typed': [7, 3],
  'decidePlan, from key results': [10, 5],
  dropPlan: [3, 2],
  planFromFeedback: [6, 5],
};

const company = openWithReset(async () =>
  openRequestCompany('2026-11-16T10:00:00+08:00', {
    maxWorkers: 1,
    seed: {
      goal_cycles: [OCTOBER, NOVEMBER],
      goal_sheets: [
        complaintsSheet('2026-10', PEOPLE.staff, 4),
        complaintsSheet(CYCLE, PEOPLE.staff, 3.4),
      ] as never,
    },
  }),
);
const ask = (who: Who, action: string, input: object) =>
  company.act(openidOf(who), `appraisal.${action}`, input);
const saved = async (more: object = {}) =>
  (await ask('staff', 'savePlan', planOf('staff', more))).data as { id: string; rev: number };
async function agreed(more: object = {}): Promise<string> {
  const { id } = await saved(more);
  await ask('staff', 'agreePlan', { id, rev: 1 });
  await ask('head', 'agreePlan', { id, rev: 2 });
  return id;
}
const verdict = { rev: 3, result: 'reached', reason: '明显减少', next: null };
const typed = { value: 3.4, count: 214, from: '2026-11-16', to: '2026-11-16' };
const KEY_RESULT = { cycleId: '2026-10', keyResultId: 'k1' };

/** What is there before, and the call that is counted. */
const RUNS: Record<string, () => Promise<[Who, string, object]>> = {
  'plans, mine': async () => {
    await saved();
    return ['staff', 'plans', { scope: 'mine' }];
  },
  'plans, of the team': async () => {
    await saved();
    return ['head', 'plans', { scope: 'team' }];
  },
  plan: async () => ['head', 'plan', { id: (await saved()).id }],
  planMetrics: async () => ['head', 'planMetrics', { employeeId: PEOPLE.staff }],
  'savePlan, new': async () => ['staff', 'savePlan', planOf('staff')],
  'savePlan, changed': async () => ['head', 'savePlan', planOf('staff', { title: '新题目' }, await saved())],
  agreePlan: async () => ['head', 'agreePlan', await saved()],
  reportPlan: async () => ['staff', 'reportPlan', { id: await agreed(), key: feedbackKey(), text: '做了' }],
  'decidePlan, typed': async () => {
    const id = await agreed({ metric: COMPLAINTS });
    return ['head', 'decidePlan', { id, ...verdict, after: { cycleId: null, typed } }];
  },
  'decidePlan, from key results': async () => {
    const id = await agreed({ metric: { ...COMPLAINTS, keyResult: KEY_RESULT } });
    return ['head', 'decidePlan', { id, ...verdict, after: { cycleId: CYCLE, typed: null } }];
  },
  dropPlan: async () => ['staff', 'dropPlan', { ...(await saved()), reason: '不需要了' }],
  planFromFeedback: async () => {
    const { data } = await ask('peer', 'giveFeedback', noteTo('staff'));
    return ['staff', 'planFromFeedback', { noteId: data.id, text: '提前发出', dueOn: '2026-11-30' }];
  },
};

/** The two and who is above, and the cycles, are known to the instance. */
async function warmUp(): Promise<void> {
  for (const who of ['staff', 'head'] as const) {
    await ask(who, 'planMetrics', { employeeId: PEOPLE.staff });
    await ask(who, 'plans', { scope: 'mine' });
  }
}

/** More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  const plan = await RUNS[name]?.();
  if (!plan) throw new Error(`Nothing is known of ${name}.`);
  if (warm) await warmUp();
  else company.clock.advance(61_000);
  expect((await ask(...plan)).error).toBeUndefined();
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold]) => {
  expect(await count(name, false)).toBe(cold);
});

test.each(Object.entries(CALLS))('%s, on a warm instance: %j calls', async (name, [, warm]) => {
  expect(await count(name, true)).toBe(warm);
});
