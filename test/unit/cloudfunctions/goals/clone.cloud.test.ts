import { openWithReset } from '../../../support/open';
import {
  COMPANY,
  checkInOf,
  MONTH,
  metric,
  objective,
  openGoalCompany,
  person,
  TEAM,
} from '../support/goal-company';
import type { Who } from '../support/request-company';

const OCTOBER = '2026-10';
const MEAN = { source: 'mean', measure: { kind: 'percent' } };
const RATE = { measure: { kind: 'raise', start: 20, target: 35, unit: '%' }, weight: 40 };

/** October has a tree; in November only the company's goal is there, written anew under the same title. */
const company = openWithReset(
  () =>
    openGoalCompany('2026-11-16T18:00:00+08:00', {
      seed: {
        goal_cycles: [
          MONTH,
          { ...MONTH, _id: OCTOBER, from: '2026-10-01', to: '2026-10-31' },
          { ...MONTH, _id: '2026-09', from: '2026-09-01', to: '2026-09-30', state: 'closed' },
          { ...MONTH, _id: '2026-12', from: '2026-12-01', to: '2026-12-31', state: 'planned' },
        ],
      },
    }),
  async (opened) => {
    const save = async (who: Who, owner: object, rev: number, saved: object, cycleId = OCTOBER) => {
      const answer = await opened.save(who, owner, rev, saved, { cycleId });
      expect(answer.error).toBeUndefined();
    };
    await save('boss', COMPANY, 0, objective('gmv', [metric('gmv-1', 1, MEAN)], { title: '多卖一点' }));
    const top = { sheetId: `${OCTOBER}:c`, objectiveId: 'gmv', keyResultId: 'gmv-1', weight: 1 };
    await save('head', TEAM, 0, objective('team', [metric('team-1', 1, MEAN)], { alignedTo: [top] }));
    const place = { sheetId: `${OCTOBER}:d-D2`, objectiveId: 'team', keyResultId: 'team-1', weight: 1 };
    const results = [metric('deals', 10, { weight: 60, words: ['单'] }), metric('rate', 35, RATE)];
    await save('staff', person('staff'), 0, objective('own', results, { alignedTo: [place], weight: 70 }));
    await save('staff', person('staff'), 1, objective('more', [metric('more-1', 3)], { weight: 30 }));
    await opened.goal('staff', 'checkIn', {
      ...checkInOf(person('staff'), ['deals', 7, 'add'], ['rate', 31]),
      cycleId: OCTOBER,
    });
    const again = objective('anew', [metric('anew-1', 1, { ...MEAN, title: '结果 gmv-1' })], {
      title: '多 卖一点',
    });
    await save('boss', COMPANY, 0, again, '2026-11');
  },
);

const AT = { cycleId: '2026-11', from: OCTOBER };
const cloneable = (who: Who, owner: object, more: object = {}) =>
  company.goal(who, 'cloneable', { cycleId: '2026-11', owner, ...more });
const clone = (who: Who, owner: object, objectiveIds: string[], more: object = {}) =>
  company.goal(who, 'clone', { ...AT, owner, rev: 0, objectiveIds, raise: 0, fromLast: true, ...more });
const sheetOf = async (owner: object) =>
  (await company.goal('staff', 'sheet', { cycleId: '2026-11', owner })).data.sheet;

test('the page shows what the last cycle had, how far it came, and what can go on', async () => {
  const { data } = await cloneable('staff', person('staff'));
  expect(data).toMatchObject({
    ...{ from: OCTOBER, sources: [{ id: OCTOBER }, { id: '2026-09' }], rev: 0, used: 0 },
    rows: [
      {
        ...{ id: 'own', weight: 70, isThere: false, lost: 1, alignedTo: [] },
        keyResults: [
          // Deals were added up one by one: they begin anew; a rate goes on.
          { id: 'deals', last: null },
          { id: 'rate', last: 31 },
        ],
      },
      { id: 'more', weight: 30, progress: 0 },
    ],
  });
});

test('a leader copies the goals of the unit first, and those of a person count for them', async () => {
  expect((await clone('head', TEAM, ['team'])).data).toEqual({ rev: 1, added: 1 });
  const [team] = (await sheetOf(TEAM)).objectives;
  // The company has the goal under the same title.
  expect(team.above).toMatchObject([{ title: '结果 gmv-1', owner: { owner: COMPANY } }]);
  const { data } = await cloneable('staff', person('staff'));
  expect(data.rows[0]).toMatchObject({ lost: 0, alignedTo: [{ title: '结果 team-1' }] });

  expect((await clone('staff', person('staff'), ['own'], { raise: 10 })).data).toEqual({ rev: 1, added: 1 });
  const { objectives } = await sheetOf(person('staff'));
  expect(objectives).toMatchObject([
    {
      ...{ title: '目标 own', weight: 70, state: 'active', progress: 0 },
      keyResults: [
        { measure: { start: 0, target: 11 }, words: ['单'], weight: 60, hasData: false },
        { measure: { start: 31, target: 39 }, weight: 40 },
      ],
    },
  ]);
  const [deals] = objectives[0].keyResults;
  const moved = await company.checkIn('staff', person('staff'), [deals.id, 11]);
  expect(moved.data.moved.map(({ owner }: { owner: { owner: object } }) => owner.owner)).toEqual([
    ...[person('staff'), TEAM, COMPANY],
  ]);
});

test('the same again copies nothing twice; what is added then joins it', async () => {
  await clone('staff', person('staff'), ['own']);
  expect((await clone('staff', person('staff'), ['own'])).data).toEqual({ rev: 1, added: 0 });
  expect((await cloneable('staff', person('staff'))).data).toMatchObject({
    ...{ used: 70, rev: 1, rows: [{ isThere: true }, { isThere: false }] },
  });
  expect((await clone('staff', person('staff'), ['own', 'more'], { rev: 1 })).data).toEqual({
    rev: 2,
    added: 1,
  });
  const { objectives } = await sheetOf(person('staff'));
  expect(objectives.map(({ title }: { title: string }) => title)).toEqual(['目标 own', '目标 more']);
});

test('nothing can be copied into a cycle that was closed', async () => {
  const { error } = await cloneable('staff', person('staff'), { cycleId: '2026-09' });
  expect(error?.code).toBe('CYCLE_NOT_RUNNING');
});

test.each([
  ['somebody else', 'peer', person('staff'), ['own'], {}, 'NOT_FOUND'],
  ['a person below', 'head', person('staff'), ['own'], {}, 'NOT_FOUND'],
  ['an objective that is not there', 'staff', person('staff'), ['own', 'none'], {}, 'NOT_FOUND'],
  ['another revision', 'staff', person('staff'), ['own'], { rev: 3 }, 'VERSION_CONFLICT'],
  ['a later cycle', 'staff', person('staff'), ['own'], { from: '2026-12' }, 'INPUT_INVALID'],
  ['a cycle of another kind', 'staff', person('staff'), ['own'], { from: '2026-Q3' }, 'INPUT_INVALID'],
  [
    'a cycle without goals',
    'staff',
    person('staff'),
    ['own'],
    { cycleId: '2026-10', from: '2026-09' },
    'NOT_FOUND',
  ],
  ['more than all', 'staff', person('staff'), ['own'], { raise: 101 }, 'INPUT_INVALID'],
  ['twice the same', 'staff', person('staff'), ['own', 'own'], {}, 'INPUT_INVALID'],
] as const)('of %s nothing is copied', async (_, who, owner, ids, more, code) => {
  const { error } = await clone(who, owner, [...ids], more);
  expect(error?.code).toBe(code);
  expect((await company.db.get('goal_sheets', `2026-11:p-${person('staff').id}`)) ?? null).toBeNull();
});

test('goals that would weigh more than the whole are refused, and nothing of them is there', async () => {
  await company.save('staff', person('staff'), 0, objective('here', [metric('h', 1)], { weight: 60 }));
  const { error } = await clone('staff', person('staff'), ['more', 'own'], { rev: 1 });
  expect(error).toMatchObject({ code: 'WEIGHTS_NOT_WHOLE', data: { sum: 160 } });
  expect((await sheetOf(person('staff'))).objectives).toHaveLength(1);
});
