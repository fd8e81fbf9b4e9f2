import { openWithReset } from '../../../support/open';
import type { Answer } from '../support/company';
import { feedbackKey, noteTo } from '../support/feedback-note';
import { CYCLE } from '../support/goal-company';
import { COMPLAINTS, complaintsSheet, measure, NOVEMBER, OCTOBER, planOf, team } from '../support/plan';
import { openidOf, openRequestCompany, PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(() => openRequestCompany('2026-11-16T10:00:00+08:00'));

const ask = (who: Who, action: string, input: object): Promise<Answer> =>
  company.act(openidOf(who), `appraisal.${action}`, input);
const codeOf = ({ error }: Answer) => (error?.code === 'PLAN_REFUSED' ? error.data.rule : error?.code);
const EVERYBODY = Object.keys(PEOPLE).filter((who) => who !== 'left') as Who[];
const messagesTo = async (who: Who) =>
  (await company.db.find('messages'))
    .filter(({ to }) => (to as string[]).includes(PEOPLE[who]))
    .map(({ event }) => event);
const save = async (who: Who, input: object = planOf('staff')): Promise<{ id: string; rev: number }> => {
  const { data, error } = await ask(who, 'savePlan', input);
  expect(error).toBeUndefined();
  return data;
};
const NAMES = { 'zh-CN': '待改进', en: 'To improve' };
const viewOf = async (id: string, who: Who = 'staff') => (await ask(who, 'plan', { id })).data;

/** A plan that both have agreed to. */
async function agreed(more: object = {}): Promise<string> {
  const { id, rev } = await save('staff', planOf('staff', more));
  await ask('staff', 'agreePlan', { id, rev });
  expect((await ask('head', 'agreePlan', { id, rev: rev + 1 })).ok).toBe(true);
  return id;
}
const verdict = (id: string, rev: number, more: object = {}) => ({
  ...{ id, rev, result: 'reached', reason: '投诉明显减少', after: null, next: null },
  ...more,
});

describe('who sees and writes a plan', () => {
  test('the person, those above and HR read it; the person and those above write; for others there is none', async () => {
    const { id } = await save('staff');
    const readers: Who[] = [];
    for (const who of EVERYBODY) if ((await ask(who, 'plan', { id })).ok) readers.push(who);
    expect(readers).toEqual(['boss', 'head', 'staff', 'hr', 'hr2']);
    for (const who of EVERYBODY) {
      const { ok, error } = await ask(who, 'savePlan', planOf('staff'));
      expect([who, ok ? 'ok' : error?.code]).toEqual([
        who,
        ['boss', 'head', 'staff'].includes(who) ? 'ok' : 'NOT_FOUND',
      ]);
    }
  });

  test('lists have those of oneself, of the reports, or of everybody for HR', async () => {
    await save('staff');
    await save('peer', planOf('peer'));
    const idsOf = async (who: Who, scope: string) =>
      (await ask(who, 'plans', { scope })).data?.items
        .map((each: { person: { id: string } }) => each.person.id)
        .sort();
    expect(await idsOf('staff', 'mine')).toEqual([PEOPLE.staff]);
    expect(await idsOf('head', 'team')).toEqual([PEOPLE.staff, PEOPLE.peer]);
    expect(await idsOf('peer', 'team')).toEqual([]);
    expect(await idsOf('hr', 'all')).toEqual([PEOPLE.staff, PEOPLE.peer]);
    expect((await ask('head', 'plans', { scope: 'all' })).error?.code).toBe('FORBIDDEN');
  });

  test('of who has nobody above HR does the part of the manager, and nobody of HR their own', async () => {
    const { id, rev } = await save('boss', planOf('boss'));
    expect((await ask('hr', 'agreePlan', { id, rev })).ok).toBe(true);
    expect(codeOf(await ask('boss', 'decidePlan', verdict(id, rev + 1)))).toBe('own');
    const own = await save('hr', planOf('hr'));
    expect((await ask('hr2', 'agreePlan', own)).error?.code).toBe('NOT_FOUND');
  });
});

describe('a plan is agreed', () => {
  test('by both: the person first or the manager, and runs from its first day', async () => {
    const { id, rev } = await save('staff', planOf('staff', { from: '2026-11-20' }));
    expect(await messagesTo('head')).toEqual(['plan.written']);
    await ask('head', 'agreePlan', { id, rev });
    expect((await viewOf(id)).plan.state).toBe('draft');
    await ask('staff', 'agreePlan', { id, rev: rev + 1 });
    expect((await viewOf(id)).plan.state).toBe('agreed');
    company.clock.advance(5 * 24 * 3_600_000);
    expect((await viewOf(id)).plan.state).toBe('running');
  });

  test('again after a draft was changed, and only with what was seen', async () => {
    const input = planOf('staff');
    const { id, rev } = await save('staff', input);
    await ask('staff', 'agreePlan', { id, rev });
    const changed = { ...input, id, rev: rev + 1, plan: { ...input.plan, title: '另一个题目' } };
    await save('head', changed);
    expect((await viewOf(id)).plan.agreed).toEqual({ person: null, manager: null });
    expect((await ask('staff', 'agreePlan', { id, rev: rev + 1 })).error?.code).toBe('VERSION_CONFLICT');
    expect((await ask('staff', 'agreePlan', { id, rev: rev + 2 })).ok).toBe(true);
  });

  test('is not another one by the key of the first', async () => {
    const input = planOf('staff');
    const first = await save('staff', input);
    expect(await save('staff', input)).toEqual(first);
    const other = { ...input, plan: { ...input.plan, title: '另一份计划' } };
    expect(codeOf(await ask('staff', 'savePlan', other))).toBe('key-reused');
  });

  test('with one measure at least', async () => {
    const { id, rev } = await save('staff', planOf('staff', { measures: [] }));
    expect(codeOf(await ask('staff', 'agreePlan', { id, rev }))).toBe('no-measures');
  });

  test('then a change needs a reason, is recorded, and what was done keeps its evidence', async () => {
    const id = await agreed({ measures: [measure('m1'), measure('m2')], metric: COMPLAINTS });
    const report = { id, key: feedbackKey(), text: '参加了客户沟通培训', measureId: 'm1', value: 3.8 };
    await ask('staff', 'reportPlan', report);
    expect((await ask('staff', 'reportPlan', report)).ok).toBe(true);
    // The same key is no way to say something else and be told that it was saved.
    for (const more of [{ text: '没有去' }, { value: 9 }, { measureId: 'm2' }])
      expect(codeOf(await ask('staff', 'reportPlan', { ...report, ...more }))).toBe('key-reused');
    const { plan } = await viewOf(id);
    expect(plan.entries).toHaveLength(1);
    expect(plan.measures[0].done).toEqual({ on: '2026-11-16', evidence: '参加了客户沟通培训' });
    const kept = { measures: [measure('m1'), measure('m3')], metric: COMPLAINTS };
    const change = planOf('staff', kept, { id, rev: plan.rev });
    expect(codeOf(await ask('head', 'savePlan', change))).toBe('reason');
    await save('head', { ...change, reason: '客户要求变了' });
    const after = (await viewOf(id)).plan;
    expect(after.changes).toMatchObject([
      { what: ['measures'], reason: '客户要求变了', by: { id: PEOPLE.head } },
    ]);
    expect([after.state, after.measures[0].done?.on]).toEqual(['running', '2026-11-16']);
    const without = planOf('staff', { measures: [measure('m3')] }, { id, rev: after.rev, reason: 'x' });
    expect(codeOf(await ask('head', 'savePlan', without))).toBe('measure-done');
  });

  test('and of one that an appraisal asks for, a change has to be agreed to by the other side again', async () => {
    const id = await agreed({ measures: [measure('m1'), measure('m2')], metric: COMPLAINTS });
    const source = { kind: 'appraisal', cycleId: 'a-2026-11', title: NAMES, grade: NAMES, score: 58 };
    await company.db.updateMany('improvement_plans', { _id: id }, { $set: { source } });
    const less = planOf('staff', { measures: [measure('m1')], metric: null }, { id, rev: 3, reason: '太多' });
    const none = { ...less, plan: { ...less.plan, measures: [] } };
    expect(codeOf(await ask('staff', 'savePlan', none))).toBe('no-measures');
    await save('staff', less);
    const { plan } = await viewOf(id, 'head');
    expect([plan.agreed.person !== null, plan.agreed.manager]).toEqual([true, null]);
    expect([plan.state, plan.may.agree]).toEqual(['running', true]);
    expect(await messagesTo('head')).toContain('plan.changed');
    const waits = async () => (await ask('head', 'plans', { scope: 'team' })).data.items[0].waits;
    expect(await waits()).toBe('agree');
    expect((await ask('head', 'agreePlan', { id, rev: plan.rev })).ok).toBe(true);
    expect(await waits()).toBeNull();
    const back = { measures: [measure('m1')], metric: COMPLAINTS };
    await save('head', planOf('staff', back, { id, rev: 5, reason: '指标要有' }));
    expect((await viewOf(id)).plan).toMatchObject({ agreed: { person: null }, may: { agree: true } });
  });

  test.each([
    ['that ends before it begins', { until: '2026-11-15' }, 'days'],
    ['of more than a year', { until: '2027-12-01' }, 'days'],
    ['with a measure after its end', { measures: [measure('m1', { dueOn: '2026-12-16' })] }, 'measure-days'],
    ['with a measure twice', { measures: [measure('m1'), measure('m1')] }, 'twice'],
  ])('one %s is refused', async (_, more, rule) => {
    expect(codeOf(await ask('staff', 'savePlan', planOf('staff', more)))).toBe(rule);
  });
});

describe('the verdict', () => {
  test('says what the figure has done: four complaints of a hundred to 3.4 are 15 % less', async () => {
    const january = { _id: '2027-01', from: '2027-01-01', to: '2027-01-31', state: 'planned' };
    await company.db.insertMany('goal_cycles', [{ ...NOVEMBER, ...january }]);
    const id = await agreed({ metric: COMPLAINTS });
    const typed = { value: 3.4, count: 214, from: '2026-11-16', to: '2026-12-15' };
    const peers = { before: 3.6, after: 3.5, people: 9 };
    const next = { title: '投诉响应更快', keyResult: '首响 10 分钟内', start: 60, target: 90, unit: '%' };
    const input = verdict(id, 3, { after: { cycleId: null, typed }, peers, next });
    expect((await ask('head', 'decidePlan', input)).ok).toBe(true);
    expect((await ask('head', 'decidePlan', input)).ok).toBe(true);
    const { plan, loop } = await viewOf(id);
    expect(plan.effect).toEqual({
      ...{ before: 4, after: 3.4, difference: -0.6, change: -15, direction: 'better', reached: true },
      ...{
        sample: 'enough',
        peers: { state: 'shown', before: 3.6, after: 3.5, people: 9, change: -2.8, ahead: 12.2 },
      },
    });
    expect(plan).toMatchObject({ state: 'done', verdict: { result: 'reached', by: { id: PEOPLE.head } } });
    expect(loop).toMatchObject({ next, nextSheetId: `2027-01:p-${PEOPLE.staff}` });
    expect(plan.may.take).toBe(true);
    expect(await messagesTo('staff')).toContain('plan.decided');
  });

  const typed = { value: 3.4, count: 214, from: '2026-11-16', to: '2026-12-15' };
  const typedAs = (more: object) => ({ cycleId: null, typed: { ...typed, ...more } });
  const NEXT = { title: '响应', keyResult: '首响', start: 60, target: 90, unit: '%' };
  const PEERS = { before: 3.6, after: 3.5, people: 9 };

  test.each([
    ['a figure of five decimals', { after: typedAs({ value: 1.23456 }) }, 'figure', 'after'],
    ['days out of order', { after: typedAs({ from: '2026-12-31', to: '2026-11-01' }) }, 'days', 'after'],
    [
      'a figure of colleagues of six decimals',
      { after: typedAs({}), peers: { ...PEERS, before: 1.234567 } },
      'figure',
      'peers',
    ],
    ['a next goal of five decimals', { next: { ...NEXT, start: 60.12345 } }, 'figure', 'next'],
    ['a next goal that stays where it is', { next: { ...NEXT, start: 90 } }, 'figure', 'next'],
  ])('with %s is refused, with its field', async (_, more, rule, field) => {
    const id = await agreed({ metric: COMPLAINTS });
    expect((await ask('head', 'decidePlan', verdict(id, 3, more))).error).toEqual({
      code: 'PLAN_REFUSED',
      data: { rule, field },
    });
    expect((await viewOf(id)).plan).toMatchObject({ state: 'running', verdict: null });
  });

  test('of a plan without a metric has no figures, nor have its reports', async () => {
    const id = await agreed();
    const data = (field: string) => ({ code: 'PLAN_REFUSED', data: { rule: 'no-metric', field } });
    expect((await ask('head', 'decidePlan', verdict(id, 3, { after: typedAs({}) }))).error).toEqual(
      data('after'),
    );
    const report = { id, key: feedbackKey(), text: '回访 5 位客户', value: 3 };
    expect((await ask('staff', 'reportPlan', report)).error).toEqual(data('value'));
    const measured = await agreed({ metric: COMPLAINTS });
    const fine = { ...report, id: measured, key: feedbackKey(), value: 1.23456 };
    expect((await ask('staff', 'reportPlan', fine)).error?.data).toEqual({ rule: 'figure', field: 'value' });
  });

  test('that is sent again with other figures or another next goal is told that it was decided', async () => {
    const id = await agreed({ metric: COMPLAINTS });
    const sent = { after: typedAs({}), peers: PEERS, next: NEXT };
    expect((await ask('head', 'decidePlan', verdict(id, 3, sent))).ok).toBe(true);
    expect((await ask('head', 'decidePlan', verdict(id, 3, sent))).ok).toBe(true);
    for (const other of [
      { after: typedAs({ value: 3.3 }) },
      { peers: { ...PEERS, people: 12 } },
      { next: null },
    ])
      expect(codeOf(await ask('head', 'decidePlan', verdict(id, 3, { ...sent, ...other })))).toBe('state');
  });

  test.each([
    ['nobody about themselves', 'staff', 'own'],
    ['not of colleagues', 'peer', 'NOT_FOUND'],
    ['not of HR as long as somebody is above', 'hr', 'NOT_FOUND'],
  ] as const)('%s', async (_, who, code) => {
    const id = await agreed();
    expect(codeOf(await ask(who, 'decidePlan', verdict(id, 3)))).toBe(code);
  });

  test('not before both have agreed, and nothing after it', async () => {
    const { id, rev } = await save('staff');
    expect(codeOf(await ask('head', 'decidePlan', verdict(id, rev)))).toBe('state');
    const done = await agreed();
    await ask('head', 'decidePlan', verdict(done, 3));
    expect(codeOf(await ask('staff', 'reportPlan', { id: done, key: feedbackKey(), text: 'x' }))).toBe(
      'state',
    );
    expect(codeOf(await ask('boss', 'decidePlan', verdict(done, 4, { result: 'not' })))).toBe('state');
  });
});

describe('a metric from key results', () => {
  const KEY_RESULT = { cycleId: '2026-10', keyResultId: 'k1' };
  const begin = async (figures: readonly (readonly [number, number])[]) => {
    const { employees, goal_sheets } = team(figures);
    await company.db.insertMany('goal_cycles', [OCTOBER, NOVEMBER]);
    await company.db.insertMany('employees', employees);
    await company.db.insertMany('goal_sheets', [
      ...goal_sheets,
      complaintsSheet('2026-10', PEOPLE.staff, 4),
      complaintsSheet(CYCLE, PEOPLE.staff, 3.4),
    ]);
  };
  const effectWith = async (figures: readonly (readonly [number, number])[]) => {
    await begin(figures);
    const id = await agreed({ metric: { ...COMPLAINTS, keyResult: KEY_RESULT } });
    const after = { cycleId: CYCLE, typed: null };
    expect((await ask('head', 'decidePlan', verdict(id, 3, { after }))).error).toBeUndefined();
    return (await viewOf(id)).plan;
  };

  test('is offered with its figure, and read again whatever is sent', async () => {
    await begin([]);
    const { options } = (await ask('staff', 'planMetrics', { employeeId: PEOPLE.staff })).data;
    expect(options).toContainEqual({
      ...{ ...KEY_RESULT, title: '每百单投诉', unit: '起', better: 'less', value: 4, target: 3 },
      ...{ from: '2026-10-01', to: '2026-10-31' },
    });
    const forged = { ...COMPLAINTS, keyResult: KEY_RESULT, baseline: { ...COMPLAINTS.baseline, value: 40 } };
    const { id } = await save('staff', planOf('staff', { metric: forged }));
    expect((await viewOf(id)).plan.metric.baseline.value).toBe(4);
    expect((await ask('peer', 'planMetrics', { employeeId: PEOPLE.staff })).error?.code).toBe('NOT_FOUND');
  });

  test('is compared with five of the same job by their mean, and names nobody', async () => {
    const plan = await effectWith([
      ...([
        [4, 4],
        [3, 3],
        [5, 4],
        [4, 5],
        [4, 4],
      ] as const),
    ]);
    expect(plan.effect).toMatchObject({
      ...{ change: -15, sample: 'unknown' },
      peers: { state: 'shown', before: 4, after: 4, people: 5, change: 0, ahead: 15 },
    });
    expect(JSON.stringify(plan)).not.toMatch(/T0\d/);
  });

  test('is not compared with four: one could be worked out from what the others know', async () => {
    const { effect } = await effectWith([
      [4, 4],
      [3, 3],
      [5, 4],
      [4, 5],
    ]);
    expect(effect.peers).toEqual({ state: 'too-few' });
  });
});

describe('a plan from feedback', () => {
  test('begins with what the receiver will do, once, and the note leads to it', async () => {
    const { data: note } = await ask('peer', 'giveFeedback', noteTo('staff'));
    const input = { noteId: note.id, text: '物料清单提前两天发出', dueOn: '2026-11-30' };
    expect((await ask('peer', 'planFromFeedback', input)).error?.code).toBe('NOT_FOUND');
    const first = await ask('staff', 'planFromFeedback', input);
    expect((await ask('staff', 'planFromFeedback', input)).data).toEqual(first.data);
    // Nobody has replied: the giver is told what really keeps the note.
    expect((await ask('peer', 'withdrawFeedback', { id: note.id, rev: 2 })).error).toEqual({
      code: 'FEEDBACK_REFUSED',
      data: { rule: 'planned' },
    });
    const { plan } = await viewOf(first.data.id);
    expect(plan).toMatchObject({
      state: 'draft',
      measures: [{ text: '物料清单提前两天发出', dueOn: '2026-11-30' }],
    });
    expect((await ask('staff', 'feedbackNote', { id: note.id })).data.planId).toBe(plan.id);
    const second = (await ask('head', 'giveFeedback', noteTo('staff'))).data;
    await ask('staff', 'planFromFeedback', { ...input, noteId: second.id, text: '每周同步' });
    expect((await viewOf(first.data.id)).plan.measures).toHaveLength(2);
    expect(await company.db.count('improvement_plans')).toBe(1);
  });

  test('tells manager and HR neither who gave the note nor which one it was', async () => {
    const { data: note } = await ask('peer', 'giveFeedback', { ...noteTo('staff'), visibility: 'receiver' });
    const input = { noteId: note.id, text: '物料清单提前两天发出', dueOn: '2026-11-30' };
    const { data } = await ask('staff', 'planFromFeedback', input);
    const [giver = '', key = ''] = String(note.id).split(':');
    for (const who of ['head', 'hr'] as const) {
      const seen = await ask(who, 'plan', { id: data.id });
      expect(seen.ok).toBe(true);
      const text = JSON.stringify([seen.data.plan, data.id]);
      expect(text).toContain('物料清单');
      expect([text.includes(giver), text.includes(key)]).toEqual([false, false]);
    }
  });
});
