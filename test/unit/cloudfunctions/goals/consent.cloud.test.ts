import { FULL } from '../../../../miniprogram/common/goals/share';
import { openWithReset } from '../../../support/open';
import { CYCLE, metric, objective, openGoalCompany, openTree, person, TEAM } from '../support/goal-company';
import { PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(() => openGoalCompany(), openTree);

const PLACE = { sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'team-1' };
/** An objective of somebody of another department that is to count for the team's. */
const aligned = (more: object = {}) =>
  objective('far', [metric('far-1', 10)], { alignedTo: [{ ...PLACE, weight: 1 }], ...more });
const ask = (rev = 0, more: object = {}) =>
  company.save('elsewhere', person('elsewhere'), rev, aligned(more));
const answer = (who: Who, accept: boolean, note?: string) =>
  company.goal(who, 'answerAlignment', {
    ...{ cycleId: CYCLE, owner: person('elsewhere'), objectiveId: 'far', place: PLACE, accept },
    ...(note && { note }),
  });
const consentsOf = async (who: Who) => (await company.goal(who, 'pushed', {})).data.consents;
const aboveOf = async () =>
  (await company.goal('elsewhere', 'sheet', { cycleId: CYCLE, owner: person('elsewhere') })).data.sheet
    .objectives[0].above[0];
const teamProgress = async () =>
  (await company.goal('head', 'sheet', { cycleId: CYCLE, owner: TEAM })).data.sheet.progress;
const told = async (event: string) => company.db.find('messages', { event });

test('a goal from elsewhere waits for the leader, moves nothing, and counts once they agree', async () => {
  await ask();
  await company.checkIn('elsewhere', person('elsewhere'), ['far-1', 10]);
  expect([await teamProgress(), (await aboveOf()).state]).toEqual([0, 'waiting']);
  expect(await consentsOf('head')).toMatchObject([
    { owner: { owner: person('elsewhere') }, title: '目标 far', above: '结果 team-1', place: PLACE },
  ]);
  expect(await told('goal.align-asked')).toMatchObject([{ to: [PEOPLE.head], template: 'waiting' }]);

  expect((await answer('head', true)).data).toEqual({ state: 'accepted' });
  // A third of the team: two people of it have not begun.
  expect(Math.round((await teamProgress()) / 1_000)).toBe(Math.round(FULL / 3_000));
  expect((await aboveOf()).state).toBeUndefined();
  expect([await consentsOf('head'), (await told('goal.align-accepted')).length]).toEqual([[], 1]);
  expect((await answer('head', true)).data).toEqual({ state: 'accepted' });
  expect(await told('goal.align-accepted')).toHaveLength(1);
});

test('a goal that is declined says so, and one that was agreed can be declined later', async () => {
  await ask();
  await answer('head', false, '不是我们的指标');
  expect((await aboveOf()).state).toBe('declined');
  expect(await told('goal.align-declined')).toMatchObject([
    {
      to: [PEOPLE.elsewhere],
      data: { comment: '不是我们的指标' },
      aboutId: `${CYCLE}:p-${PEOPLE.elsewhere}/far`,
    },
  ]);
  await answer('head', true);
  await company.checkIn('elsewhere', person('elsewhere'), ['far-1', 10]);
  expect(await teamProgress()).toBeGreaterThan(0);
  await answer('head', false);
  expect(await teamProgress()).toBe(0);
});

test('what was answered stays answered when the goal is changed, and is asked again when it is aligned anew', async () => {
  await ask();
  await answer('head', false);
  const { data } = await ask(1, { title: '改个名字' });
  expect([data.rev, (await aboveOf()).state, await consentsOf('head')]).toEqual([2, 'declined', []]);
  // The same again is no change.
  expect((await ask(1, { title: '改个名字' })).data.rev).toBe(2);
  await ask(2, { alignedTo: [] });
  await ask(3);
  expect([(await aboveOf()).state, (await consentsOf('head')).length]).toEqual(['waiting', 1]);
});

test.each(['elsewhere', 'staff', 'boss', 'hr'] as const)('%s cannot answer for the team', async (who) => {
  await ask();
  expect((await answer(who, true)).error?.code).toBe('NOT_FOUND');
  expect(await teamProgress()).toBe(0);
});

test('what counts from within the own line asks nobody', async () => {
  expect(await consentsOf('head')).toEqual([]);
  expect((await answer('head', true)).error?.code).toBe('NOT_FOUND');
});

test('goals of a colleague can be looked through to align to, with those of their departments', async () => {
  const { data } = await company.goal('elsewhere', 'alignable', {
    ...{ cycleId: CYCLE, owner: person('elsewhere'), of: person('staff') },
  });
  expect(data.nodes.map(({ sheetId }: { sheetId: string }) => sheetId)).toEqual([
    ...[`${CYCLE}:p-${PEOPLE.staff}`, `${CYCLE}:d-D2`],
  ]);
});

test('who drops a goal that others count for sees them before; they are told, and see it at theirs', async () => {
  await ask();
  await answer('head', true);
  const at = { cycleId: CYCLE, owner: TEAM, objectiveId: 'team' };
  const { data } = await company.goal('head', 'dependents', at);
  expect(data.more).toBe(0);
  const rows: { title: string; keyResultId: string }[] = data.rows;
  expect(rows.map(({ title }) => title).sort()).toEqual(['目标 far', '目标 own', '目标 own']);
  expect(new Set(rows.map(({ keyResultId }) => keyResultId))).toEqual(new Set(['team-1']));
  await company.goal('head', 'dropObjective', { ...at, rev: 1, reason: '不做了' });
  const [message] = await told('goal.align-lost');
  expect(message?.to).toHaveLength(3);
  expect(message?.to).toEqual(expect.arrayContaining([PEOPLE.staff, PEOPLE.peer, PEOPLE.elsewhere]));
  expect(await aboveOf()).toMatchObject({ state: 'gone', adds: 0 });
});

test('a key result that is changed so that nothing counts for it any more is told as well', async () => {
  const result = metric('team-1', 50);
  const top = { sheetId: `${CYCLE}:c`, objectiveId: 'gmv', keyResultId: 'gmv-1', weight: 1 };
  await company.save('head', TEAM, 1, objective('team', [result], { alignedTo: [top] }));
  expect(await told('goal.align-lost')).toMatchObject([{ to: [PEOPLE.peer, PEOPLE.staff].sort() }]);
});

describe('after a change of leader', () => {
  const lead = async (leaderId: string) => {
    const departments = await company.db.find('departments', {});
    const changed = departments.map((each) => (each._id === 'D2' ? { ...each, leaderId } : each));
    await company.db.replaceAll({ departments: changed as never });
    company.clock.advance(61_000);
    await company.timers.runNow('goals');
  };

  test('a goal that was pushed to the department, and consents, wait for the leader of now', async () => {
    await ask();
    await company.goal('boss', 'push', {
      ...{ cycleId: CYCLE, owners: [TEAM], deadline: '2026-11-19' },
      objective: objective('push', [metric('push-1', 38)], { weight: 40 }),
    });
    await lead(PEOPLE.other);
    const { rows, consents } = (await company.goal('other', 'pushed', {})).data;
    expect(rows).toMatchObject([{ id: 'push', isMine: true }]);
    expect(consents).toHaveLength(1);
    expect((await company.goal('head', 'pushed', {})).data).toMatchObject({ rows: [], consents: [] });
    expect((await answer('head', true)).error?.code).toBe('NOT_FOUND');
    expect((await answer('other', true)).data).toEqual({ state: 'accepted' });
    const before = await company.db.get('goal_sheets', `${CYCLE}:d-D2`);
    await company.timers.runNow('goals');
    expect(await company.db.get('goal_sheets', `${CYCLE}:d-D2`)).toEqual(before);
  });

  test('who is reminded is the leader of now', async () => {
    await company.goal('boss', 'push', {
      ...{ cycleId: CYCLE, owners: [TEAM], deadline: '2026-11-19' },
      objective: objective('push', [metric('push-1', 38)], { weight: 40 }),
    });
    await lead(PEOPLE.other);
    company.clock.set(Date.parse('2026-11-20T09:00:00+08:00'));
    await company.timers.runNow('goals');
    expect(await told('goal.unconfirmed')).toMatchObject([{ to: [PEOPLE.other], template: 'waiting' }]);
  });
});
