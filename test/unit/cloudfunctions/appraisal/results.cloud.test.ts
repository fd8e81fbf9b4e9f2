import type { ReportView } from '#contracts/appraisal-results';
import { openWithReset } from '../../../support/open';
import { APPRAISAL, openAppraisalCompany, publishAll } from '../support/appraisal-company';
import { PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(
  () => openAppraisalCompany(),
  async (opened) => {
    await opened.run();
    await publishAll(opened);
  },
);

const of = (who?: Who) => (who ? { cycleId: APPRAISAL, employeeId: PEOPLE[who] } : { cycleId: APPRAISAL });
const report = async (who: Who, about?: Who) =>
  (await company.appraise(who, 'report', of(about))).data as ReportView;
const appeal = (text = '11 月承接停业门店的客户，目标没有相应下调') =>
  company.appraise('staff', 'appeal', { cycleId: APPRAISAL, text });
const decide = (who: Who, more: object = {}) =>
  company.appraise(who, 'decideAppeal', {
    ...{ cycleId: APPRAISAL, employeeId: PEOPLE.staff, grade: 'A', shown: 86, answer: '情况属实', rev: 1 },
    ...more,
  });

describe('before the publication', () => {
  test('nobody reads a result, not even HR', async () => {
    await company.db.updateMany('appraisal_cycles', {}, { $set: { state: 'publishing' } });
    for (const who of ['staff', 'head', 'hr'] as const) {
      const { error } = await company.appraise(who, 'report', of('staff'));
      expect(error).toEqual({ code: 'NOT_FOUND', data: { what: 'result' } });
    }
    expect((await company.appraise('staff', 'results')).data).toEqual({ own: [], team: [], appeals: 0 });
  });
});

describe('a published result', () => {
  test('opens from the score down to the key result', async () => {
    const { total, versions, isOwn } = await report('staff');
    expect([isOwn, versions]).toEqual([
      true,
      [expect.objectContaining({ number: 1, shown: 84, grade: 'B' })],
    ]);
    const [part] = total.inputs;
    expect(part).toMatchObject({ kind: 'goals', shown: 84, share: 100, shownShare: 100 });
    expect(part?.inputs[0]?.inputs[0]).toMatchObject({
      kind: 'key-result',
      shown: 84,
      sources: [{ kind: 'key-result', id: 'kr' }],
    });
  });

  test('says what the grade is worth and the last day for an appeal, five workdays on', async () => {
    expect(await report('staff')).toMatchObject({
      bonusPercent: 10,
      appealUntil: '2026-12-14',
      opensPlan: false,
    });
    expect(await report('other')).toMatchObject({ bonusPercent: 0, opensPlan: true });
  });

  test.each([
    ['head', true],
    ['boss', true],
    ['hr', true],
    ['peer', false],
    ['elsewhere', false],
    ['admin', false],
    ['payroll', false],
  ] as const)('of staff is read by %s: %s', async (who, may) => {
    const { ok, error } = await company.appraise(who, 'report', of('staff'));
    expect([ok, error?.code]).toEqual([may, may ? undefined : 'NOT_FOUND']);
    const readings = await company.db.find('readings', { what: 'appraisal' });
    expect(readings).toHaveLength(may ? 1 : 0);
    if (may) expect(readings[0]).toMatchObject({ ownerId: PEOPLE.staff, readerId: PEOPLE[who] });
  });

  test('without a grade says why, and asks for nothing', async () => {
    const view = await report('payroll');
    expect(view).toMatchObject({ versions: [], ungraded: 'nothing-scored', bonusPercent: null });
    expect(Object.values(view.may)).toEqual([false, false, false, false]);
  });

  test('that was not given has no score in any list, nor a chart of it', async () => {
    await company.db.updateMany(
      'appraisal_results',
      { _id: `${APPRAISAL}:${PEOPLE.payroll}` },
      { $set: { shown: 62.3, 'score.total.shown': 62.3 } },
    );
    expect((await company.appraise('payroll', 'results')).data.own).toMatchObject([
      { shown: null, grade: null },
    ]);
  });

  test('leads to what others said those who may see it, and nobody above the direct manager', async () => {
    await company.db.updateMany('appraisal_cycles', {}, { $set: { review: { questionnaires: [] } } });
    company.clock.advance(61_000);
    const seen = [];
    for (const who of ['staff', 'head', 'hr', 'boss'] as const)
      seen.push((await report(who, who === 'staff' ? undefined : 'staff')).hasReview);
    expect(seen).toEqual([true, true, true, false]);
  });

  test('is in the own list, and in that of the direct manager', async () => {
    const { data } = await company.appraise('staff', 'results');
    expect(data).toMatchObject({ own: [{ shown: 84, grade: 'B', isRead: false }], team: [] });
    const team = (await company.appraise('head', 'results')).data.team;
    expect(team.map(({ person }: { person: { id: string } }) => person.id).sort()).toEqual(
      [PEOPLE.staff, PEOPLE.peer, PEOPLE.other].sort(),
    );
    expect(
      await company.db.find('readings', { readerId: PEOPLE.head, aboutId: `${APPRAISAL}:team` }),
    ).toHaveLength(1);
  });

  test('is acknowledged once, however often it is sent', async () => {
    const read = () => company.appraise('staff', 'acknowledge', { cycleId: APPRAISAL, version: 1 });
    expect((await read()).data).toEqual({ rev: 1 });
    expect((await read()).data).toEqual({ rev: 1 });
    const { may, readVersions } = await report('staff');
    expect([may.acknowledge, may.appeal, readVersions]).toEqual([false, true, [1]]);
  });
});

describe('an appeal', () => {
  test('is told to HR and the manager of the manager without its text', async () => {
    await appeal();
    const [message] = await company.db.find('messages', { event: 'appraisal.appealed' });
    expect((message as unknown as { to: string[] }).to.sort()).toEqual(
      [PEOPLE.boss, PEOPLE.hr, PEOPLE.hr2].sort(),
    );
    expect(JSON.stringify(message)).not.toContain('停业');
    for (const who of ['boss', 'hr2'] as const)
      expect((await company.appraise(who, 'appeals')).data.appeals).toHaveLength(1);
    for (const who of ['head', 'staff', 'admin', 'payroll'] as const)
      expect((await company.appraise(who, 'appeals')).data.appeals).toEqual([]);
  });

  test('is not in the list of HR who may not decide it: who is the manager, reports to the person or has decided it before', async () => {
    await appeal();
    const listed = async (who: 'hr' | 'hr2') => (await company.appraise(who, 'appeals')).data.appeals.length;
    expect([await listed('hr'), await listed('hr2')]).toEqual([0, 1]);
    const manage = async (id: string, managerId: string) => {
      await company.db.updateMany('employees', { _id: id }, { $set: { managerId } });
      company.clock.advance(61_000);
    };
    await manage(PEOPLE.staff, PEOPLE.hr2);
    expect(await listed('hr2')).toBe(0);
    expect((await decide('hr2')).error?.code).toBe('APPEAL_REFUSED');
    await manage(PEOPLE.staff, PEOPLE.head);
    expect(await listed('hr2')).toBe(1);
    await manage(PEOPLE.hr2, PEOPLE.staff);
    expect(await listed('hr2')).toBe(0);
    expect((await decide('hr2')).error?.code).toBe('APPEAL_REFUSED');
  });

  test('that is granted is a new version with its reason, and both are seen', async () => {
    await appeal();
    expect((await decide('boss')).ok).toBe(true);
    const { versions, appeals, may } = await report('staff');
    expect(versions).toEqual([
      expect.objectContaining({ number: 1, shown: 84, grade: 'B' }),
      expect.objectContaining({ number: 2, shown: 86, grade: 'A', reason: '情况属实' }),
    ]);
    expect(appeals[0]).toMatchObject({
      state: 'changed',
      answer: { text: '情况属实', by: { id: PEOPLE.boss } },
    });
    expect([may.acknowledge, may.appeal]).toEqual([true, false]);
    expect(await company.db.find('messages', { event: 'appraisal.answered', to: PEOPLE.staff })).toHaveLength(
      1,
    );
    expect((await company.appraise('boss', 'appeals')).data.appeals).toEqual([]);
  });

  test('that is kept has its answer and no new version', async () => {
    await appeal();
    await decide('hr2', { grade: 'B', shown: 84, answer: '目标已经下调过' });
    const { versions, appeals } = await report('staff');
    expect([versions.length, appeals[0]?.state]).toEqual([1, 'kept']);
  });

  test('is not decided by the direct manager who is in HR too, nor by a report in HR, while others are there', async () => {
    const roles = (who: Who) =>
      company.db.updateMany('employees', { _id: PEOPLE[who] }, { $set: { roles: ['employee', 'hr'] } });
    await roles('head');
    await company.db.updateMany('employees', { _id: PEOPLE.hr2 }, { $set: { managerId: PEOPLE.staff } });
    await appeal();
    const refused = { code: 'APPEAL_REFUSED', data: { rule: 'close' } };
    for (const who of ['head', 'hr2'] as const) {
      expect((await report(who, 'staff')).may.decide).toBe(false);
      expect((await decide(who)).error).toEqual(refused);
    }
    expect((await report('boss', 'staff')).may.decide).toBe(true);
    expect((await decide('boss')).ok).toBe(true);
  });

  test('is decided by the direct manager where nobody else is left to', async () => {
    await company.db.updateMany('employees', { _id: PEOPLE.head }, { $set: { managerId: null } });
    await company.db.updateMany('employees', { _id: PEOPLE.hr2 }, { $set: { leftOn: '2026-11-30' } });
    await appeal();
    // HR has published the result, and nobody answers for it twice.
    expect((await decide('hr')).error?.data).toEqual({ rule: 'same-decider' });
    expect((await decide('head')).ok).toBe(true);
  });

  test('is not decided by the direct manager, by the person, or by who decided the grade', async () => {
    await appeal();
    expect((await decide('head')).error?.code).toBe('NOT_FOUND');
    expect((await decide('staff')).error?.code).toBe('NOT_FOUND');
    expect((await decide('hr')).error).toEqual({ code: 'APPEAL_REFUSED', data: { rule: 'same-decider' } });
    expect((await decide('admin')).error?.code).toBe('NOT_FOUND');
  });

  test('that was decided meanwhile is not decided twice', async () => {
    await appeal();
    await decide('boss');
    expect((await decide('boss')).ok).toBe(true);
    expect((await decide('hr2', { grade: 'C', shown: 61 })).error).toEqual({
      code: 'APPEAL_REFUSED',
      data: { rule: 'none' },
    });
    expect((await report('staff')).versions).toHaveLength(2);
  });

  test('after the last day is refused with that day', async () => {
    company.clock.set(Date.parse('2026-12-15T09:00:00+08:00'));
    expect((await appeal()).error).toEqual({ code: 'APPEAL_TOO_LATE', data: { lastDay: '2026-12-14' } });
  });

  test('is taken back', async () => {
    await appeal();
    await company.appraise('staff', 'withdrawAppeal', { cycleId: APPRAISAL });
    const { appeals, may } = await report('staff');
    expect([appeals[0]?.state, may.appeal, may.withdraw]).toEqual(['withdrawn', true, false]);
    expect((await company.appraise('boss', 'appeals')).data.appeals).toEqual([]);
  });

  test('is the same in the results, on the board, in the list of boards and in the distribution', async () => {
    const boss = async (action: string, more: object = {}) =>
      (await company.appraise('boss', action, { cycleId: APPRAISAL, ...more })).data;
    await company.db.updateMany('departments', { _id: 'D2' }, { $set: { leaderId: PEOPLE.boss } });
    company.clock.advance(61_000);
    await appeal();
    expect((await decide('hr2')).ok).toBe(true);
    const board = await boss('board', { unitId: 'D2' });
    expect(
      board.rows.find(({ person }: { person: { id: string } }) => person.id === PEOPLE.staff),
    ).toMatchObject({
      ...{ shown: 86, before: 'B', after: 'A', changes: [], appealed: { shown: 84, grade: 'B' } },
    });
    const onBoard = board.distribution.grades.map(({ count }: { count: number }) => count);
    const [listed] = (await boss('boards')).boards.filter(
      ({ unitId }: { unitId: string }) => unitId === 'D2',
    );
    expect([onBoard, listed.counts.map(({ count }: { count: number }) => count)]).toEqual([
      [3, 0, 0, 1],
      [3, 0, 0, 1],
    ]);
    const [stored] = await company.db.find('calibration_boards', { unitId: 'D2' });
    expect(stored).toMatchObject({
      groups: { unit: { people: 4, hundredths: 100 * (86 + 91 + 58 + 88), counts: listed.counts } },
    });
  });

  test.each([
    [
      'finer than the scheme',
      { shown: 88.123456 },
      { rule: 'score', field: 'shown', most: 100, decimals: 1 },
    ],
    [
      'above what the scheme reaches',
      { shown: 150 },
      { rule: 'score', field: 'shown', most: 100, decimals: 1 },
    ],
    [
      'with the grade of another score',
      { grade: 'D' },
      { rule: 'grade-reason', field: 'gradeReason', grade: 'A' },
    ],
  ])('with a decision %s is refused, with its field', async (_, more, data) => {
    await appeal();
    expect((await decide('boss', more)).error).toEqual({ code: 'APPEAL_REFUSED', data });
    expect((await report('staff')).versions).toHaveLength(1);
  });

  test('with another grade than that of the score has its reason, which the person reads', async () => {
    await appeal();
    const gradeReason = '客户满意度两次低于底线，等级不随分数上调';
    expect((await decide('boss', { grade: 'B', gradeReason })).ok).toBe(true);
    expect((await report('staff')).versions[1]).toMatchObject({ shown: 86, grade: 'B', gradeReason });
  });

  test('keeps what calibration left, though the score alone would give another grade', async () => {
    await company.db.updateMany(
      'appraisal_results',
      { _id: `${APPRAISAL}:${PEOPLE.staff}` },
      { $set: { 'result.versions.0.grade': 'A' } },
    );
    await appeal();
    expect((await decide('boss', { grade: 'A', shown: 84 })).ok).toBe(true);
  });

  test('with a grade that the scheme has not is refused', async () => {
    await appeal();
    expect((await decide('boss', { grade: 'S' })).error?.code).toBe('CALIBRATION_REFUSED');
  });
});

describe('what follows', () => {
  const RULE = {
    from: '2026-12-01',
    to: null,
    rates: [{ grade: 'A', percent: 20, opensPlan: false }],
    source: { 'zh-CN': '2027 年奖金办法', en: 'Bonus rules of 2027' },
  };

  test('rates change from a day on, with who changed them, and the period before keeps its own', async () => {
    const { data } = await company.appraise('payroll', 'bonusRules');
    const [shipped] = data.rules;
    const rules = [{ ...shipped, to: '2026-11-30' }, RULE];
    const saved = await company.appraise('payroll', 'saveBonusRules', { rules, expectedVersion: 0 });
    expect(saved.data).toMatchObject({ version: 1, history: [{ byName: '员工payroll' }] });
    expect((await report('staff')).bonusPercent).toBe(10);
    const again = await company.appraise('hr', 'saveBonusRules', { rules: [RULE], expectedVersion: 0 });
    expect(again.error?.code).toBe('VERSION_CONFLICT');
  });

  test('rules that overlap are refused with the field', async () => {
    const rules = [RULE, { ...RULE, from: '2026-11-01' }];
    const { error } = await company.appraise('hr', 'saveBonusRules', { rules, expectedVersion: 0 });
    expect(error).toEqual({ code: 'BONUS_RULE_INVALID', data: { path: 'rules.1.from', rule: 'overlaps' } });
  });

  test('the best fifth of the company is the pool, by grade and score', async () => {
    const { data } = await company.appraise('hr', 'pool');
    // Six people have a grade: 1.2 places are one.
    expect(data.pool).toMatchObject({
      ...{ size: 6, places: 1, tie: null },
      rows: [{ person: { id: PEOPLE.peer }, shown: 91, grade: 'A' }],
    });
    expect((await company.appraise('admin', 'pool')).error?.code).toBe('FORBIDDEN');
  });
});
