import type { ReviewLine, TeamReviewRow } from '#contracts/goal-review';
import { appraisalSheet } from '../../../../cloudfunctions/goals/domain/appraisal-sheet';
import type { Sheet } from '../../../../cloudfunctions/goals/domain/sheet';
import { FULL } from '../../../../miniprogram/common/goals/share';
import { openWithReset } from '../../../support/open';
import { CYCLE, metric, objective, openGoalCompany, openTree, person } from '../support/goal-company';
import { PEOPLE, type Who } from '../support/request-company';

/** The last day of the cycle, in the evening; ten workdays later is Dec 14, fifteen Dec 21. */
const company = openWithReset(() => openGoalCompany('2026-11-30T18:00:00+08:00'), openTree);

const SCORES = [{ id: 'own-1', score: 70 }];
const SUMMARY = '成交达标，回访少了，下月补';

const handIn = (rev = 0, more: object = {}, who: Who = 'staff') =>
  company.goal(who, 'handInReview', { cycleId: CYCLE, rev, scores: SCORES, summary: SUMMARY, ...more });
const confirm = (who: Who = 'head', more: object = {}) =>
  company.goal(who, 'confirmReview', {
    ...{ cycleId: CYCLE, employeeId: PEOPLE.staff, rev: 1, scores: [{ id: 'own-1', score: 60 }] },
    ...{ comment: '同意，回访要补', ...more },
  });
const view = async (who: Who, of: Who = 'staff') =>
  company.goal(who, 'review', { cycleId: CYCLE, employeeId: PEOPLE[of] });
const team = async (who: Who) => (await company.goal(who, 'teamReviews', { cycleId: CYCLE })).data;
const stateIn = async (who: Who, of: Who) =>
  (await team(who)).rows.find(({ person: { id } }: TeamReviewRow) => id === PEOPLE[of])?.state;
const at = (iso: string) => company.clock.set(Date.parse(iso));
const messagesTo = async (who: Who) =>
  (await company.db.find('messages')).filter(({ to }) => (to as string[]).includes(PEOPLE[who]));

describe('a closing review', () => {
  test('is handed in with own scores, and confirmed with those that count', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 8]);
    expect((await view('staff')).data).toMatchObject({ may: 'hand-in', rev: 0, review: null });
    expect((await handIn()).data).toEqual({ rev: 1 });
    expect(company.lastCalls()).toBeLessThanOrEqual(6);
    expect((await view('head')).data.may).toBe('confirm');
    expect((await confirm()).data).toEqual({ rev: 2 });
    const { data } = await view('staff');
    expect(data).toMatchObject({
      may: null,
      review: { state: 'confirmed', summary: SUMMARY, comment: '同意，回访要补', confirmedBy: PEOPLE.head },
      window: { from: '2026-11-30', to: '2026-12-14', confirmTo: '2026-12-21' },
    });
    const [line] = data.objectives[0].lines as ReviewLine[];
    expect(line).toMatchObject({ own: 70, given: 60, progress: { counted: 0.8 * FULL } });
  });

  test('takes one read and one write, and one for the message', async () => {
    await view('staff');
    await handIn();
    expect(company.lastCalls()).toBe(3);
    await view('head');
    await confirm();
    expect(company.lastCalls()).toBe(3);
  });

  test('moves no figure, and no figure moves it', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 8]);
    const before = await company.db.find('goal_sheets');
    await handIn();
    const after = await company.db.find('goal_sheets');
    const without = (sheets: typeof before) =>
      sheets.map(({ review: _r, waitsFor: _w, rev: _v, ...sheet }) => sheet);
    expect(without(after)).toEqual(without(before));
    await company.checkIn('staff', person('staff'), ['own-1', 9]);
    expect((await view('head')).data).toMatchObject({ rev: 1, review: { state: 'handed-in' } });
  });

  test('keeps the figures as they were scored once it is confirmed', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 8]);
    const sheet = await company.db.get('goal_sheets', `${CYCLE}:p-${PEOPLE.staff}`);
    const [first] = (sheet?.log ?? []) as { id: string }[];
    const page = () =>
      company.goal('staff', 'history', { cycleId: CYCLE, owner: person('staff'), keyResultId: 'own-1' });
    await handIn();
    expect((await page()).data).toMatchObject({ sheet: { canReport: true }, checkIns: [{ canUndo: true }] });
    await confirm();
    const { sheet: shown, checkIns } = (await page()).data;
    expect(shown).toMatchObject({ canReport: true, isScored: true });
    expect(checkIns[0].canUndo).toBeUndefined();
    const refused = { code: 'REVIEW_CONFIRMED', data: { rule: 'figures' } };
    expect((await company.checkIn('staff', person('staff'), ['own-1', 9])).error).toEqual(refused);
    const undo = { cycleId: CYCLE, owner: person('staff'), id: first?.id };
    expect((await company.goal('staff', 'undoCheckIn', undo)).error).toEqual(refused);
    const report = (key: string, entries: object[]) =>
      company.goal('staff', 'report', { cycleId: CYCLE, key, day: '2026-11-30', text: '接待客户', entries });
    const figures = [{ keyResultId: 'own-1', mode: 'add', value: 1 }];
    expect((await report('report-key-00000001', figures)).error).toEqual(refused);
    // What somebody did on a day can still be written.
    expect((await report('report-key-00000002', [])).ok).toBe(true);
    const [line] = (await view('staff')).data.objectives[0].lines as ReviewLine[];
    expect(line).toMatchObject({ given: 60, progress: { counted: 0.8 * FULL } });
  });

  test('can be changed until it is confirmed, and not after', async () => {
    await handIn();
    expect((await handIn(1, { summary: '改过' })).data).toEqual({ rev: 2 });
    await confirm('head', { rev: 2 });
    expect((await handIn(3, { summary: '再改' })).error?.code).toBe('REVIEW_CONFIRMED');
    expect((await view('staff')).data.review.summary).toBe('改过');
  });

  test('sent twice is handed in and confirmed once, and everybody is told once', async () => {
    for (const _ of [1, 2]) expect((await handIn()).data).toEqual({ rev: 1 });
    for (const _ of [1, 2]) expect((await confirm()).data).toEqual({ rev: 2 });
    expect(await messagesTo('head')).toMatchObject([{ event: 'goal-review.handed-in' }]);
    expect(await messagesTo('staff')).toMatchObject([{ event: 'goal-review.confirmed' }]);
  });

  test('of which somebody saw an older one is not replaced or confirmed', async () => {
    await handIn();
    const conflict = { code: 'VERSION_CONFLICT', data: { version: 1 } };
    expect((await handIn(0, { summary: '别的' })).error).toMatchObject(conflict);
    await handIn(1, { summary: '新的' });
    expect((await confirm()).error?.code).toBe('VERSION_CONFLICT');
    await confirm('head', { rev: 2 });
    expect((await confirm('head', { rev: 2, comment: '又一次' })).error?.code).toBe('VERSION_CONFLICT');
  });

  test.each([
    ['without a score', [], 'scores'],
    ['with one twice', [...SCORES, ...SCORES], 'scores.own-1'],
    ['of something else', [...SCORES, { id: 'other', score: 1 }], 'scores.other'],
    ['above 100', [{ id: 'own-1', score: 101 }], 'scores.0.score'],
    ['below 0', [{ id: 'own-1', score: -1 }], 'scores.0.score'],
    ['with a half', [{ id: 'own-1', score: 1.5 }], 'scores.0.score'],
  ])('%s is refused by the field', async (_, scores, path) => {
    expect((await handIn(0, { scores })).error).toMatchObject({ code: 'INPUT_INVALID', data: { path } });
  });

  test('names the line that has no score', async () => {
    const half = { weight: 50 };
    const two = objective('two', [metric('two-1', 10, half), metric('two-2', 10, half)]);
    await company.save('other', person('other'), 0, two);
    const { error } = await handIn(0, { scores: [{ id: 'two-1', score: 70 }] }, 'other');
    expect(error).toEqual({ code: 'INPUT_INVALID', data: { path: 'scores.two-2', rule: 'complete' } });
  });

  test('without a word is refused', async () => {
    expect((await handIn(0, { summary: '  ' })).error?.code).toBe('INPUT_INVALID');
  });

  test('of somebody without goals is refused', async () => {
    expect((await handIn(0, {}, 'other')).error?.code).toBe('NOT_FOUND');
    expect((await view('head', 'other')).data).toMatchObject({ may: null, objectives: [] });
  });

  test('scores an objective as a whole if it has no key results', async () => {
    const whole = objective('lead', [], { alignedWeight: 100 });
    await company.save('other', person('other'), 0, whole);
    const [shown] = (await view('other', 'other')).data.objectives;
    expect(shown.lines).toMatchObject([{ id: 'lead', measure: null }]);
    const handed = await handIn(0, { scores: [{ id: 'lead', score: 90 }] }, 'other');
    expect(handed.data).toEqual({ rev: 1 });
  });
});

describe('the days of a closing review', () => {
  test('begin on the last day of the cycle', async () => {
    at('2026-11-29T18:00:00+08:00');
    expect((await view('staff')).data.may).toBeNull();
    expect((await handIn()).error).toEqual({
      code: 'REVIEW_NOT_OPEN',
      data: { from: '2026-11-30', to: '2026-12-14' },
    });
  });

  test('begin earlier if HR closes the cycle, whose figures stay', async () => {
    at('2026-11-20T18:00:00+08:00');
    const { data } = await company.goal('hr', 'closeCycle', { cycleId: CYCLE });
    expect(data.reviews).toEqual({ missing: 2, waiting: 0 });
    expect((await handIn()).data).toEqual({ rev: 1 });
    expect((await confirm()).data).toEqual({ rev: 2 });
  });

  test('end after ten workdays, and after fifteen for who confirms', async () => {
    at('2026-12-14T23:00:00+08:00');
    expect((await handIn()).data).toEqual({ rev: 1 });
    at('2026-12-15T00:00:00+08:00');
    expect((await handIn(1, { summary: '迟了' })).error?.code).toBe('REVIEW_NOT_OPEN');
    at('2026-12-21T23:00:00+08:00');
    expect((await view('head')).data.may).toBe('confirm');
    at('2026-12-22T00:00:00+08:00');
    expect((await view('head')).data.may).toBeNull();
    expect((await confirm()).error).toMatchObject({
      code: 'REVIEW_NOT_OPEN',
      data: { to: '2026-12-21' },
    });
  });

  test('HR is told how many are missing and how many wait', async () => {
    await handIn();
    const { data } = await company.goal('hr', 'closeCycle', { cycleId: CYCLE });
    // Of four sheets two are of people.
    expect(data.reviews).toEqual({ missing: 1, waiting: 1 });
  });
});

describe('who confirms', () => {
  beforeEach(() => handIn());

  test.each(['staff', 'peer', 'hr', 'boss', 'elsewhere'] as const)('not %s', async (who) => {
    expect((await confirm(who)).error?.code).toBe('NOT_FOUND');
    expect((await view('head')).data.review.state).toBe('handed-in');
  });

  test.each([
    ['boss', true],
    ['hr', true],
    ['peer', false],
    ['elsewhere', false],
  ] as const)('%s may read it: %s', async (who, may) => {
    const { ok, data } = await view(who);
    expect(ok).toBe(may);
    if (may) expect(data.may).toBeNull();
  });

  test('nobody else sees anything of it in the goals', async () => {
    await confirm();
    for (const action of ['sheet', 'home', 'tree', 'team'])
      for (const who of ['peer', 'elsewhere'] as const) {
        const input = action === 'sheet' ? { cycleId: CYCLE, owner: person('staff') } : { cycleId: CYCLE };
        const answer = await company.goal(who, action, input);
        expect(JSON.stringify(answer.data)).not.toMatch(/回访|"given"|"own":\d/);
      }
  });

  const move = (managerId: string) => {
    company.clock.advance(61_000);
    return company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { managerId } });
  };

  test('who was above when it was handed in, and who is now', async () => {
    await move(PEOPLE.admin);
    expect(await stateIn('head', 'staff')).toBe('handed-in');
    expect(await stateIn('admin', 'staff')).toBe('handed-in');
    expect((await confirm('admin')).data).toEqual({ rev: 2 });
    expect(await stateIn('head', 'staff')).toBeUndefined();
  });

  test('the next one above if the manager has left', async () => {
    await company.db.updateMany('employees', { _id: PEOPLE.head }, { $set: { leftOn: '2026-11-15' } });
    company.clock.advance(61_000);
    expect((await view('boss')).data).toMatchObject({ may: 'confirm', confirmer: { id: PEOPLE.boss } });
  });

  test('HR for who has nobody above, and never oneself', async () => {
    await company.save('boss', person('boss'), 0, objective('top', [metric('top-1', 10)]));
    await handIn(0, { scores: [{ id: 'top-1', score: 90 }] }, 'boss');
    const own = { employeeId: PEOPLE.boss, scores: [{ id: 'top-1', score: 100 }] };
    expect((await confirm('boss', own)).error?.code).toBe('NOT_FOUND');
    expect((await confirm('hr', own)).data).toEqual({ rev: 2 });
  });
});

describe('the list of a team', () => {
  test('says who has handed in, who has not and who has nothing to review', async () => {
    await handIn();
    expect(await stateIn('head', 'staff')).toBe('handed-in');
    expect(await stateIn('head', 'peer')).toBe('missing');
    expect(await stateIn('head', 'other')).toBe('none');
    await confirm();
    expect(await stateIn('head', 'staff')).toBe('confirmed');
    expect((await team('staff')).rows).toEqual([]);
  });

  test('takes three reads', async () => {
    await team('head');
    await team('head');
    expect(company.lastCalls()).toBe(3);
  });
});

describe('goals whose review is handed in', () => {
  const changed = () => objective('own', [metric('own-1', 1)]);
  const dropping = { cycleId: CYCLE, owner: person('staff'), rev: 1, objectiveId: 'own', reason: '不做了' };
  const pushed = objective('push', [metric('push-1', 38)], { weight: 40 });
  const push = () =>
    company.goal('head', 'push', {
      ...{ cycleId: CYCLE, owners: [person('staff')], objective: pushed, deadline: '2026-12-03' },
    });

  test('stay as they are scored: not changed, not dropped, and nothing is added', async () => {
    await push();
    const may = async () =>
      (await company.goal('staff', 'sheet', { cycleId: CYCLE, owner: person('staff') })).data.sheet.canEdit;
    expect(await may()).toBe(true);
    await handIn();
    const another = objective('more', [metric('more-1', 1)], { weight: 1 });
    const answers = [
      await company.save('staff', person('staff'), 1, changed()),
      await company.save('staff', person('staff'), 1, another),
      await company.goal('staff', 'dropObjective', dropping),
      await company.goal('staff', 'answerPush', {
        cycleId: CYCLE,
        owner: person('staff'),
        id: 'push',
        rev: 1,
      }),
    ];
    expect(answers.map(({ error }) => error?.code)).toEqual(Array(4).fill('REVIEW_HANDED_IN'));
    expect(await may()).toBe(false);
    await confirm();
    const late = await company.save('staff', person('staff'), 1, changed());
    expect(late.error?.code).toBe('REVIEW_HANDED_IN');
  });

  test('are asked for nothing more', async () => {
    await handIn();
    expect((await push()).data.refused).toEqual([{ owner: person('staff'), why: 'closed' }]);
  });

  test('were pushed: who pushed them does not change them either', async () => {
    await push();
    await company.goal('staff', 'answerPush', { cycleId: CYCLE, owner: person('staff'), id: 'push', rev: 1 });
    const scores = ['own-1', 'push-1'].map((id) => ({ id, score: 50 }));
    await handIn(0, { scores });
    const { rev } = (await company.goal('staff', 'sheet', { cycleId: CYCLE, owner: person('staff') })).data
      .sheet;
    const { error } = await company.save('head', person('staff'), rev, { ...pushed, weight: 10 });
    expect(error?.code).toBe('REVIEW_HANDED_IN');
  });
});

describe('goals whose owner hands nothing in', () => {
  const score = (who: Who = 'head', more: object = {}) => confirm(who, { rev: 0, ...more });

  test('are scored by who is above once the days for that are over', async () => {
    at('2026-12-14T23:00:00+08:00');
    expect((await view('head')).data.may).toBeNull();
    expect((await score()).error).toEqual({
      code: 'REVIEW_NOT_OPEN',
      data: { from: '2026-12-15', to: '2026-12-21' },
    });
    at('2026-12-15T09:00:00+08:00');
    expect((await view('head')).data).toMatchObject({ may: 'confirm', rev: 0, review: null });
    expect((await view('staff')).data.may).toBeNull();
    for (const _ of [1, 2]) expect((await score()).data).toEqual({ rev: 1 });
    const { data } = await view('staff');
    expect(data.review).toMatchObject({ state: 'confirmed', handedInAt: null, confirmedBy: PEOPLE.head });
    expect(data.objectives[0].lines).toMatchObject([{ own: null, given: 60 }]);
    expect(await messagesTo('staff')).toMatchObject([{ event: 'goal-review.confirmed' }]);
    expect(await stateIn('head', 'staff')).toBe('confirmed');
  });

  test('are scored by nobody else, not without a score, and not for ever', async () => {
    at('2026-12-15T09:00:00+08:00');
    for (const who of ['staff', 'peer', 'hr', 'boss'] as const)
      expect((await score(who)).error?.code).toBe('NOT_FOUND');
    expect((await score('head', { scores: [{ id: 'other', score: 1 }] })).error?.code).toBe('INPUT_INVALID');
    const none = { employeeId: PEOPLE.other };
    expect((await score('head', none)).error?.code).toBe('NOT_FOUND');
    at('2026-12-22T00:00:00+08:00');
    expect((await view('head')).data.may).toBeNull();
    expect((await score()).error?.code).toBe('REVIEW_NOT_OPEN');
  });
});

describe('what the appraisal reads', () => {
  const read = async (who: Who = 'staff') => {
    const [sheet] = await company.db.find('goal_sheets', { _id: `${CYCLE}:p-${PEOPLE[who]}` });
    return appraisalSheet(sheet as unknown as Sheet);
  };

  test('has no scores until who is above has confirmed, and says why', async () => {
    await company.checkIn('staff', person('staff'), ['own-1', 8]);
    expect(await read()).toMatchObject({ missing: 'late', review: null, checkIns: 1, isClosed: false });
    await handIn();
    expect(await read()).toMatchObject({ missing: 'no-data', review: { state: 'handed-in' } });
    await confirm();
    await company.goal('hr', 'closeCycle', { cycleId: CYCLE });
    const sheet = await read();
    expect(sheet).toMatchObject({ missing: null, employeeId: PEOPLE.staff, isClosed: true });
    expect(sheet.objectives).toMatchObject([
      { id: 'own', weight: 100, lines: [{ id: 'own-1', source: 'own', own: 70, given: 60, weight: 100 }] },
    ]);
  });

  test('has the scores of who is above alone if nothing was handed in', async () => {
    at('2026-12-15T09:00:00+08:00');
    expect(await read()).toMatchObject({ missing: 'late' });
    await confirm('head', { rev: 0 });
    const sheet = await read();
    expect(sheet).toMatchObject({ missing: null, objectives: [{ lines: [{ own: null, given: 60 }] }] });
  });

  test('has the weights that were scored, whatever becomes of the sheet', async () => {
    const results = [metric('own-1', 10, { weight: 70 }), metric('own-2', 10, { weight: 30 })];
    await company.save('staff', person('staff'), 1, objective('own', results, { weight: 80 }));
    const scores = ['own-1', 'own-2'].map((id) => ({ id, score: 50 }));
    await handIn(0, { scores });
    await confirm('head', { scores });
    const stored = await company.db.get('goal_sheets', `${CYCLE}:p-${PEOPLE.staff}`);
    const [own] = (stored?.objectives ?? []) as object[];
    const after = {
      ...own,
      weight: 5,
      keyResults: [
        { ...results[0], weight: 1 },
        { ...results[1], weight: 99 },
      ],
    };
    const added = { ...objective('late', [metric('late-1', 1)]), state: 'active' };
    const id = { _id: `${CYCLE}:p-${PEOPLE.staff}` };
    for (const state of ['active', 'dropped']) {
      await company.db.updateMany('goal_sheets', id, { $set: { objectives: [{ ...after, state }, added] } });
      const sheet = await read();
      expect(sheet.missing).toBeNull();
      expect(sheet.objectives).toMatchObject([
        {
          id: 'own',
          weight: 80,
          lines: [
            { weight: 70, given: 50 },
            { weight: 30, given: 50 },
          ],
        },
      ]);
      expect(sheet.objectives).toHaveLength(1);
    }
  });

  test('says of somebody whose goals were all dropped that there is nothing', async () => {
    const input = { cycleId: CYCLE, owner: person('staff'), rev: 1, objectiveId: 'own', reason: '不做了' };
    await company.goal('staff', 'dropObjective', input);
    expect(await read()).toMatchObject({ missing: 'no-data', objectives: [] });
  });
});
