import { FULL } from '../../../../miniprogram/common/goals/share';
import { openWithReset } from '../../../support/open';
import { COMPANY, CYCLE, metric, objective, openGoalCompany, person, TEAM } from '../support/goal-company';
import { openidOf, PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(() => openGoalCompany());

const goalOf = (target = 38, weight = 40) =>
  objective('push', [metric('push-1', target)], { weight, title: '新增客户' });
const pushOf = (owners: readonly object[], more: object = {}) => ({
  ...{ cycleId: CYCLE, owners, objective: goalOf(), deadline: '2026-11-19' },
  ...more,
});
const at = (owner: object, rev = 1, id = 'push') => ({ cycleId: CYCLE, owner, id, rev });
const push = async (who: Who, owners: readonly object[], more: object = {}) =>
  company.goal(who, 'push', pushOf(owners, more));
const sheetOf = async (who: Who) =>
  (await company.goal(who, 'sheet', { cycleId: CYCLE, owner: person(who) })).data.sheet;
const proposalOf = async (who: Who, owner: object = person('staff'), id = 'push') =>
  company.goal(who, 'proposal', { cycleId: CYCLE, owner, id });
const inboxOf = async (who: Who) =>
  (await company.db.find('messages')).filter(({ to }) => (to as string[]).includes(PEOPLE[who]));
const counter = (target: number, weight: number) => ({
  counter: { objective: goalOf(target, weight), reason: '有两周在培训' },
});

test('a pushed goal counts nowhere until the person confirms it, and then it does', async () => {
  await company.save('staff', person('staff'), 0, objective('own', [metric('own-1', 10)]));
  expect((await push('head', [person('staff'), person('peer')])).data).toEqual({
    pushed: [person('staff'), person('peer')],
    refused: [],
  });
  const before = await sheetOf('staff');
  expect(before.objectives).toHaveLength(1);
  expect(before.proposals).toMatchObject([{ id: 'push', state: 'open', deadline: '2026-11-19' }]);
  expect(await inboxOf('staff')).toMatchObject([{ event: 'goal.pushed', data: { title: '新增客户' } }]);

  const shown = (await proposalOf('staff')).data.proposal;
  expect(shown).toMatchObject({ rev: 1, canAnswer: true, canDecide: false });
  expect(shown.room).toEqual([{ title: '目标 own', before: 100, after: 60 }]);
  expect((await company.goal('staff', 'answerPush', at(person('staff')))).data).toEqual({
    state: 'confirmed',
    rev: 2,
  });
  const after = await sheetOf('staff');
  expect(after.objectives).toMatchObject([
    { id: 'own', weight: 60 },
    { id: 'push', weight: 40, title: '新增客户' },
  ]);
  expect(after.proposals).toEqual([]);
  await company.checkIn('staff', person('staff'), ['push-1', 19]);
  expect((await sheetOf('staff')).progress).toBe(0.2 * FULL);
  expect(await inboxOf('head')).toMatchObject([{ event: 'goal.confirmed' }]);
});

test('who pushed a goal is told when it weighs less beside another one that is confirmed, once', async () => {
  await push('head', [person('staff')], { objective: goalOf(38, 80) });
  await company.goal('staff', 'answerPush', at(person('staff')));
  const second = { ...objective('second', [metric('second-1', 5)], { weight: 60 }), title: '回访客户' };
  await push('boss', [person('staff')], { objective: second });
  const told = async (who: Who) => (await inboxOf(who)).filter(({ event }) => event === 'goal.gave-way');
  for (const _ of [1, 2])
    expect((await company.goal('staff', 'answerPush', at(person('staff'), 1, 'second'))).ok).toBe(true);
  expect(await told('head')).toMatchObject([
    {
      aboutId: `${CYCLE}:p-${PEOPLE.staff}/push`,
      data: {
        title: '新增客户',
        other: '回访客户',
        before: 80,
        after: 40,
        owner: { 'zh-CN': expect.any(String) },
      },
    },
  ]);
  expect((await told('head'))[0]?.to).toEqual([PEOPLE.head]);
  // What is the person's own gives way as well, and concerns nobody else.
  expect(await told('boss')).toEqual([]);
});

test('a counter-proposal that is accepted becomes the goal, with what was asked for in the history', async () => {
  await push('head', [person('staff')]);
  const asked = { ...at(person('staff')), ...counter(30, 30) };
  expect((await company.goal('staff', 'answerPush', asked)).data).toEqual({ state: 'countered', rev: 2 });
  const waiting = (await company.goal('head', 'pushed')).data.rows;
  expect(waiting).toMatchObject([{ id: 'push', state: 'countered', isMine: true }]);
  const seen = (await proposalOf('head')).data.proposal;
  expect(seen).toMatchObject({ canAnswer: false, canDecide: true, counter: { reason: '有两周在培训' } });
  const accepted = await company.goal('head', 'decidePush', {
    ...at(person('staff'), 2),
    decision: 'accept',
  });
  expect(accepted.data).toEqual({ state: 'confirmed', rev: 3 });
  const [goal] = (await sheetOf('staff')).objectives;
  expect(goal).toMatchObject({ weight: 30, keyResults: [{ measure: { target: 30 } }] });
  const { history } = (await proposalOf('head')).data.proposal;
  expect(history.map((each: { what: string }) => each.what)).toEqual(['accepted', 'countered', 'pushed']);
  expect(history[1]).toMatchObject({
    by: { id: PEOPLE.staff },
    reason: '有两周在培训',
    changes: [
      { title: '', what: 'weight', before: 40, after: 30 },
      { title: '结果 push-1', what: 'target', before: 38, after: 30 },
    ],
  });
});

test('another version is pushed in place of the counter-proposal, and confirmed', async () => {
  await push('head', [person('staff')]);
  await company.goal('staff', 'answerPush', { ...at(person('staff')), ...counter(20, 40) });
  const again = { decision: 'change', objective: goalOf(34), deadline: '2026-11-20', reason: '折中' };
  expect(await company.goal('head', 'decidePush', { ...at(person('staff'), 2), ...again })).toMatchObject({
    data: { state: 'open', rev: 3 },
  });
  expect((await proposalOf('staff')).data.proposal).toMatchObject({ counter: null, deadline: '2026-11-20' });
  await company.goal('staff', 'answerPush', at(person('staff'), 3));
  expect((await sheetOf('staff')).objectives).toMatchObject([{ keyResults: [{ measure: { target: 34 } }] }]);
});

test('what is withdrawn is no goal, cannot be confirmed, and says so', async () => {
  await push('head', [person('staff')]);
  const gone = { ...at(person('staff')), decision: 'withdraw', reason: '方向变了' };
  expect((await company.goal('head', 'decidePush', gone)).data).toEqual({ state: 'withdrawn', rev: 2 });
  expect((await company.goal('head', 'decidePush', gone)).data).toEqual({ state: 'withdrawn', rev: 2 });
  const late = await company.goal('staff', 'answerPush', at(person('staff')));
  expect(late.error).toMatchObject({ code: 'PROPOSAL_DECIDED', data: { rule: 'withdrawn' } });
  expect((await sheetOf('staff')).objectives).toEqual([]);
  expect(await inboxOf('staff')).toMatchObject([
    { event: 'goal.pushed' },
    { event: 'goal.withdrawn', data: { comment: '方向变了' } },
  ]);
});

test('what is missing in a decision is named, and nothing is withdrawn without a reason', async () => {
  await push('head', [person('staff')]);
  const decide = (more: object) => company.goal('head', 'decidePush', { ...at(person('staff')), ...more });
  const missing = (path: string) => ({ code: 'INPUT_INVALID', data: { path, rule: 'required' } });
  expect((await decide({ decision: 'withdraw' })).error).toEqual(missing('reason'));
  expect((await decide({ decision: 'change', objective: goalOf(34) })).error).toEqual(missing('deadline'));
  expect((await decide({ decision: 'change', deadline: '2026-11-20' })).error).toEqual(missing('objective'));
});

test('what cannot be measured is pushed to nobody, neither first nor as another version', async () => {
  const refused = { code: 'INPUT_INVALID', data: { path: 'objective.keyResults', rule: 'required' } };
  const empty = { ...goalOf(34), keyResults: [] };
  const pushed = await company.goal('head', 'push', { ...pushOf([person('staff')]), objective: empty });
  expect(pushed.error).toEqual(refused);
  await push('head', [person('staff')]);
  const again = { decision: 'change', objective: empty, deadline: '2026-11-20' };
  expect((await company.goal('head', 'decidePush', { ...at(person('staff')), ...again })).error).toEqual(
    refused,
  );
});

test('every call can be sent twice: nothing happens a second time', async () => {
  const calls: readonly (readonly [Who, string, object])[] = [
    ['head', 'push', pushOf([person('staff')])],
    ['staff', 'answerPush', { ...at(person('staff')), ...counter(30, 30) }],
    ['head', 'decidePush', { ...at(person('staff'), 2), decision: 'accept' }],
  ];
  for (const [who, action, input] of calls) {
    const first = await company.goal(who, action, input);
    const { rev } = (await company.db.get('goal_sheets', `${CYCLE}:p-R03`)) as unknown as { rev: number };
    const again = await company.goal(who, action, input);
    expect(again.data).toEqual(first.data);
    expect(await company.db.get('goal_sheets', `${CYCLE}:p-R03`)).toMatchObject({ rev });
  }
  expect(await company.db.find('messages')).toHaveLength(3);
});

test('who is added by a later call is told as well, and nobody twice', async () => {
  await push('head', [person('staff'), person('peer')]);
  await push('head', [person('staff'), person('peer')]);
  await push('head', [person('staff'), person('other')]);
  for (const who of ['staff', 'peer', 'other'] as const)
    expect([who, await inboxOf(who)]).toMatchObject([who, [{ event: 'goal.pushed' }]]);
});

test('an answer to an older version is refused with the newer one', async () => {
  await push('head', [person('staff')]);
  await company.goal('staff', 'answerPush', { ...at(person('staff')), ...counter(30, 30) });
  const old = await company.goal('head', 'decidePush', {
    ...at(person('staff')),
    decision: 'withdraw',
    reason: '方向变了',
  });
  expect(old.error).toMatchObject({ code: 'VERSION_CONFLICT', data: { version: 2 } });
});

test('goals are pushed by those above and HR only, and confirmed by the owner only', async () => {
  for (const [who, owner] of [
    ['staff', 'peer'],
    ['staff', 'head'],
    ['staff', 'staff'],
    ['peer', 'staff'],
    ['admin', 'staff'],
    ['head', 'left'],
    ['hr', 'left'],
  ] as const)
    expect([who, owner, (await push(who, [person(owner)])).error?.code]).toEqual([who, owner, 'NOT_FOUND']);
  expect((await push('boss', [COMPANY])).error?.code).toBe('NOT_FOUND');
  expect((await push('head', [TEAM])).error?.code).toBe('NOT_FOUND');
  // One who is not below refuses the whole call.
  expect((await push('head', [person('staff'), person('elsewhere')])).error?.code).toBe('NOT_FOUND');
  expect(await company.db.count('goal_sheets')).toBe(0);
  for (const who of ['boss', 'hr', 'head'] as const) {
    const id = `by-${who}`;
    const more = { objective: { ...goalOf(), id, keyResults: [metric(`${id}-1`, 3)] } };
    expect((await push(who, [person('staff')], more)).data.pushed).toEqual([person('staff')]);
  }
  const answers = await Promise.all(
    (['peer', 'head', 'hr'] as const).map((who) =>
      company.goal(who, 'answerPush', at(person('staff'), 1, 'by-head')),
    ),
  );
  expect(answers.map(({ error }) => error?.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect((await proposalOf('peer', person('staff'), 'by-hr')).error?.code).toBe('NOT_FOUND');
  expect(
    (await company.goal('peer', 'sheet', { cycleId: CYCLE, owner: person('staff') })).data.sheet,
  ).toMatchObject({
    proposals: [],
    canPush: false,
  });
});

test('a goal of a department is pushed by who is above it and confirmed by its leader', async () => {
  expect((await push('boss', [TEAM])).data.pushed).toEqual([TEAM]);
  expect((await company.goal('boss', 'answerPush', at(TEAM))).error?.code).toBe('NOT_FOUND');
  expect((await company.goal('staff', 'answerPush', at(TEAM))).error?.code).toBe('NOT_FOUND');
  expect((await company.goal('head', 'pushed')).data.rows).toMatchObject([{ isMine: true }]);
  expect((await company.goal('head', 'answerPush', at(TEAM))).data.state).toBe('confirmed');
});

describe('what is pushed to a department', () => {
  const pushTeam = (who: Who, id: string) =>
    push(who, [TEAM], { objective: { ...goalOf(3, 10), id, keyResults: [metric(`${id}-1`, 3)] } });
  const lead = async (departments: Record<string, string | null>): Promise<void> => {
    for (const [id, leaderId] of Object.entries(departments))
      await company.db.updateMany('departments', { _id: id }, { $set: { leaderId } });
    // What is known of departments is older than a minute by then.
    company.clock.set(Date.parse('2026-11-16T19:00:00+08:00'));
  };
  const answersTo = async (id: string) => {
    const codes: unknown[] = [];
    for (const who of ['boss', 'hr', 'head', 'staff'] as const) {
      const { data } = await company.goal(who, 'proposal', { cycleId: CYCLE, owner: TEAM, id });
      const { error } = await company.goal(who, 'answerPush', at(TEAM, 1, id));
      codes.push([who, data.proposal.canAnswer, error?.code ?? 'ok']);
    }
    return codes;
  };
  const nobodyBut = (one: Who) =>
    (['boss', 'hr', 'head', 'staff'] as const).map((who) => [
      who,
      who === one,
      who === one ? 'ok' : 'NOT_FOUND',
    ]);

  it('is answered by its leader, and not in their place by who is above', async () => {
    await pushTeam('hr', 'led');
    expect(await answersTo('led')).toEqual(nobodyBut('head'));
  });

  it('is answered by who leads it when it is answered, whoever was asked', async () => {
    await pushTeam('hr', 'moved');
    await lead({ D2: PEOPLE.staff });
    expect(await answersTo('moved')).toEqual(nobodyBut('staff'));
  });

  it.each([null, PEOPLE.left])(
    'is answered by who leads above it while its own leader is %s',
    async (own) => {
      await pushTeam('hr', 'above');
      await lead({ D2: own });
      expect(await answersTo('above')).toEqual(nobodyBut('boss'));
    },
  );

  it('is answered by HR where nobody leads', async () => {
    await pushTeam('boss', 'nobody');
    await lead({ D1: null, D2: null });
    expect(await answersTo('nobody')).toEqual(nobodyBut('hr'));
  });
});

test('what cannot be taken is refused by name: full, the same already, closed', async () => {
  await company.save('peer', person('peer'), 0, objective('push', [metric('other', 10)]));
  for (let number = 0; number < 12; number += 1) {
    const more = { objective: { ...goalOf(), id: `g${number}`, keyResults: [metric(`g${number}-1`, 3)] } };
    await push('head', [person('staff')], more);
  }
  expect((await push('head', [person('staff'), person('peer'), person('other')])).data).toEqual({
    pushed: [person('other')],
    refused: [
      { owner: person('staff'), why: 'full' },
      { owner: person('peer'), why: 'taken' },
    ],
  });
  await company.goal('hr', 'closeCycle', { cycleId: CYCLE });
  expect((await push('head', [person('staff')])).error?.code).toBe('CYCLE_NOT_RUNNING');
  expect(
    (await company.goal('staff', 'pushed')).data.rows.some((row: { isMine: boolean }) => row.isMine),
  ).toBe(false);
});

test('a deadline that is over, weights that are not whole and the same person twice are refused', async () => {
  const past = await push('head', [person('staff')], { deadline: '2026-11-15' });
  expect(past.error).toMatchObject({ code: 'INPUT_INVALID', data: { path: 'deadline', rule: 'past' } });
  const half = { objective: objective('h', [metric('h-1', 3, { weight: 50 })]) };
  expect((await push('head', [person('staff')], half)).error?.code).toBe('WEIGHTS_NOT_WHOLE');
  expect((await push('head', [person('staff'), person('staff')])).error?.code).toBe('INPUT_INVALID');
});

test('a goal that would leave nothing to the others is confirmed with a smaller weight only', async () => {
  await company.save('staff', person('staff'), 0, objective('own', [metric('own-1', 10)]));
  await push('head', [person('staff')], { objective: goalOf(38, 100) });
  expect((await proposalOf('staff')).data.proposal.room).toBeNull();
  const refused = await company.goal('staff', 'answerPush', at(person('staff')));
  expect(refused.error?.code).toBe('WEIGHTS_NOT_WHOLE');
  await company.goal('staff', 'answerPush', { ...at(person('staff')), ...counter(38, 50) });
  await company.goal('head', 'decidePush', { ...at(person('staff'), 2), decision: 'accept' });
  const weights = (await sheetOf('staff')).objectives.map((each: { weight: number }) => each.weight);
  expect(weights).toEqual([50, 50]);
});

test('who does not answer is reminded, then their manager, then the next one: each once, on workdays', async () => {
  await push('hr', [person('staff')]);
  const tick = async (day: string): Promise<string[]> => {
    company.clock.set(Date.parse(`${day}T09:00:00+08:00`));
    await company.timers.runNow('goals');
    await company.timers.runNow('goals');
    const sent = (await company.db.find('messages')).filter(({ event }) =>
      String(event).startsWith('goal.unconfirmed'),
    );
    return sent.map(({ to }) => String(to)).sort();
  };
  expect(await tick('2026-11-19')).toEqual([]);
  expect(await tick('2026-11-20')).toEqual([PEOPLE.staff]);
  // Saturday and Sunday are no workdays.
  expect(await tick('2026-11-22')).toEqual([PEOPLE.staff]);
  expect(await tick('2026-11-24')).toEqual([PEOPLE.head, PEOPLE.staff]);
  expect((await company.goal('head', 'team', { cycleId: CYCLE })).data.rows).toMatchObject(
    [PEOPLE.staff, PEOPLE.peer, PEOPLE.other].map((id) => ({
      ...{ person: { id }, waiting: id === PEOPLE.staff ? 1 : 0, reminded: id === PEOPLE.staff },
    })),
  );
  expect(await tick('2026-11-26')).toEqual([PEOPLE.boss, PEOPLE.head, PEOPLE.staff]);
  expect(await tick('2026-11-30')).toEqual([PEOPLE.boss, PEOPLE.head, PEOPLE.staff]);
  expect((await proposalOf('hr')).data.proposal.reminded).toBe('upper');
});

test('who has confirmed is reminded of nothing', async () => {
  await push('head', [person('staff')]);
  await company.goal('staff', 'answerPush', at(person('staff')));
  company.clock.set(Date.parse('2026-11-26T09:00:00+08:00'));
  await company.timers.runNow('goals');
  const events = (await company.db.find('messages')).map(({ event }) => String(event));
  // That nothing is reported on it is another matter.
  expect(events.filter((event) => !event.startsWith('goal.quiet'))).toEqual([
    'goal.pushed',
    'goal.confirmed',
  ]);
});

test('a pushed goal is a to-do of Today until it is answered, and so is the answer', async () => {
  const todosOf = async (who: Who) => (await company.act(openidOf(who), 'attendance.today', {})).data.office;
  await push('head', [person('staff')]);
  expect(await todosOf('staff')).toEqual([{ kind: 'goals', count: 1 }]);
  expect(await todosOf('head')).toEqual([]);
  await company.goal('staff', 'answerPush', { ...at(person('staff')), ...counter(30, 30) });
  expect(await todosOf('staff')).toEqual([]);
  expect(await todosOf('head')).toEqual([{ kind: 'goals', count: 1 }]);
});

describe('a goal that was pushed and confirmed', () => {
  const agreed = async () => {
    await push('head', [person('staff')]);
    await company.goal('staff', 'answerPush', at(person('staff')));
  };
  const drop = (who: Who, rev = 1) =>
    company.goal(who, 'dropObjective', {
      ...{ cycleId: CYCLE, owner: person('staff'), rev, objectiveId: 'push', reason: '方向变了' },
    });
  const goal = async () => (await sheetOf('staff')).objectives[0];
  beforeEach(agreed);

  test('is not lowered, renamed or dropped by its owner alone, who is told whom to ask', async () => {
    const told = { code: 'OBJECTIVE_AGREED', data: { nameZh: expect.any(String) } };
    const { by } = (await proposalOf('staff')).data.proposal;
    for (const changed of [goalOf(1), goalOf(38, 1), { ...goalOf(), title: '少一点' }]) {
      const { error } = await company.save('staff', person('staff'), 1, changed);
      expect(error).toMatchObject(told);
      expect(error?.data.nameZh).toBe(by.name);
    }
    expect((await drop('staff')).error).toMatchObject(told);
    expect(await goal()).toMatchObject({ weight: 40, state: 'active', pushedBy: { id: PEOPLE.head } });
    expect(await inboxOf('staff')).toHaveLength(1);
    // What is their own is still theirs.
    const own = objective('own', [metric('own-1', 10)], { weight: 60 });
    expect((await company.save('staff', person('staff'), 1, own)).data).toEqual({ rev: 2 });
  });

  test.each(['head', 'boss', 'hr'] as const)('is changed by %s, and the owner is told once', async (who) => {
    for (const _ of [1, 2])
      expect((await company.save(who, person('staff'), 1, goalOf(30))).data).toEqual({ rev: 2 });
    expect(await goal()).toMatchObject({ keyResults: [{ measure: { target: 30 } }] });
    const told = (await inboxOf('staff')).filter(({ event }) => event === 'goal.amended');
    expect(told).toMatchObject([
      { data: { title: '新增客户', comment: '市场变化' }, aboutId: `${CYCLE}:p-${PEOPLE.staff}/push` },
    ]);
    const pusher = (await inboxOf('head')).filter(({ event }) => event === 'goal.push-amended');
    // Who pushed it and changes it knows.
    expect(pusher).toHaveLength(who === 'head' ? 0 : 1);
    if (who !== 'head') expect(pusher).toMatchObject([{ data: { title: '新增客户', comment: '市场变化' } }]);
    // It is still not the owner's alone.
    expect((await company.save('staff', person('staff'), 2, goalOf(1))).error?.code).toBe('OBJECTIVE_AGREED');
  });

  test('before objectives said who pushed them is known by its push', async () => {
    const pushedBy = { $unset: { 'objectives.0.pushedBy': '' } };
    await company.db.updateMany('goal_sheets', { _id: `${CYCLE}:p-${PEOPLE.staff}` }, pushedBy);
    expect((await company.save('staff', person('staff'), 1, goalOf(1))).error?.code).toBe('OBJECTIVE_AGREED');
    expect(await goal()).toMatchObject({ pushedBy: { id: PEOPLE.head } });
    expect((await company.save('head', person('staff'), 1, goalOf(30))).data).toEqual({ rev: 2 });
    expect(await inboxOf('staff')).toContainEqual(expect.objectContaining({ event: 'goal.amended' }));
  });

  test('is dropped by who is above, with the reason, and the owner is told once', async () => {
    for (const _ of [1, 2]) expect((await drop('head')).data).toEqual({ rev: 2 });
    expect(await goal()).toMatchObject({ state: 'dropped' });
    const told = (await inboxOf('staff')).filter(({ event }) => event === 'goal.dropped');
    expect(told).toMatchObject([{ data: { comment: '方向变了' } }]);
  });

  test('is dropped by somebody else above, and who pushed it is told once', async () => {
    for (const _ of [1, 2]) expect((await drop('hr')).data).toEqual({ rev: 2 });
    const told = (await inboxOf('head')).filter(({ event }) => event === 'goal.push-dropped');
    expect(told).toMatchObject([{ data: { title: '新增客户', comment: '方向变了' } }]);
  });

  test("is changed by nobody else, and those above change nothing that is the person's own", async () => {
    for (const who of ['peer', 'elsewhere', 'admin'] as const) {
      expect((await company.save(who, person('staff'), 1, goalOf(1))).error?.code).toBe('NOT_FOUND');
      expect((await drop(who)).error?.code).toBe('NOT_FOUND');
    }
    const own = objective('own', [metric('own-1', 10)], { weight: 60 });
    await company.save('staff', person('staff'), 1, own);
    for (const who of ['head', 'hr'] as const)
      for (const other of [{ ...own, weight: 1 }, objective('new', [metric('new-1', 1)], { weight: 1 })])
        expect((await company.save(who, person('staff'), 2, other)).error?.code).toBe('NOT_FOUND');
  });

  test('of a department is not changed by its leader alone, but by who leads above', async () => {
    await push('boss', [TEAM]);
    await company.goal('head', 'answerPush', at(TEAM));
    expect((await company.save('head', TEAM, 1, goalOf(1))).error?.code).toBe('OBJECTIVE_AGREED');
    expect((await company.save('boss', TEAM, 1, goalOf(30))).data).toEqual({ rev: 2 });
    expect(await inboxOf('head')).toContainEqual(expect.objectContaining({ event: 'goal.amended' }));
  });
});
