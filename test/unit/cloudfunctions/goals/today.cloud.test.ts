import type { OfficeTodo } from '#contracts/today';
import { FULL } from '../../../../miniprogram/common/goals/share';
import { openWithReset } from '../../../support/open';
import { CYCLE, goalKey, openGoalCompany, openTree, person } from '../support/goal-company';
import { openidOf, PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(() => openGoalCompany('2026-11-09T18:00:00+08:00'), openTree);

const today = async (who: Who = 'staff') => (await company.act(openidOf(who), 'attendance.today')).data;
const todosOf = async (who: Who): Promise<OfficeTodo[]> =>
  (await today(who)).office.filter(({ kind }: OfficeTodo) => kind.startsWith('goal-'));
const at = (iso: string) => company.clock.set(Date.parse(iso));
const handIn = () =>
  company.goal('staff', 'handInReview', {
    ...{ cycleId: CYCLE, rev: 0, scores: [{ id: 'own-1', score: 70 }], summary: '达标' },
  });

describe('the goals on Today', () => {
  test('show how far they are, and how far they were a week ago', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 2]);
    expect((await today()).goals).toMatchObject({ cycle: { id: CYCLE }, progress: 0.2 * FULL, before: 0 });
    at('2026-11-16T18:00:00+08:00');
    await company.checkIn('staff', person('staff'), ['own-1', 5]);
    expect((await today()).goals).toMatchObject({ progress: 0.5 * FULL, before: 0.2 * FULL });
    // The day of the first check-in is over a week ago then.
    at('2026-11-23T18:00:00+08:00');
    expect((await today()).goals).toMatchObject({ progress: 0.5 * FULL, before: 0.5 * FULL });
  });

  test('compare with nothing in the first week of a cycle', async () => {
    at('2026-11-07T18:00:00+08:00');
    expect((await today()).goals).toMatchObject({ progress: 0, before: null });
  });

  test('compare with nothing where others add, since only what they add now is known', async () => {
    const lead = { cycleId: CYCLE, owner: person('head'), rev: 0 };
    const above = { id: 'lead', title: '带队', weight: 100, alignedWeight: 100, alignedTo: [] };
    await company.goal('head', 'saveObjective', { ...lead, objective: { ...above, keyResults: [] } });
    const aligned = { sheetId: `${CYCLE}:p-${PEOPLE.head}`, objectiveId: 'lead', weight: 1 };
    await company.db.updateMany(
      'goal_sheets',
      { _id: aligned.sheetId },
      {
        $set: {
          parts: { lead: { x: { weight: 1, share: 0.3 * FULL, value: null, hasData: true, rev: 1 } } },
        },
      },
    );
    at('2026-11-20T18:00:00+08:00');
    expect((await today('head')).goals).toMatchObject({ progress: 0.3 * FULL, before: null });
  });

  test("say what was reported today, and not yesterday's", async () => {
    expect((await today()).goals.report).toBeNull();
    const report = { cycleId: CYCLE, day: '2026-11-09', text: '成交 3 单', entries: [] };
    await company.goal('staff', 'report', { key: goalKey(), ...report });
    expect((await today()).goals.report).toBe('成交 3 单');
    at('2026-11-10T09:00:00+08:00');
    expect((await today()).goals.report).toBeNull();
  });

  test('offer the report to somebody without goals, and nothing without a cycle', async () => {
    expect((await today('other')).goals).toMatchObject({
      cycle: { id: CYCLE },
      progress: null,
      report: null,
    });
    at('2026-12-20T09:00:00+08:00');
    expect((await today()).goals).toBeNull();
  });

  test('come with the two reads of Today', async () => {
    await today();
    await today();
    expect(company.lastCalls()).toBe(2);
  });

  test('are left out if the sheet is damaged, and Today is there', async () => {
    await company.db.updateMany('goal_sheets', { _id: `${CYCLE}:p-${PEOPLE.staff}` }, { $set: { log: 'x' } });
    const answer = await company.act(openidOf('staff'), 'attendance.today');
    expect([answer.ok, answer.data.goals.progress]).toEqual([true, null]);
  });

  test('are those of the month, not of the year that it is in', async () => {
    await company.goal('hr', 'saveCycle', { kind: 'year', from: '2026-01-01' });
    const yearly = { cycleId: '2026', owner: person('staff'), rev: 0, reason: '年初' };
    const objective = { id: 'y', title: '全年', weight: 100, alignedWeight: 0, alignedTo: [] };
    const keyResult = { id: 'y-1', title: '营收', weight: 100, source: 'own', measure: { kind: 'percent' } };
    await company.goal('staff', 'saveObjective', {
      ...yearly,
      objective: { ...objective, keyResults: [keyResult] },
    });
    expect((await today()).goals.cycle.id).toBe(CYCLE);
    await company.db.updateMany('goal_cycles', { _id: CYCLE }, { $set: { state: 'closed' } });
    expect((await today()).goals.cycle.id).toBe('2026');
  });
});

describe('closing reviews on Today', () => {
  test('are to be handed in from the last day of the cycle until ten workdays later', async () => {
    at('2026-11-29T18:00:00+08:00');
    expect(await todosOf('staff')).toEqual([]);
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-14']) {
      at(`${day}T18:00:00+08:00`);
      expect(await todosOf('staff')).toEqual([{ kind: 'goal-review', count: 1, cycleId: CYCLE }]);
    }
    at('2026-12-15T09:00:00+08:00');
    expect(await todosOf('staff')).toEqual([]);
  });

  test('are not asked of who has no goals, nor again once handed in', async () => {
    at('2026-11-30T18:00:00+08:00');
    expect(await todosOf('other')).toEqual([]);
    await handIn();
    expect(await todosOf('staff')).toEqual([]);
  });

  test('wait for the manager until they are confirmed', async () => {
    at('2026-11-30T18:00:00+08:00');
    expect(await todosOf('head')).toEqual([]);
    await handIn();
    expect(await todosOf('head')).toEqual([{ kind: 'goal-reviews', count: 1, cycleId: CYCLE }]);
    expect(await todosOf('boss')).toEqual([]);
    await company.goal('head', 'confirmReview', {
      ...{ cycleId: CYCLE, employeeId: PEOPLE.staff, rev: 1, scores: [{ id: 'own-1', score: 70 }] },
      comment: '',
    });
    expect(await todosOf('head')).toEqual([]);
  });

  test('are no more shown once nobody can confirm them', async () => {
    at('2026-12-14T18:00:00+08:00');
    await handIn();
    at('2026-12-21T18:00:00+08:00');
    expect(await todosOf('head')).toHaveLength(1);
    at('2026-12-22T09:00:00+08:00');
    expect(await todosOf('head')).toEqual([]);
  });
});
