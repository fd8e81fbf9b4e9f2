import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import type { CycleProgress, DryRun } from '#contracts/appraisal-cycles';
import { openWithReset } from '../../../support/open';
import { ID, openCycleCompany } from '../support/cycle-company';
import { CYCLE_DRAFT } from '../support/cycle-drafts';
import { CYCLE, MONTH, metric, objective, person, savingOf } from '../support/goal-company';
import { employeeDocument, openidOf, PEOPLE, requestSeed } from '../support/request-company';

const company = openWithReset(() => openCycleCompany());

const cycle = async () => (await company.db.get('appraisal_cycles', ID)) as unknown as AppraisalCycle;
const people = async () => (await company.db.find('appraisal_people')) as unknown as AppraisalPerson[];
const names = async () => (await people()).map(({ person: { id } }) => id).sort();
const EVERYBODY = ['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R11'];
const tick = () => company.timers.runNow('appraisal');

describe('starting', () => {
  test('everybody who is employed is in it, as they are on that day, and is told', async () => {
    const { data } = await company.start();
    expect(data).toMatchObject({ cycle: { id: ID, state: 'running' }, people: 10 });
    expect(await names()).toEqual(EVERYBODY);
    expect(await company.db.get('appraisal_people', `${ID}:${PEOPLE.head}`)).toMatchObject({
      ...{ cycleId: ID, departmentId: 'D2', departmentPath: ['D1'], managerId: PEOPLE.boss },
      ...{ questionnaireId: 'everybody', reports: [PEOPLE.staff, PEOPLE.peer, PEOPLE.other] },
    });
    expect(await company.db.find('messages')).toMatchObject([
      { event: 'appraisal.started', to: EVERYBODY, data: { day: '2026-12-14' } },
    ]);
  });

  test('a second start writes nothing', async () => {
    await company.start();
    const before = [await cycle(), await people(), await company.db.find('messages')];
    expect((await company.ask('hr2', 'startCycle', { cycleId: ID, rev: 1 })).data.people).toBe(10);
    await tick();
    expect([await cycle(), await people(), await company.db.find('messages')]).toEqual(before);
  });

  test('only the departments of the plan with what is below them, hired in time', async () => {
    await company.start({ departments: ['D2'] });
    expect(await names()).toEqual(['R02', 'R03', 'R04', 'R05']);
  });

  test('whoever is there but too new is not appraised', async () => {
    await company.db.replaceAll({
      employees: [
        ...requestSeed().employees.slice(0, 10),
        employeeDocument('hr2', { hiredOn: '2026-11-02' }),
      ],
    });
    await company.start();
    expect(await names()).toEqual(EVERYBODY.slice(0, -1));
  });

  test('the post decides the questionnaire, and who has lost the manager has the next one above', async () => {
    const job = { 'zh-CN': '店长', en: 'Shop manager' };
    const changed = requestSeed().employees.map((each) => {
      if (each._id === PEOPLE.head) return { ...each, leftOn: '2026-11-30' };
      return each._id === PEOPLE.staff ? { ...each, job } : each;
    });
    await company.db.replaceAll({ employees: changed });
    await company.start();
    expect(await company.db.get('appraisal_people', `${ID}:${PEOPLE.staff}`)).toMatchObject({
      ...{ managerId: PEOPLE.boss, questionnaireId: 'leaders' },
    });
  });

  test('nobody in it is a mistake, and the draft stays one', async () => {
    await company.setUp({ hiredUntil: '2020-01-01' });
    const { error } = await company.ask('hr', 'startCycle', { cycleId: ID, rev: 1 });
    expect(error).toMatchObject({ code: 'PLAN_INVALID', data: { path: 'departments', rule: 'empty' } });
    expect((await cycle()).state).toBe('draft');
  });

  test('a draft that somebody changed is not started unseen, and days that have gone by are named', async () => {
    await company.setUp();
    await company.ask('hr2', 'saveCycle', { rev: 1, draft: { ...CYCLE_DRAFT, threshold: 5 } });
    const start = (rev: number) => company.ask('hr', 'startCycle', { cycleId: ID, rev });
    expect((await start(1)).error?.code).toBe('VERSION_CONFLICT');
    company.clock.set(Date.parse('2026-12-15T09:00:00+08:00'));
    expect((await start(2)).error?.data).toMatchObject({ path: 'answersUntil', rule: 'past' });
  });

  test('what a start left is done by the timer', async () => {
    await company.setUp();
    const started = Date.parse('2026-12-01T09:00:00+08:00');
    await company.db.replaceAll({
      appraisal_cycles: [
        { ...(await cycle()), state: 'starting', startedAt: started, cursor: 'R04', rev: 2 },
      ],
    });
    await tick();
    expect(await names()).toEqual(EVERYBODY.slice(4));
    expect(await cycle()).toMatchObject({ state: 'running', cursor: '' });
  });

  test('once it has started nothing of it is saved as a draft or removed', async () => {
    await company.start();
    const rev = (await cycle()).rev;
    for (const [action, input] of [
      ['saveCycle', { rev, draft: CYCLE_DRAFT }],
      ['saveQuestionnaire', { cycleId: ID, rev, id: 'leaders', questionnaire: null }],
      ['dropCycle', { cycleId: ID, rev }],
      ['dryRun', { cycleId: ID }],
    ] as const)
      expect((await company.ask('hr', action, input)).error).toEqual({
        code: 'APPRAISAL_STATE',
        data: { state: 'running' },
      });
  });
});

describe('looking ahead', () => {
  test('who has no manager, no goals or too few colleagues, how many answers, which parts would be missing', async () => {
    await company.db.replaceAll({ goal_cycles: [{ ...MONTH }] });
    await company.act(openidOf('staff'), 'goals.saveObjective', {
      ...savingOf(person('staff'), 0, objective('o', [metric('k', 10)])),
      cycleId: CYCLE,
    });
    await company.setUp({
      template: 'research',
      shares: [
        { id: 'goals', share: 40 },
        { id: 'peer', share: 30 },
        { id: 'manager', share: 30 },
      ],
      peers: { least: 6, most: 8 },
    });
    const before = await company.db.find('appraisal_cycles');
    const { data } = await company.ask('hr', 'dryRun', { cycleId: ID });
    expect(data).toMatchObject({
      people: 10,
      // Six peers of each, and a manager of each but the boss.
      reviews: 69,
      departments: [{ people: 5 }, { people: 4 }, { people: 1 }],
      missing: [
        { part: { en: 'Manager' }, people: 1 },
        { part: { en: 'Goals' }, people: 9 },
        { part: { en: 'Peers' }, people: 2 },
      ],
      past: null,
    });
    const gaps = Object.fromEntries(
      (data as DryRun).gaps.map((gap) => [gap.kind, gap.people.map((each) => each.id)]),
    );
    // The boss has four reports, who cannot be peers: five others are left. The head has a manager and three.
    expect(gaps).toMatchObject({ 'no-manager': ['R01'], 'few-colleagues': ['R01', 'R02'] });
    expect(gaps['no-goals']).not.toContain(PEOPLE.staff);
    expect(await company.db.find('appraisal_cycles')).toEqual(before);
    expect(await people()).toEqual([]);
  });
});

describe('while it runs', () => {
  test('everybody sees what counts, who is asked and until when; drafts are for HR alone', async () => {
    await company.setUp();
    const seen = async () => (await company.ask('staff', 'openCycles')).data.cycles;
    expect(await seen()).toEqual([]);
    await company.ask('hr', 'startCycle', { cycleId: ID, rev: 1 });
    expect(await seen()).toMatchObject([
      {
        ...{ id: ID, state: 'running', isIn: true, answersUntil: '2026-12-14', threshold: 4 },
        ...{ relations: ['customer', 'manager'], peersUntil: null, appealDays: 5 },
        parts: [{ share: 50 }, { share: 30 }, { share: 20 }],
      },
    ]);
  });

  const amend = async (change: object, more: object = {}) =>
    company.ask('hr', 'amendCycle', {
      cycleId: ID,
      rev: (await cycle()).rev,
      reason: '盘点冲突',
      change,
      ...more,
    });
  const DAYS = {
    what: 'deadline',
    peersUntil: '2026-12-03',
    confirmUntil: '2026-12-07',
    answersUntil: '2026-12-18',
  };

  test('a day is moved with a reason, and what stood there stays visible', async () => {
    await company.start();
    expect((await amend(DAYS)).ok).toBe(true);
    expect(await cycle()).toMatchObject({
      answersUntil: '2026-12-18',
      amendments: [
        {
          ...{ what: 'deadline', reason: '盘点冲突', by: { id: PEOPLE.hr } },
          changes: [{ field: 'answersUntil', from: '2026-12-14', to: '2026-12-18' }],
        },
      ],
    });
  });

  test('somebody is added and somebody taken out', async () => {
    await company.start({ departments: ['D2'] });
    expect((await amend({ what: 'people', add: [PEOPLE.elsewhere], remove: [PEOPLE.peer] })).ok).toBe(true);
    expect(await names()).toEqual(['R02', 'R03', 'R05', 'R09']);
    const before = [await cycle(), await people()];
    await tick();
    expect([await cycle(), await people()]).toEqual(before);
  });

  test('whom a call that died has recorded and not written, the timer writes', async () => {
    await company.start({ departments: ['D2'] });
    const people = { added: [PEOPLE.elsewhere], removed: [PEOPLE.peer] };
    const found = await cycle();
    await company.db.replaceAll({
      appraisal_cycles: [
        { ...found, amendments: [{ what: 'people', changes: [], people, reason: 'x', at: 1 }] },
      ],
    });
    await tick();
    expect(await names()).toEqual(['R02', 'R03', 'R05', 'R09']);
  });

  test.each<[string, object, object]>([
    ['a day that is over', { ...DAYS, answersUntil: '2026-11-30' }, { rule: 'past' }],
    ['the same days', { ...DAYS, answersUntil: '2026-12-14' }, { rule: 'no-change' }],
    ['the same title', { what: 'title', title: CYCLE_DRAFT.title }, { rule: 'no-change' }],
    ['a part less', { what: 'scheme', shares: [{ id: 'kpi', share: 100 }] }, { path: 'shares' }],
    ['somebody who has left', { what: 'people', add: [PEOPLE.left], remove: [] }, { rule: 'not-employed' }],
    ['somebody who is in it', { what: 'people', add: [PEOPLE.staff], remove: [] }, { rule: 'not-employed' }],
    ['nobody', { what: 'people', add: [], remove: [] }, { rule: 'no-change' }],
  ])('%s is refused', async (_, change, data) => {
    await company.start();
    const before = await cycle();
    expect((await amend(change)).error).toMatchObject({ code: 'PLAN_INVALID', data });
    expect(await cycle()).toEqual(before);
  });

  test('the shares change and who is asked does not; a threshold is no field of an amendment', async () => {
    await company.start();
    const shares = [
      { id: 'kpi', share: 60 },
      { id: 'customer', share: 20 },
      { id: 'manager', share: 20 },
    ];
    expect((await amend({ what: 'scheme', shares })).ok).toBe(true);
    expect(await cycle()).toMatchObject({
      scheme: { parts: [{ share: 60 }, { share: 20 }, { share: 20 }] },
      review: { threshold: 4, weights: { customer: 60, manager: 40 } },
    });
    for (const change of [
      { what: 'threshold', threshold: 3 },
      { what: 'scheme', shares, threshold: 3 },
    ])
      expect((await amend(change)).error?.code).toBe('INPUT_INVALID');
  });

  test('answers end after their last day by the timer, not on it', async () => {
    await company.start();
    company.clock.set(Date.parse('2026-12-14T23:59:00+08:00'));
    await tick();
    expect((await cycle()).state).toBe('running');
    const next = Date.parse('2026-12-15T00:10:00+08:00');
    company.clock.set(next);
    await tick();
    const ended = await cycle();
    // In the same run the next jobs count what was answered.
    expect(['closing', 'calibration']).toContain(ended.state);
    expect(ended.closedAt).toBeGreaterThanOrEqual(next);
  });

  test('HR ends it early with a reason, once', async () => {
    await company.start();
    const { rev } = await cycle();
    const end = () => company.ask('hr', 'endCycle', { cycleId: ID, rev, reason: '都交齐了' });
    expect((await end()).data.cycle.state).toBe('closing');
    expect((await end()).data.rev).toBe(rev + 1);
    expect((await cycle()).amendments).toHaveLength(1);
  });

  const RESEARCH = {
    template: 'research',
    shares: [
      { id: 'goals', share: 40 },
      { id: 'peer', share: 30 },
      { id: 'manager', share: 30 },
    ],
  };
  const late = (progress: CycleProgress) =>
    Object.fromEntries(
      progress.late.map(({ person: { id }, duties }) => [
        id,
        Object.fromEntries(duties.map(({ duty, open }) => [duty, open])),
      ]),
    );
  const progressNow = async () =>
    (await company.ask('hr', 'cycleProgress', { cycleId: ID })).data as CycleProgress;

  test('HR sees who owes what, by whom and never about whom', async () => {
    await company.start(RESEARCH);
    const peers = [PEOPLE.peer, PEOPLE.other, PEOPLE.hr, PEOPLE.admin];
    await company.ask('staff', 'choosePeers', { cycleId: ID, peerIds: peers, rev: 0 });
    const progress = await progressNow();
    expect(progress).toMatchObject({
      people: 10,
      duties: [
        { duty: 'peers', asked: 10, answered: 1, until: '2026-12-03' },
        { duty: 'confirm', asked: 1, answered: 0, until: '2026-12-07' },
        { duty: 'answers', asked: 9, answered: 0, until: '2026-12-14' },
      ],
      departments: [{ late: 5 }, { late: 3 }, { late: 1 }],
      lateCount: 9,
    });
    // Two to confirm or rate count as much as two to choose: who is rated is not said.
    expect(late(progress)).toMatchObject({
      [PEOPLE.boss]: { peers: 1, answers: 4 },
      [PEOPLE.head]: { peers: 1, confirm: 1, answers: 3 },
      [PEOPLE.other]: { peers: 1 },
    });
    expect(late(progress)).not.toHaveProperty(PEOPLE.staff);
    expect(JSON.stringify(progress)).not.toMatch(/subject|rater|relation"/);
  });

  test('an answer is seen in the counts the day after: nobody can watch one number fall as another one rises', async () => {
    await company.start(RESEARCH);
    const answers = async () => (await progressNow()).duties.find(({ duty }) => duty === 'answers');
    const before = await answers();
    const review = { cycleId: ID, subjectId: PEOPLE.staff, ratings: {}, texts: {} };
    const form = await company.ask('head', 'reviewForm', { cycleId: ID, subjectId: PEOPLE.staff });
    const items = form.data.sections.flatMap(({ items }: { items: { id: string; kind: string }[] }) => items);
    const rated = items.find(({ kind }: { kind: string }) => kind === 'rating');
    const sent = await company.ask('head', 'sendReview', { ...review, ratings: { [rated.id]: 4 } });
    expect(sent.ok).toBe(true);
    expect(await answers()).toEqual(before);
    company.clock.advance(24 * 3_600_000);
    expect(await answers()).toEqual({ ...before, answered: (before?.answered ?? 0) + 1 });
  });

  test('whoever has left owes nothing, and after the end nobody does', async () => {
    await company.start();
    await company.db.replaceAll({
      employees: requestSeed().employees.map((each) =>
        each._id === PEOPLE.head ? { ...each, leftOn: '2026-11-30' } : each,
      ),
    });
    expect(Object.keys(late(await progressNow())).sort()).toEqual(
      [PEOPLE.boss, PEOPLE.hr, PEOPLE.admin].sort(),
    );
    await company.ask('hr', 'endCycle', { cycleId: ID, rev: (await cycle()).rev, reason: 'x' });
    expect(await progressNow()).toMatchObject({ duties: [], late: [], lateCount: 0, departments: [] });
  });

  test('everybody who is late is reminded once a day, however often HR asks', async () => {
    await company.setUp();
    const remind = (after?: string) =>
      company.ask('hr', 'remindLate', { cycleId: ID, ...(after && { after }) });
    expect((await remind()).error).toMatchObject({ code: 'APPRAISAL_STATE', data: { state: 'draft' } });
    await company.ask('hr', 'startCycle', { cycleId: ID, rev: 1 });
    const reminders = async () =>
      (await company.db.find('messages')).filter(({ event }) => event === 'appraisal.late');
    expect((await remind()).data).toEqual({ reminded: 4, next: null });
    expect((await remind()).data).toEqual({ reminded: 4, next: null });
    expect(await reminders()).toHaveLength(4);
    expect((await reminders()).find(({ to }) => (to as string[])[0] === PEOPLE.head)).toMatchObject({
      data: { count: 3, day: '2026-12-14' },
    });
    expect((await remind(PEOPLE.head)).data.reminded).toBe(2);
    company.clock.set(Date.parse('2026-12-02T09:00:00+08:00'));
    await remind();
    expect(await reminders()).toHaveLength(8);
  });

  test('raters are told once that they are asked, and reminded two workdays before the last day and on it', async () => {
    await company.setUp();
    await company.ask('hr', 'startCycle', { cycleId: ID, rev: 1 });
    const tick = async (time: string) => {
      company.clock.set(Date.parse(time));
      for (let twice = 0; twice < 2; twice += 1) await company.timers.runNow('appraisal');
    };
    const told = async (event: string) =>
      (await company.db.find('messages', { event })).map(({ to }) => (to as string[]).join()).sort();
    // Nobody chooses peers here, so that it is settled at once who is asked; and nobody is told at night.
    await tick('2026-12-02T00:30:00+08:00');
    expect(await told('review.asked')).toEqual([]);
    await tick('2026-12-02T10:00:00+08:00');
    const raters = await told('review.asked');
    expect(raters.length).toBeGreaterThan(1);
    expect(raters.every((to) => !to.includes(','))).toBe(true);
    expect(await told('appraisal.late')).toEqual([]);
    // Monday the fourteenth is the last day.
    await tick('2026-12-10T10:00:00+08:00');
    expect(await told('appraisal.late')).toHaveLength(raters.length);
    await tick('2026-12-11T10:00:00+08:00');
    expect(await told('appraisal.late')).toHaveLength(raters.length);
    await tick('2026-12-14T10:00:00+08:00');
    expect(await told('appraisal.late')).toHaveLength(2 * raters.length);
    expect(await told('review.asked')).toEqual(raters);
  });
});
