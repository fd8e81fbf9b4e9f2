import type { CheckInResult, TeamRow, TreeNode } from '#contracts/goals';
import { FULL } from '../../../../miniprogram/common/goals/share';
import { openWithReset } from '../../../support/open';
import {
  COMPANY,
  CYCLE,
  goalKey,
  metric,
  objective,
  openGoalCompany,
  openTree,
  person,
  TEAM,
} from '../support/goal-company';

type Moved = CheckInResult['moved'][number];
type Node = TreeNode;
type Row = TeamRow;

const company = openWithReset(() => openGoalCompany(), openTree);

const sheetOf = async (who: Parameters<typeof company.goal>[0], owner: object = COMPANY) =>
  (await company.goal(who, 'sheet', { cycleId: CYCLE, owner })).data?.sheet;

describe('a check-in', () => {
  test("moves the own goal, the team's and the company's in the same call", async () => {
    const { data } = await company.checkIn('staff', person('staff'), ['own-1', 4]);
    expect(data.moved.map(({ owner, before, after }: Moved) => [owner.name.en, before, after])).toEqual([
      ['Person staff', 0, 0.4 * FULL],
      ['Team', 0, 0.2 * FULL],
      ['Company', 0, 0.2 * FULL],
    ]);
    expect((await sheetOf('elsewhere')).progress).toBe(0.2 * FULL);
    expect(company.lastCalls()).toBeLessThanOrEqual(4);
  });

  test('takes one read, one write of its sheet and one of all above that move', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 1]);
    await company.checkIn('staff', person('staff'), ['own-1', 2]);
    expect(company.lastCalls()).toBe(3);
  });

  test('that adds is added to what is there', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 4]);
    await company.checkIn('staff', person('staff'), ['own-1', 3, 'add']);
    const [own] = (await sheetOf('staff', person('staff'))).objectives;
    expect(own.keyResults[0].standing).toEqual({ value: 7 });
  });

  test('counts once, however often it is sent', async () => {
    const entry = { keyResultId: 'own-1', value: 4, mode: 'add' };
    const input = { key: goalKey(), cycleId: CYCLE, owner: person('staff'), entries: [entry] };
    await company.goal('staff', 'checkIn', input);
    expect((await company.goal('staff', 'checkIn', input)).data.moved).toEqual([]);
    expect((await sheetOf('staff', person('staff'))).progress).toBe(0.4 * FULL);
  });

  test('with other figures by the same key is refused', async () => {
    const input = { key: goalKey(), cycleId: CYCLE, owner: person('staff') };
    const entry = { keyResultId: 'own-1', value: 4, mode: 'add' };
    await company.goal('staff', 'checkIn', { ...input, entries: [entry] });
    const { error } = await company.goal('staff', 'checkIn', { ...input, entries: [{ ...entry, value: 5 }] });
    expect(error).toEqual({ code: 'CHECK_IN_KEY_REUSED', data: {} });
    expect((await sheetOf('staff', person('staff'))).progress).toBe(0.4 * FULL);
  });

  test.each(['__proto__', 'constructor', 'toString'])('of %s is refused by its name', async (id) => {
    const { error } = await company.checkIn('staff', person('staff'), [id, 1]);
    expect(error).toMatchObject({ code: 'INPUT_INVALID', data: { path: 'entries.0.keyResultId' } });
    const named = objective(id, [metric('a', 10)]);
    expect((await company.save('elsewhere', person('elsewhere'), 0, named)).error?.code).toBe(
      'INPUT_INVALID',
    );
  });

  test('can be taken back, and everything above with it', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 4]);
    const history = { cycleId: CYCLE, owner: person('staff'), keyResultId: 'own-1' };
    const [booked] = (await company.goal('staff', 'history', history)).data.checkIns;
    expect(booked.canUndo).toBe(true);
    await company.goal('staff', 'undoCheckIn', { cycleId: CYCLE, owner: person('staff'), id: booked.id });
    expect((await sheetOf('staff')).progress).toBe(0);
    const [undone] = (await company.goal('staff', 'history', history)).data.checkIns;
    expect(undone).toMatchObject({ id: booked.id, undone: true });
  });

  test.each([
    ['of a key result that is not there', [['unknown', 1]], 'unknown-key-result'],
    [
      'of the same one twice',
      [
        ['own-1', 1],
        ['own-1', 2],
      ],
      'twice',
    ],
    ['with five decimals', [['own-1', 0.00001]], 'too-many-decimals'],
  ] as const)('%s is refused and changes nothing', async (_, figures, rule) => {
    const { error } = await company.checkIn(
      'staff',
      person('staff'),
      ...(figures as unknown as [string, number][]),
    );
    expect(error).toMatchObject({ code: 'FIGURE_INVALID', data: { rule } });
    expect((await sheetOf('staff')).progress).toBe(0);
  });

  test('of what is worked out from others is refused', async () => {
    const { error } = await company.checkIn('head', TEAM, ['team-1', 50]);
    expect(error).toMatchObject({ code: 'FIGURE_INVALID', data: { rule: 'not-reported' } });
  });

  test.each(['head', 'peer', 'hr', 'elsewhere'] as const)("is nobody else's: not of %s", async (who) => {
    const { error } = await company.checkIn(who, person('staff'), ['own-1', 10]);
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('after the close is refused', async () => {
    const { data } = await company.goal('hr', 'closeCycle', { cycleId: CYCLE });
    expect(data).toMatchObject({ cycle: { state: 'closed' }, open: 0 });
    const { error } = await company.checkIn('staff', person('staff'), ['own-1', 10]);
    expect(error?.code).toBe('CYCLE_NOT_RUNNING');
  });
});

describe('a daily report', () => {
  const report = (day: string, text: string, value: number, mode = 'add') =>
    company.goal('staff', 'report', {
      ...{ key: goalKey(), cycleId: CYCLE, day, text },
      entries: [{ keyResultId: 'own-1', value, mode, words: '成交 3 单', known: '成交 单' }],
    });

  test('books its figures, and the second one of the day stands in for the first', async () => {
    await report('2026-11-16', '成交 3 单', 3);
    await report('2026-11-16', '成交 5 单', 5);
    const { data } = await company.goal('staff', 'home');
    expect(data.report).toMatchObject({ text: '成交 5 单', entries: [{ value: 5 }] });
    expect(data.sheet.progress).toBe(0.5 * FULL);
    expect(data.memory).toEqual([{ words: '成交 单', keyResultId: 'own-1', mode: 'add' }]);
  });

  test("of yesterday that is corrected leaves today's", async () => {
    await report('2026-11-15', '成交 1 单', 1);
    await report('2026-11-16', '成交 2 单', 2);
    await report('2026-11-15', '成交 4 单', 4);
    expect((await company.goal('staff', 'home')).data.sheet.progress).toBe(0.6 * FULL);
  });

  test('that arrives late does not replace the one that stood in for it', async () => {
    const first = { key: goalKey(), cycleId: CYCLE, day: '2026-11-16', text: '一', entries: [] };
    await company.goal('staff', 'report', first);
    await company.goal('staff', 'report', { ...first, key: goalKey(), text: '二' });
    await company.goal('staff', 'report', first);
    expect((await company.goal('staff', 'home')).data.report.text).toBe('二');
  });

  test.each(['2026-11-17', '2026-11-08', '2026-10-31'])('of %s is refused', async (day) => {
    expect((await report(day, '成交', 1)).error).toMatchObject({
      code: 'REPORT_DAY_INVALID',
      data: { from: '2026-11-09', to: '2026-11-16' },
    });
  });

  test('is in the list of the manager and of nobody else', async () => {
    await report('2026-11-16', '成交 3 单', 3);
    const { rows } = (await company.goal('head', 'teamDay', { cycleId: CYCLE, day: '2026-11-16' })).data;
    expect(rows.find((row: Row) => row.person.id === 'R03').report.text).toBe('成交 3 单');
    expect(
      (await company.goal('elsewhere', 'teamDay', { cycleId: CYCLE, day: '2026-11-16' })).data.rows,
    ).toEqual([]);
  });
});

describe('what is agreed', () => {
  test('weights that do not sum to 100 are refused', async () => {
    const odd = objective('odd', [metric('a', 10, { weight: 60 }), metric('b', 10, { weight: 30 })]);
    const { error } = await company.save('elsewhere', person('elsewhere'), 0, odd);
    expect(error).toMatchObject({ code: 'WEIGHTS_NOT_WHOLE', data: { field: 'odd', sum: 90 } });
  });

  test('a second objective may not promise more than the whole', async () => {
    const { error } = await company.save('staff', person('staff'), 1, objective('more', [metric('c', 10)]));
    expect(error).toMatchObject({ code: 'WEIGHTS_NOT_WHOLE', data: { field: 'objectives', sum: 200 } });
  });

  test('a target that is the start is refused with what to use instead', async () => {
    const { error } = await company.save(
      'elsewhere',
      person('elsewhere'),
      0,
      objective('o', [metric('a', 0)]),
    );
    expect(error).toMatchObject({ code: 'MEASURE_INVALID', data: { field: 'a', rule: 'start-is-target' } });
  });

  test('a change of a running cycle needs its reason and is recorded', async () => {
    const changed = objective('own', [metric('own-1', 20)], {
      alignedTo: [{ sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'team-1', weight: 1 }],
    });
    const without = await company.save('staff', person('staff'), 1, changed, { reason: undefined });
    expect(without.error).toMatchObject({ code: 'INPUT_INVALID', data: { path: 'reason' } });
    expect((await company.save('staff', person('staff'), 1, changed)).ok).toBe(true);
    const stored = await company.db.get('goal_sheets', `${CYCLE}:p-R03`);
    expect(stored?.amendments).toMatchObject([
      { objectiveId: 'own', what: ['keyResults'], reason: '市场变化' },
      { what: ['new'] },
    ]);
  });

  test('the same again changes nothing, an older one is a conflict', async () => {
    const { _id, ...own } = { _id: '', ...objective('own', [metric('own-1', 30)]) };
    expect((await company.save('staff', person('staff'), 1, own)).data).toEqual({ rev: 2 });
    expect((await company.save('staff', person('staff'), 1, own)).data).toEqual({ rev: 2 });
    const other = { ...own, title: '另一个' };
    expect((await company.save('staff', person('staff'), 1, other)).error?.code).toBe('VERSION_CONFLICT');
  });

  test('is saved by the head of a team while the team reports', async () => {
    const { rev, objectives } = await sheetOf('head', TEAM);
    await company.checkIn('staff', person('staff'), ['own-1', 4]);
    const [{ alignedTo }] = objectives;
    const mean = { source: 'mean', measure: { kind: 'percent' } };
    const renamed = objective('team', [metric('team-1', 1, mean)], { title: '换个名字', alignedTo });
    expect((await company.save('head', TEAM, rev, renamed)).data).toEqual({ rev: rev + 1 });
    expect((await company.save('head', TEAM, rev, renamed)).data).toEqual({ rev: rev + 1 });
    expect((await sheetOf('head', TEAM)).progress).toBe(0.2 * FULL);
  });

  test('shows what it supports elsewhere, and moves nothing there that nobody has agreed to', async () => {
    const yes = { ...metric('yes', 1), measure: { kind: 'yes-no' } };
    const elsewhere = [{ sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'team-1', weight: 1 }];
    await company.save('elsewhere', person('elsewhere'), 0, objective('x', [yes], { alignedTo: elsewhere }));
    await company.checkIn('elsewhere', person('elsewhere'), ['yes', 1]);
    expect((await sheetOf('head', TEAM)).progress).toBe(0);
    const { objectives } = await sheetOf('elsewhere', person('elsewhere'));
    expect(objectives[0]).toMatchObject({
      alignedTo: [{ counts: false }],
      above: [{ title: '结果 team-1', adds: 0 }],
    });
    // What the phone has read is what it sends back.
    const again = objective('x', [yes], { alignedTo: objectives[0].alignedTo, title: '又改' });
    expect((await company.save('elsewhere', person('elsewhere'), 1, again)).ok).toBe(true);
  });

  test('says to the manager what was changed and why, to a colleague nothing', async () => {
    const { rev, objectives } = await sheetOf('staff', person('staff'));
    const drop = {
      cycleId: CYCLE,
      owner: person('staff'),
      rev,
      objectiveId: objectives[0].id,
      reason: '换岗',
    };
    await company.goal('staff', 'dropObjective', drop);
    const seen = (await sheetOf('head', person('staff'))).amendments;
    expect(seen).toMatchObject([{ what: 'dropped', title: '目标 own', reason: '换岗' }, { what: 'new' }]);
    expect((await sheetOf('peer', person('staff'))).amendments).toEqual([]);
  });

  test('is aligned to longer cycles only, and to nothing that is closed', async () => {
    for (const kind of ['quarter', 'year'])
      await company.goal('hr', 'saveCycle', { kind, from: '2026-11-16' });
    const save = (cycleId: string, sheetId: string, id: string) =>
      company.goal('boss', 'saveObjective', {
        ...{ cycleId, owner: COMPANY, rev: 0 },
        objective: objective(id, [], {
          alignedTo: sheetId ? [{ sheetId, objectiveId: 'top', weight: 1 }] : [],
        }),
      });
    expect((await save('2026', '', 'top')).ok).toBe(true);
    expect((await save('2026-Q4', '2026:c', 'top')).ok).toBe(true);
    expect(
      (
        await company.goal('boss', 'saveObjective', {
          ...{ cycleId: '2026', owner: COMPANY, rev: 1, reason: 'x' },
          objective: objective('top', [], {
            alignedTo: [{ sheetId: '2026-Q4:c', objectiveId: 'top', weight: 1 }],
          }),
        })
      ).error,
    ).toEqual({ code: 'INPUT_INVALID', data: { path: 'objective.alignedTo', rule: 'cycle' } });
    await company.goal('hr', 'closeCycle', { cycleId: '2026-Q4' });
    const late = objective('late', [], {
      alignedTo: [{ sheetId: '2026-Q4:c', objectiveId: 'top', weight: 1 }],
    });
    const { error } = await company.save('elsewhere', person('elsewhere'), 0, late);
    expect(error).toEqual({ code: 'CYCLE_NOT_RUNNING', data: { cycleId: '2026-Q4', state: 'closed' } });
  });

  test('a loop through three is refused and its chain named', async () => {
    const below = { sheetId: `${CYCLE}:p-R03`, objectiveId: 'own', weight: 1 };
    const looped = objective('gmv', [metric('gmv-1', 1, { source: 'mean', measure: { kind: 'percent' } })], {
      alignedTo: [below],
    });
    const { planRev: rev } = (await company.db.get('goal_sheets', `${CYCLE}:c`)) as unknown as {
      planRev: number;
    };
    const { error } = await company.save('boss', COMPANY, rev, looped);
    expect(error).toMatchObject({
      code: 'ALIGNMENT_LOOP',
      data: { chain: '目标 gmv → 目标 own → 目标 team → 目标 gmv' },
    });
  });

  test('an objective that is dropped does not count above any more', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 10]);
    expect((await sheetOf('boss')).progress).toBe(0.5 * FULL);
    const { rev } = await sheetOf('staff', person('staff'));
    const drop = { cycleId: CYCLE, owner: person('staff'), rev, objectiveId: 'own', reason: '换岗' };
    expect((await company.goal('staff', 'dropObjective', drop)).ok).toBe(true);
    expect((await sheetOf('boss')).progress).toBe(0);
  });

  test.each([
    ['a colleague', 'peer', person('staff')],
    ['a manager without asking', 'head', person('staff')],
    ['somebody of another department', 'elsewhere', TEAM],
    ['somebody who leads nothing', 'staff', COMPANY],
  ] as const)('is not changed by %s', async (_, who, owner) => {
    expect((await company.save(who, owner, 1, objective('x', []))).error?.code).toBe('NOT_FOUND');
  });
});

describe('the tree', () => {
  test('opens level by level down to the people', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 4]);
    const [top] = (await company.goal('elsewhere', 'tree', { cycleId: CYCLE })).data.nodes;
    expect(top).toMatchObject({ title: '目标 gmv', rows: [{ id: 'gmv-1', parts: 1 }] });
    const under = (node: { sheetId: string; objectiveId: string; rows: { id: string }[] }) =>
      company.goal('elsewhere', 'tree', {
        cycleId: CYCLE,
        below: { sheetId: node.sheetId, objectiveId: node.objectiveId, keyResultId: node.rows[0]?.id },
      });
    const [team] = (await under(top)).data.nodes;
    expect(team).toMatchObject({ title: '目标 team', rows: [{ parts: 2 }] });
    const people = (await under(team)).data.nodes;
    expect(people.map(({ name, progress }: Node) => [name.en, progress])).toEqual([
      ['Person staff', 0.4 * FULL],
      ['Person peer', 0],
    ]);
    expect(company.lastCalls()).toBeLessThanOrEqual(3);
  });

  test('says what finishing an objective adds above', async () => {
    const { data } = await company.goal('staff', 'home');
    expect(data.sheet.objectives[0].above).toMatchObject([{ title: '结果 team-1', adds: 0.5 * FULL }]);
  });

  test('shows a colleague titles and progress, not notes', async () => {
    await company.goal('staff', 'checkIn', {
      ...{ key: goalKey(), cycleId: CYCLE, owner: person('staff'), note: '私下说' },
      entries: [{ keyResultId: 'own-1', value: 1, mode: 'set' }],
    });
    expect(JSON.stringify(await sheetOf('peer', person('staff')))).not.toContain('私下说');
    expect(JSON.stringify(await sheetOf('head', person('staff')))).toContain('私下说');
    const history = { cycleId: CYCLE, owner: person('staff'), keyResultId: 'own-1' };
    expect((await company.goal('peer', 'history', history)).error?.code).toBe('NOT_FOUND');
  });
});

describe('what one sheet holds', () => {
  const add = (value: number, key = goalKey()) =>
    company.goal('staff', 'checkIn', {
      ...{ key, cycleId: CYCLE, owner: person('staff') },
      entries: [{ keyResultId: 'own-1', value, mode: 'add' }],
    });

  test('a figure that left the log is not booked again by a late retry', async () => {
    const first = goalKey();
    await add(0.01, first);
    const stored = await company.db.get('goal_sheets', `${CYCLE}:p-R03`);
    const [booked] = (stored?.log ?? []) as { id: string; at: number }[];
    const log = Array.from({ length: 120 }, (_, index) =>
      index === 0 ? booked : { ...booked, id: `old-${index}` },
    );
    await company.db.updateMany('goal_sheets', { _id: `${CYCLE}:p-R03` }, { $set: { log } });
    await add(0.01);
    const standing = async () =>
      (await sheetOf('staff', person('staff'))).objectives[0].keyResults[0].standing.value;
    expect(await standing()).toBe(1.21);
    expect((await add(0.01, first)).data.moved).toEqual([]);
    expect(await standing()).toBe(1.21);
    expect(await company.db.count('goal_check_ins', {})).toBe(1);
  });

  test('a damaged sheet stops neither its team nor the close', async () => {
    await company.db.updateMany(
      'goal_sheets',
      { _id: `${CYCLE}:p-R03` },
      { $set: { log: [{ id: 'x', at: 1 }] } },
    );
    expect((await company.goal('head', 'team', { cycleId: CYCLE })).ok).toBe(true);
    expect((await company.checkIn('staff', person('staff'), ['own-1', 1])).error?.code).toBe('RECORD_FAULTY');
    expect((await company.checkIn('peer', person('peer'), ['own-1', 5])).ok).toBe(true);
    expect((await company.goal('hr', 'closeCycle', { cycleId: CYCLE })).data.cycle.state).toBe('closed');
    expect(await company.db.count('data_faults', {})).toBe(1);
  });

  test('words of a daily report are for the person and the manager', async () => {
    await company.goal('staff', 'report', {
      ...{ key: goalKey(), cycleId: CYCLE, day: '2026-11-16', text: '悄悄成交 3 单' },
      entries: [{ keyResultId: 'own-1', value: 3, mode: 'add', words: '悄悄成交 3 单', known: '悄悄成交' }],
    });
    const history = { cycleId: CYCLE, owner: person('staff'), keyResultId: 'own-1' };
    const seenBy = async (who: 'staff' | 'head' | 'boss' | 'hr') =>
      JSON.stringify((await company.goal(who, 'history', history)).data.checkIns).includes('悄悄');
    expect([await seenBy('staff'), await seenBy('head'), await seenBy('boss'), await seenBy('hr')]).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe('the team of a manager', () => {
  test('is listed with how far everybody is', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 4]);
    const { rows, days } = (await company.goal('head', 'team', { cycleId: CYCLE })).data;
    expect(days).toEqual({ workdays: 21, gone: 11 });
    expect(rows.map(({ person: { id }, progress, hasData }: Row) => [id, progress, hasData])).toEqual([
      ['R03', 0.4 * FULL, true],
      ['R04', 0, false],
      ['R05', null, false],
    ]);
  });
});
