import { FULL } from '../../../../miniprogram/common/goals/share';
import { openWithReset } from '../../../support/open';
import { COMPANY, CYCLE, metric, objective, openGoalCompany, person, TEAM } from '../support/goal-company';
import type { Who } from '../support/request-company';

const company = openWithReset(
  () => openGoalCompany(),
  async (opened) => {
    await opened.save('head', TEAM, 0, objective('team', [metric('deals', 120)], { title: '双十二' }));
  },
);

const divide = (rows: readonly (readonly [Who, number])[], more: object = {}) => ({
  ...{ cycleId: CYCLE, owner: TEAM, keyResultId: 'deals', rev: 1, id: 'part', weight: 40 },
  ...{ deadline: '2026-11-19', rows: rows.map(([who, target]) => ({ owner: person(who), target })) },
  ...more,
});
const at = (who: Who, rev = 1) => ({ cycleId: CYCLE, owner: person(who), id: 'part', rev });
const confirm = (who: Who) => company.goal(who, 'answerPush', at(who));
const sheetOf = async (owner: object) =>
  (await company.goal('staff', 'sheet', { cycleId: CYCLE, owner })).data.sheet;
const dealsOf = async () => (await sheetOf(TEAM)).objectives[0].keyResults[0];
const viewOf = async () =>
  (await company.goal('head', 'division', { cycleId: CYCLE, owner: TEAM, keyResultId: 'deals' })).data;

test('a key result is divided, and what a person reports of their share moves the whole at once', async () => {
  const shares = [
    ['staff', 60],
    ['peer', 40],
    ['other', 20],
  ] as const;
  const answer = await company.goal('head', 'breakDown', divide(shares));
  expect(answer.data).toEqual({ pushed: shares.map(([who]) => person(who)), refused: [], rev: 2 });
  expect(await dealsOf()).toMatchObject({ source: 'sum', hasData: false, parts: 0 });
  for (const who of ['staff', 'peer'] as const) expect((await confirm(who)).data.state).toBe('confirmed');
  expect((await sheetOf(person('staff'))).objectives).toMatchObject([
    {
      ...{ title: '双十二', weight: 40, above: [{ owner: { owner: TEAM }, adds: 0.5 * FULL }] },
      keyResults: [{ title: '结果 deals', measure: { start: 0, target: 60 }, source: 'own' }],
    },
  ]);
  const moved = await company.checkIn('staff', person('staff'), ['part-1', 30]);
  expect(moved.data.moved).toMatchObject([
    { owner: { owner: person('staff') }, after: 0.5 * FULL },
    { owner: { owner: TEAM }, before: 0, after: 0.25 * FULL },
  ]);
  await company.checkIn('peer', person('peer'), ['part-1', 18]);
  expect(await dealsOf()).toMatchObject({ standing: { value: 48 }, parts: 2, hasData: true });
});

test('a figure that falls is divided with its start, and who has not confirmed stands at it', async () => {
  const complaints = metric('complaints', 50, {
    measure: { kind: 'lower', start: 100, target: 50, unit: '起' },
  });
  await company.save('head', TEAM, 1, objective('team', [complaints], { title: '少投诉' }));
  const rows = divide(
    [
      ['staff', 30],
      ['peer', 20],
    ],
    { keyResultId: 'complaints', rev: 2 },
  );
  expect((await company.goal('head', 'breakDown', rows)).data.pushed).toHaveLength(2);
  await confirm('staff');
  const [own] = (await sheetOf(person('staff'))).objectives[0].keyResults;
  expect(own.measure).toMatchObject({ kind: 'lower', start: 60, target: 30 });
  await company.checkIn('staff', person('staff'), ['part-1', 45]);
  const [whole] = (await sheetOf(TEAM)).objectives[0].keyResults;
  // 15 fewer than at the start; the other 40 stay where they began.
  expect([whole.standing.value, whole.progress]).toEqual([85, 0.3 * FULL]);
});

test('the same call again pushes nothing twice, and completes what was left', async () => {
  await company.goal('head', 'breakDown', divide([['staff', 60]]));
  const again = await company.goal('head', 'breakDown', divide([['staff', 60]]));
  expect(again.data).toMatchObject({ pushed: [person('staff')], rev: 2 });
  expect(await company.db.count('messages')).toBe(1);
});

test('the page shows who has what already, and what they reached in the cycle before', async () => {
  await company.db.insertMany('goal_cycles', [
    { _id: '2026-10', kind: 'month', from: '2026-10-01', to: '2026-10-31', state: 'running', rev: 1 },
  ]);
  const last = objective('old', [metric('old-1', 30, { title: '结果 deals' })]);
  await company.save('peer', person('peer'), 0, last, { cycleId: '2026-10' });
  await company.goal('peer', 'checkIn', {
    ...{ key: 'last-month-key-0001', cycleId: '2026-10', owner: person('peer') },
    entries: [{ keyResultId: 'old-1', mode: 'set', value: 28 }],
  });
  await company.goal('head', 'breakDown', divide([['staff', 60]]));
  const { rows, hasOwnFigures } = await viewOf();
  expect(hasOwnFigures).toBe(false);
  expect(rows).toMatchObject([
    { owner: person('staff'), share: { target: 60, state: 'open' }, last: null },
    { owner: person('peer'), share: null, last: { target: 30, value: 28 } },
    { owner: person('other'), share: null, last: null },
  ]);
});

test('the company is divided over its departments, whose leaders confirm', async () => {
  await company.save('boss', COMPANY, 0, objective('gmv', [metric('new', 1_000)]));
  const input = { owner: COMPANY, keyResultId: 'new', rows: [{ owner: TEAM, target: 700 }] };
  const view = await company.goal('boss', 'division', { cycleId: CYCLE, owner: COMPANY, keyResultId: 'new' });
  expect(view.data.rows.map((row: { owner: object }) => row.owner)).toEqual(
    expect.arrayContaining([TEAM, { kind: 'department', id: 'D3' }, person('hr')]),
  );
  expect((await company.goal('boss', 'breakDown', divide([], input))).data.pushed).toEqual([TEAM]);
  const confirmed = await company.goal('head', 'answerPush', {
    ...{ cycleId: CYCLE, owner: TEAM, id: 'part', rev: 1 },
  });
  expect(confirmed.data.state).toBe('confirmed');
  // The share of the department is broken down once more, to people.
  const { rev } = await sheetOf(TEAM);
  const further = divide([['staff', 700]], { keyResultId: 'part-1', rev, id: 'further' });
  expect((await company.goal('head', 'breakDown', further)).data.pushed).toEqual([person('staff')]);
  await company.goal('staff', 'answerPush', { ...at('staff'), id: 'further' });
  const { data } = await company.checkIn('staff', person('staff'), ['further-1', 350]);
  expect(data.moved.map(({ after }: { after: number }) => after)).toEqual([
    0.5 * FULL,
    0.2 * FULL,
    0.35 * FULL,
  ]);
});

test('what cannot be added up is not divided, nor by who does not lead', async () => {
  for (const [who, more, code] of [
    ['staff', {}, 'NOT_FOUND'],
    ['admin', {}, 'NOT_FOUND'],
    ['head', { rev: 0 }, 'VERSION_CONFLICT'],
    ['head', { keyResultId: 'gone' }, 'NOT_FOUND'],
    ['head', { rows: [{ owner: person('staff'), target: 0 }] }, 'MEASURE_INVALID'],
    ['head', { rows: [{ owner: person('elsewhere'), target: 5 }] }, 'NOT_FOUND'],
    ['head', { deadline: '2026-11-15' }, 'INPUT_INVALID'],
  ] as const) {
    const { error } = await company.goal(who, 'breakDown', divide([['staff', 60]], more));
    expect([who, more, error?.code]).toEqual([who, more, code]);
  }
  expect(await dealsOf()).toMatchObject({ source: 'own' });
  const percent = metric('rate', 1, { measure: { kind: 'raise', start: 0, target: 15, unit: '%' } });
  await company.save('head', TEAM, 1, objective('team', [percent]));
  const refused = await company.goal(
    'head',
    'breakDown',
    divide([['staff', 5]], { keyResultId: 'rate', rev: 2 }),
  );
  expect(refused.error).toMatchObject({ code: 'INPUT_INVALID', data: { rule: 'additive' } });
});

test('a key result stays a sum when its objective is edited, and none becomes one by editing', async () => {
  await company.goal('head', 'breakDown', divide([['staff', 60]]));
  const more = { source: 'sum', title: '新名字' };
  expect((await company.save('head', TEAM, 2, objective('team', [metric('deals', 120, more)]))).ok).toBe(
    true,
  );
  expect(await dealsOf()).toMatchObject({ title: '新名字', source: 'sum', divided: 'part' });
  const own = objective('mine', [metric('mine-1', 5, { source: 'sum' })]);
  expect((await company.save('peer', person('peer'), 0, own)).error).toMatchObject({
    ...{ code: 'INPUT_INVALID', data: { rule: 'divided' } },
  });
});

test('a share goes the same way as the whole, also when another version is asked for', async () => {
  for (const rows of [
    [['staff', -3]],
    [
      ['staff', 60],
      ['peer', -3],
    ],
  ] as const) {
    const { error } = await company.goal('head', 'breakDown', divide(rows));
    expect(error).toMatchObject({ code: 'MEASURE_INVALID', data: { rule: 'direction' } });
  }
  expect([await dealsOf(), await company.db.count('messages')]).toMatchObject([{ source: 'own' }, 0]);
  await company.goal('head', 'breakDown', divide([['staff', 60]]));
  const shareOf = (measure: object) =>
    objective('part', [metric('part-1', 0, { measure })], { title: '双十二', weight: 40 });
  for (const measure of [
    { kind: 'raise', start: 0, target: -3, unit: '单' },
    { kind: 'raise', start: 0, target: 60, unit: '元' },
    { kind: 'percent' },
  ]) {
    const counter = { objective: shareOf(measure), reason: '太多' };
    const { error } = await company.goal('staff', 'answerPush', { ...at('staff'), counter });
    expect(error).toMatchObject({ code: 'MEASURE_INVALID', data: { rule: 'direction' } });
  }
  const fewer = { objective: shareOf({ kind: 'raise', start: 0, target: 30, unit: '单' }), reason: '太多' };
  expect((await company.goal('staff', 'answerPush', { ...at('staff'), counter: fewer })).data.state).toBe(
    'countered',
  );
});

test('nobody has two shares of one key result, and is named; once it is withdrawn they can have another', async () => {
  const second = (rev: number, id: string) =>
    company.goal(
      'head',
      'breakDown',
      divide(
        [
          ['staff', 50],
          ['peer', 20],
        ],
        { id, rev },
      ),
    );
  await company.goal('head', 'breakDown', divide([['staff', 60]]));
  // It waits.
  expect((await second(2, 'again')).data).toMatchObject({
    pushed: [person('peer')],
    refused: [{ owner: person('staff'), why: 'shared' }],
  });
  await confirm('staff');
  // It counts.
  expect((await second(3, 'more')).data).toMatchObject({
    pushed: [],
    refused: [
      { owner: person('staff'), why: 'shared' },
      { owner: person('peer'), why: 'shared' },
    ],
  });
  const peers = { cycleId: CYCLE, owner: person('peer'), id: 'again', rev: 1 };
  await company.goal('head', 'decidePush', { ...peers, decision: 'withdraw', reason: '方向变了' });
  expect((await second(4, 'last')).data.pushed).toEqual([person('peer')]);
});
