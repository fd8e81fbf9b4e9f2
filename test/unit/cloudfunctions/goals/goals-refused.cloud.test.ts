import { MAX_PARTS } from '../../../../cloudfunctions/goals/domain/sheet';
import { openWithReset } from '../../../support/open';
import {
  COMPANY,
  CYCLE,
  goalKey,
  metric,
  objective,
  ofTeam,
  openGoalCompany,
  openTree,
  person,
  savingOf,
} from '../support/goal-company';

const company = openWithReset(() => openGoalCompany(), openTree);

const sheets = () => company.db.find('goal_sheets');
/** Expects that a call is refused so, and that nothing has changed. */
async function expectRefused(
  call: () => ReturnType<typeof company.goal>,
  code: string,
  data?: object,
): Promise<void> {
  const before = await sheets();
  const { ok, error } = await call();
  expect([ok, error?.code]).toEqual([false, code]);
  if (data) expect(error?.data).toMatchObject(data);
  expect(await sheets()).toEqual(before);
}

const entry = (more: object = {}) => ({ keyResultId: 'own-1', mode: 'set', value: 1, ...more });
const booking = (more: object = {}) => ({
  ...{ key: goalKey(), cycleId: CYCLE, owner: person('staff'), entries: [entry()] },
  ...more,
});
const saving =
  (saved: object, more: object = {}) =>
  () =>
    company.goal('staff', 'saveObjective', savingOf(person('staff'), 1, saved, more));
const own = (more: object = {}) => ({ ...ofTeam(), ...more });

describe('a check-in is refused', () => {
  test.each<[string, object, string]>([
    [
      'with a figure beyond what is exact',
      { entries: [entry({ value: 10_000_000_001 })] },
      'entries.0.value',
    ],
    ['with a figure below that', { entries: [entry({ value: -10_000_000_001 })] }, 'entries.0.value'],
    ['with no number', { entries: [entry({ value: Number.NaN })] }, 'entries.0.value'],
    ['with an endless number', { entries: [entry({ value: Number.POSITIVE_INFINITY })] }, 'entries.0.value'],
    ['with a number as text', { entries: [entry({ value: '1' })] }, 'entries.0.value'],
    ['with a mode of its own', { entries: [entry({ mode: 'double' })] }, 'entries.0.mode'],
    ['with the id of nothing', { entries: [entry({ keyResultId: 'bad id' })] }, 'entries.0.keyResultId'],
    ['with a field that nobody knows', { entries: [entry({ share: 1 })] }, 'entries.0.share'],
    ['without a figure', { entries: [] }, 'entries'],
    ['without a key', { key: 'short' }, 'key'],
    ['with a confidence that nobody has', { confidence: 'certain' }, 'confidence'],
    ['with a note of 501 characters', { note: '好'.repeat(501) }, 'note'],
    ['of an owner of no kind', { owner: { kind: 'group', id: 'D2' } }, 'owner.kind'],
  ])('%s', (_, more, path) =>
    expectRefused(() => company.goal('staff', 'checkIn', booking(more)), 'INPUT_INVALID', { path }),
  );

  test.each(['2026-13', '2026-00', '2026-Q5', '2026-Q0', '2026-1', '26-11', '1999', '2026-11:c', ''])(
    'of a cycle that cannot be, %s',
    (cycleId) =>
      expectRefused(() => company.goal('staff', 'checkIn', booking({ cycleId })), 'INPUT_INVALID', {
        path: 'cycleId',
      }),
  );

  test('that would add up to more than is exact', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 9_999_999_999]);
    await expectRefused(
      () => company.checkIn('staff', person('staff'), ['own-1', 2, 'add']),
      'FIGURE_INVALID',
      { field: 'own-1', rule: 'out-of-range' },
    );
  });

  test('of a yes or no that is neither, and of steps that are not there', async () => {
    const steps = { kind: 'milestones', milestones: [{ id: 'a', title: '选址', weight: 100 }] };
    const kinds = [
      metric('yes', 1, { measure: { kind: 'yes-no' }, weight: 50 }),
      metric('steps', 1, { measure: steps, weight: 50 }),
    ];
    await saving(own({ keyResults: kinds }))();
    const refused = (figure: object, field: string) =>
      expectRefused(
        () => company.goal('staff', 'checkIn', booking({ entries: [figure] })),
        'FIGURE_INVALID',
        { field, rule: 'not-a-choice' },
      );
    await refused(entry({ keyResultId: 'yes', value: 2 }), 'yes');
    await refused(entry({ keyResultId: 'yes', value: 1, mode: 'add' }), 'yes');
    await refused(entry({ keyResultId: 'steps', value: 1, done: ['b'] }), 'steps');
    await refused(entry({ keyResultId: 'steps', value: 1 }), 'steps');
  });

  test('of a key result that does not count any more', async () => {
    const drop = { cycleId: CYCLE, owner: person('staff'), rev: 1, objectiveId: 'own', reason: '换岗' };
    await company.goal('staff', 'dropObjective', drop);
    await expectRefused(() => company.checkIn('staff', person('staff'), ['own-1', 1]), 'FIGURE_INVALID', {
      rule: 'unknown-key-result',
    });
  });

  test('before the month begins, for which goals can be agreed without a reason', async () => {
    await company.goal('hr', 'saveCycle', { kind: 'month', from: '2026-12-01' });
    const december = { cycleId: '2026-12', reason: undefined };
    const saved = objective('own', [metric('own-1', 10)]);
    expect((await company.save('staff', person('staff'), 0, saved, december)).data).toEqual({ rev: 1 });
    const changed = objective('own', [metric('own-1', 20)]);
    expect((await company.save('staff', person('staff'), 1, changed, december)).data).toEqual({ rev: 2 });
    expect(await company.db.get('goal_sheets', '2026-12:p-R03')).toMatchObject({ amendments: [] });
    await expectRefused(
      () => company.goal('staff', 'checkIn', booking({ cycleId: '2026-12' })),
      'CYCLE_NOT_RUNNING',
      { cycleId: '2026-12', state: 'planned' },
    );
    await expectRefused(() => company.goal('hr', 'closeCycle', { cycleId: '2026-12' }), 'CYCLE_NOT_RUNNING', {
      cycleId: '2026-12',
      state: 'planned',
    });
  });

  test('of a department that does not exist', () =>
    expectRefused(
      () => company.goal('head', 'checkIn', booking({ owner: { kind: 'department', id: 'D9' } })),
      'NOT_FOUND',
      { what: 'department' },
    ));
});

describe('a report is refused', () => {
  const report = (more: object) => () =>
    company.goal('staff', 'report', {
      ...{ key: goalKey(), cycleId: CYCLE, day: '2026-11-16', text: '成交', entries: [entry()] },
      ...more,
    });

  test.each<[string, object, string]>([
    ['of 2,001 characters', { text: '好'.repeat(2_001) }, 'text'],
    ['of 10,000 characters', { text: '好'.repeat(10_000) }, 'text'],
    ['of a day that is not in the calendar', { day: '2026-11-31' }, 'day'],
    ['with words of 61 characters', { entries: [entry({ words: '好'.repeat(61) })] }, 'entries.0.words'],
    ['with more figures than a sheet has', { entries: Array(121).fill(entry()) }, 'entries'],
  ])('%s', (_, more, path) => expectRefused(report(more), 'INPUT_INVALID', { path }));

  test('not of 2,000 characters', async () => {
    expect((await report({ text: '好'.repeat(2_000) })()).ok).toBe(true);
  });
});

describe('an objective is refused', () => {
  const measured = (measure: object) => own({ keyResults: [metric('own-1', 1, { measure })] });
  const raise = { kind: 'raise', start: 0, target: 10, unit: '单' };
  const keyResults = (count: number) =>
    Array.from({ length: count }, (_, at) => metric(`k${at}`, 10, { weight: at === 0 ? 101 - count : 1 }));
  const KEY_RESULT = 'objective.keyResults.0';

  test.each<[string, object, string]>([
    ['with 11 key results', own({ keyResults: keyResults(11) }), 'objective.keyResults'],
    ['without a title', own({ title: '  ' }), 'objective.title'],
    ['with a title of 61 characters', own({ title: '好'.repeat(61) }), 'objective.title'],
    ['with a weight of 0', own({ weight: 0 }), 'objective.weight'],
    ['with a weight of 101', own({ weight: 101 }), 'objective.weight'],
    ['with half a weight', own({ weight: 0.5 }), 'objective.weight'],
    ['with an id with a blank', own({ id: 'my goal' }), 'objective.id'],
    ['with an id of 25 characters', own({ id: 'x'.repeat(25) }), 'objective.id'],
    [
      'with a target that is no number',
      measured({ ...raise, target: Number.NaN }),
      `${KEY_RESULT}.measure.target`,
    ],
    ['with a target too large', measured({ ...raise, target: 1e11 }), `${KEY_RESULT}.measure.target`],
    ['measured by luck', measured({ kind: 'luck' }), `${KEY_RESULT}.measure.kind`],
    ['without a step', measured({ kind: 'milestones', milestones: [] }), `${KEY_RESULT}.measure.milestones`],
    [
      'aligned to six others',
      own({ alignedTo: Array(6).fill(ofTeam().alignedTo[0]) }),
      'objective.alignedTo',
    ],
    [
      'aligned so that it counts for more than the others there',
      own({ alignedTo: [{ ...ofTeam().alignedTo[0], weight: 100 }] }),
      'objective.alignedTo.0.weight',
    ],
    [
      'aligned to a sheet that cannot be',
      own({ alignedTo: [{ sheetId: '2026-13:c', objectiveId: 'gmv', weight: 1 }] }),
      'objective.alignedTo.0.sheetId',
    ],
  ])('%s', (_, saved, path) => expectRefused(saving(saved), 'INPUT_INVALID', { path }));

  test('not with ten key results', async () => {
    expect((await saving(own({ keyResults: keyResults(10) }))()).ok).toBe(true);
  });

  test('with a target of five decimals', () =>
    expectRefused(saving(measured({ ...raise, target: 0.12345 })), 'MEASURE_INVALID', {
      ...{ field: 'own-1', rule: 'too-many-decimals' },
    }));

  test('with steps that do not sum to 100', () =>
    expectRefused(
      saving(measured({ kind: 'milestones', milestones: [{ id: 'a', title: '选址', weight: 90 }] })),
      'MEASURE_INVALID',
      { field: 'own-1', rule: 'milestone-weights' },
    ));

  test.each([
    ['sum', 'objective.keyResults.source'],
    ['outside', 'objective.keyResults.0.source'],
  ])('with figures from %s, which nobody can choose', (source, path) =>
    expectRefused(saving(own({ keyResults: [metric('own-1', 1, { source })] })), 'INPUT_INVALID', { path }),
  );

  test('with a key result that another objective has', async () => {
    await saving(own({ weight: 50 }))();
    const second = objective('second', [metric('own-1', 10)], { weight: 50 });
    await expectRefused(() => company.save('staff', person('staff'), 2, second), 'INPUT_INVALID', {
      path: 'objective.keyResults',
      rule: 'unique',
    });
  });

  test('as the 13th of a sheet', async () => {
    for (let at = 0; at < 12; at += 1) {
      const saved = objective(`o${at}`, [metric(`k${at}`, 10)], { weight: 8 });
      expect((await company.save('elsewhere', person('elsewhere'), at, saved)).ok).toBe(true);
    }
    const last = objective('o12', [metric('k12', 10)], { weight: 1 });
    await expectRefused(() => company.save('elsewhere', person('elsewhere'), 12, last), 'GOALS_FULL', {
      ...{ what: 'objectives', max: 12 },
    });
  });

  test.each([
    ['an owner who is not there', { sheetId: `${CYCLE}:p-R99`, objectiveId: 'own' }],
    ['an objective that is not there', { sheetId: `${CYCLE}:d-D2`, objectiveId: 'gone' }],
    [
      'a key result that is not there',
      { sheetId: `${CYCLE}:d-D2`, objectiveId: 'team', keyResultId: 'gone' },
    ],
  ])('aligned to %s', (_, place) =>
    expectRefused(saving(own({ alignedTo: [{ ...place, weight: 1 }] })), 'NOT_FOUND', { what: 'objective' }),
  );

  test('aligned to itself', () =>
    expectRefused(
      saving(own({ alignedTo: [{ sheetId: `${CYCLE}:p-R03`, objectiveId: 'own', weight: 1 }] })),
      'ALIGNMENT_LOOP',
      { chain: '目标 own → 目标 own' },
    ));

  test('of a department that does not exist, and of a cycle that nobody opened', async () => {
    const nowhere = { kind: 'department', id: 'D9' };
    await expectRefused(() => company.save('hr', nowhere, 0, objective('o', [])), 'NOT_FOUND', {
      what: 'department',
    });
    await expectRefused(
      () => company.save('staff', person('staff'), 0, objective('o', []), { cycleId: '2027-01' }),
      'NOT_FOUND',
      { what: 'cycle' },
    );
  });
});

describe('a key result that 500 count for', () => {
  const fill = async (weightOfLast: number) => {
    const { parts } = (await company.db.get('goal_sheets', `${CYCLE}:d-D2`)) as unknown as {
      parts: Record<string, Record<string, object>>;
    };
    const known = parts['team-1'] ?? {};
    const part = { weight: 1, share: 0, value: null, hasData: false, rev: 1 };
    const missing = MAX_PARTS - Object.keys(known).length;
    const more = Array.from({ length: missing }, (_, at) => [
      `${CYCLE}:p-X${at}/own`,
      at === 0 ? { ...part, weight: weightOfLast } : part,
    ]);
    await company.db.updateMany(
      'goal_sheets',
      { _id: `${CYCLE}:d-D2` },
      { $set: { parts: { ...parts, 'team-1': { ...known, ...Object.fromEntries(more) } } } },
    );
  };
  const joining = () => company.save('other', person('other'), 0, ofTeam());

  test('takes no more', async () => {
    await fill(1);
    await expectRefused(joining, 'ALIGNED_FULL', { max: 500 });
  });

  test('takes one where another has left', async () => {
    await fill(0);
    expect((await joining()).ok).toBe(true);
  });

  test('keeps those who count for it already, whatever they change', async () => {
    await fill(1);
    const changed = own({ keyResults: [metric('own-1', 20)] });
    expect((await saving(changed)()).data).toEqual({ rev: 2 });
  });
});

describe('a quarter and a year', () => {
  test.each([
    ['quarter', '2026-11-16', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['quarter', '2027-02-28', '2027-Q1', '2027-01-01', '2027-03-31'],
    ['year', '2026-11-16', '2026', '2026-01-01', '2026-12-31'],
    ['month', '2027-02-28', '2027-02', '2027-02-01', '2027-02-28'],
  ])('a %s that %s is in is %s', async (kind, from, id, first, last) => {
    const { data } = await company.goal('hr', 'saveCycle', { kind, from });
    expect(data.cycle).toMatchObject({ id, kind, from: first, to: last });
    const shown = await company.goal('staff', 'home', { cycleId: id });
    expect(shown.data.cycle.id).toBe(id);
    expect((await company.save('staff', person('staff'), 0, objective('o', []), { cycleId: id })).ok).toBe(
      true,
    );
  });

  test.each([{ kind: 'week' }, { from: '2026-02-30' }, { from: '' }])('not one of %j', (more) =>
    expectRefused(
      () => company.goal('hr', 'saveCycle', { kind: 'month', from: '2026-12-01', ...more }),
      'INPUT_INVALID',
    ),
  );

  test('are opened by HR only, and not again once closed', async () => {
    const november = { kind: 'month', from: '2026-11-01' };
    for (const who of ['staff', 'head', 'boss'] as const)
      expect((await company.goal(who, 'saveCycle', november)).error?.code).toBe('FORBIDDEN');
    await company.goal('hr', 'closeCycle', { cycleId: CYCLE });
    await expectRefused(() => company.goal('hr', 'saveCycle', november), 'CYCLE_EXISTS', { cycleId: CYCLE });
  });
});

describe('the workdays of a month', () => {
  const daysOf = async () =>
    (await company.goal('staff', 'sheet', { cycleId: CYCLE, owner: COMPANY })).data.days;

  test('follow the calendar of the company', async () => {
    expect(await daysOf()).toEqual({ workdays: 21, gone: 11 });
    company.clock.advance(120_000);
    const name = { 'zh-CN': '调整', en: 'Moved' };
    const overrides = [
      { day: '2026-11-03', kind: 'holiday', name },
      { day: '2026-11-14', kind: 'workday', name },
      { day: '2026-11-27', kind: 'holiday', name },
    ];
    await company.db.insertMany('calendars', [{ _id: '2026', overrides }]);
    expect(await daysOf()).toEqual({ workdays: 20, gone: 11 });
  });
});

describe('the 121st check-in', () => {
  test('counts once, and the history shows all of them that it can', async () => {
    const log = Array.from({ length: 120 }, (_, at) => ({
      ...{
        id: `old-check-in-${String(at).padStart(8, '0')}`,
        at: at + 1,
        day: '2026-11-10',
        source: 'check-in',
      },
      by: { id: 'R03', name: '员工staff', nameEn: 'Person staff' },
      entries: [{ keyResultId: 'own-1', mode: 'add', value: 0.05 }],
    }));
    await company.db.updateMany('goal_sheets', { _id: `${CYCLE}:p-R03` }, { $set: { log } });
    const last = booking({ entries: [entry({ mode: 'add', value: 1 })] });
    expect((await company.goal('staff', 'checkIn', last)).ok).toBe(true);
    expect((await company.goal('staff', 'checkIn', last)).data.moved).toEqual([]);
    const stored = (await company.db.get('goal_sheets', `${CYCLE}:p-R03`)) as unknown as {
      log: object[];
      base: object;
    };
    expect([stored.log.length, stored.base]).toEqual([61, { 'own-1': { value: 3 } }]);
    const about = { cycleId: CYCLE, owner: person('staff'), keyResultId: 'own-1' };
    const { data } = await company.goal('staff', 'history', about);
    expect(data.sheet.objectives[0].keyResults[0].standing).toEqual({ value: 7 });
    expect(data.checkIns).toHaveLength(100);
    expect(data.checkIns[0].id).toBe(last.key);
    expect(data.checkIns.filter(({ canUndo }: { canUndo?: true }) => canUndo)).toHaveLength(61);
    expect(await company.db.find('goal_check_ins')).toMatchObject([
      { sheetId: `${CYCLE}:p-R03`, checkIns: { length: 60 } },
    ]);
    const { error } = await company.goal('staff', 'undoCheckIn', {
      ...{ cycleId: CYCLE, owner: person('staff'), id: 'old-check-in-00000000' },
    });
    expect(error).toMatchObject({ code: 'NOT_FOUND', data: { what: 'check-in' } });
  });
});
