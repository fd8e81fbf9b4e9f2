import type { BoardView } from '#contracts/appraisal-results';
import { jsonWithoutMoments } from '../../../support/json-without-moments';
import { openWithReset } from '../../../support/open';
import { APPRAISAL, openAppraisalCompany, publishAll } from '../support/appraisal-company';
import { PEOPLE, type Who } from '../support/request-company';

const company = openWithReset(
  () => openAppraisalCompany(),
  (opened) => opened.run(),
);

const board = async (who: Who, unitId = 'D2') =>
  (await company.appraise(who, 'board', { cycleId: APPRAISAL, unitId })).data as BoardView;
const shownOn = (view: BoardView) => view.rows.map(({ person, shown, after }) => [person.id, shown, after]);
const stored = (who: Who) => company.db.get('appraisal_results', `${APPRAISAL}:${PEOPLE[who]}`);
const change = (who: Who, of: Who, to: string, rev = 0, reason = '承接停业门店客户 40 位') =>
  company.appraise(who, 'changeGrade', { cycleId: APPRAISAL, employeeId: PEOPLE[of], to, reason, rev });

describe('when the answers have ended', () => {
  test('everybody is scored by what the closing review gave, and stands on the board of their unit', async () => {
    expect(shownOn(await board('hr'))).toEqual([
      [PEOPLE.peer, 91, 'A'],
      [PEOPLE.head, 88, 'A'],
      [PEOPLE.staff, 84, 'B'],
      [PEOPLE.other, 58, 'D'],
    ]);
    expect(await company.db.get('appraisal_cycles', APPRAISAL)).toMatchObject({ state: 'calibration' });
  });

  test('whose review nobody has confirmed has no grade, and the reason is said', async () => {
    const { ungraded } = await board('hr2', 'D1');
    expect(ungraded).toEqual([
      { person: expect.objectContaining({ id: PEOPLE.payroll }), shown: null, reason: 'nothing-scored' },
    ]);
  });

  test('scoring again writes nothing', async () => {
    const before = await company.db.find('appraisal_results');
    await company.db.updateMany('appraisal_cycles', {}, { $set: { state: 'closing', cursor: '' } });
    await company.run();
    expect(await company.db.find('appraisal_results')).toEqual(before);
  });

  test('a grade by quota is given per unit', async () => {
    await company.db.updateMany(
      'appraisal_cycles',
      {},
      { $set: { state: 'closing', cursor: '', 'scheme.grades.by': 'quota' } },
    );
    await company.db.updateMany('calibration_boards', {}, { $set: { ready: false } });
    await company.run();
    // Of four people 20 % are one A, 40 % two B, and nobody has to be a D.
    expect(shownOn(await board('hr')).map(([, , grade]) => grade)).toEqual(['A', 'B', 'B', 'C']);
  });
});

describe('on the board', () => {
  test('the leader does not see their own grade, neither in the rows nor in the numbers', async () => {
    const view = await board('head');
    expect(shownOn(view).map(([id]) => id)).toEqual([PEOPLE.peer, PEOPLE.staff, PEOPLE.other]);
    expect([view.isOn, view.distribution.size]).toEqual([true, 3]);
    const { data } = await company.appraise('head', 'boards');
    expect(data.boards).toEqual([
      expect.objectContaining({
        unitId: 'D2',
        people: 3,
        counts: [
          { grade: 'A', count: 1 },
          { grade: 'B', count: 1 },
          { grade: 'C', count: 0 },
          { grade: 'D', count: 1 },
        ],
      }),
    ]);
  });

  test('a changed grade keeps what was before, the reason and who it was', async () => {
    expect((await change('head', 'staff', 'A')).data).toMatchObject({ row: { rev: 1, after: 'A' } });
    const row = (await board('hr')).rows.find(({ person }) => person.id === PEOPLE.staff);
    expect(row).toMatchObject({
      ...{ before: 'B', after: 'A', rev: 1 },
      changes: [{ from: 'B', to: 'A', reason: '承接停业门店客户 40 位', by: { id: PEOPLE.head } }],
    });
  });

  test('of two calibrators who saw the same row the second is told, and nothing is lost', async () => {
    await change('head', 'staff', 'A');
    expect((await change('hr', 'staff', 'C')).error).toEqual({
      code: 'VERSION_CONFLICT',
      data: { version: 1 },
    });
    await change('hr', 'other', 'C');
    expect(shownOn(await board('hr')).map(([, , grade]) => grade)).toEqual(['A', 'A', 'A', 'C']);
  });

  test('the same change sent again is done once', async () => {
    await change('head', 'staff', 'A');
    expect((await change('head', 'staff', 'A')).ok).toBe(true);
    expect((await stored('staff')) as object).toMatchObject({ row: { rev: 1 } });
  });

  test('nobody calibrates themselves', async () => {
    expect((await change('head', 'head', 'A')).error).toEqual({
      code: 'CALIBRATION_REFUSED',
      data: { rule: 'own' },
    });
    expect((await change('hr', 'hr', 'A')).error?.code).toBe('CALIBRATION_REFUSED');
  });

  test('nobody calibrates their own manager, and being in HR nobody their own report', async () => {
    const set = (who: Who, change: object) =>
      company.db.updateMany('employees', { _id: PEOPLE[who] }, { $set: change });
    await set('hr2', { managerId: PEOPLE.staff });
    const refused = { code: 'CALIBRATION_REFUSED', data: { rule: 'close' } };
    expect((await change('hr2', 'staff', 'A')).error).toEqual(refused);
    await company.db.updateMany(
      'appraisal_results',
      { _id: `${APPRAISAL}:${PEOPLE.other}` },
      { $set: { managerId: PEOPLE.hr2 } },
    );
    expect((await change('hr2', 'other', 'A')).error).toEqual(refused);
    expect((await change('hr2', 'peer', 'B')).ok).toBe(true);
    // The leader of the unit calibrates it, own reports with the others.
    expect((await change('head', 'staff', 'A')).ok).toBe(true);
  });

  test.each(['staff', 'peer', 'admin', 'payroll', 'elsewhere'] as const)(
    'there is no board for %s',
    async (who) => {
      const { error } = await company.appraise(who, 'board', { cycleId: APPRAISAL, unitId: 'D2' });
      expect(error).toEqual({ code: 'NOT_FOUND', data: { what: 'board' } });
      expect((await change(who, 'other', 'A')).error?.code).toBe('NOT_FOUND');
    },
  );

  test('it is noted who has seen whose scores', async () => {
    await board('head');
    const [reading] = await company.db.find('readings', { what: 'board' });
    expect(reading).toMatchObject({
      ...{ readerId: PEOPLE.head, aboutId: `${APPRAISAL}:D2` },
      ownerIds: [PEOPLE.peer, PEOPLE.staff, PEOPLE.other],
    });
  });
});

describe('a locked board', () => {
  const lock = (who: Who, rev: number, unitId = 'D2') =>
    company.appraise(who, 'lockBoard', { cycleId: APPRAISAL, unitId, rev });

  test('is locked as it was seen: a change in between is told', async () => {
    const { rev } = await board('head');
    await change('hr', 'staff', 'A');
    expect((await lock('head', rev)).error?.code).toBe('VERSION_CONFLICT');
    expect((await lock('head', rev + 1)).data).toMatchObject({ state: 'locked' });
    expect((await change('hr', 'staff', 'B', 1)).error).toEqual({
      code: 'CALIBRATION_REFUSED',
      data: { rule: 'locked' },
    });
  });

  test('is opened again with a reason that stays on it', async () => {
    await lock('head', (await board('head')).rev);
    const opened = await company.appraise('hr', 'openBoard', {
      ...{ cycleId: APPRAISAL, unitId: 'D2', reason: '漏了一位' },
    });
    expect(opened.data).toMatchObject({ state: 'open' });
    const { events } = await board('hr');
    expect(events).toEqual([
      expect.objectContaining({ kind: 'locked', by: expect.objectContaining({ id: PEOPLE.head }) }),
      expect.objectContaining({ kind: 'opened', reason: '漏了一位' }),
    ]);
    expect((await change('hr', 'staff', 'A')).ok).toBe(true);
  });

  test.each([
    ['boss', 'head', false],
    ['hr', 'head', false],
    ['head', 'head', true],
    ['head', 'boss', true],
    ['hr', 'boss', true],
    ['boss', 'hr', true],
  ] as const)('that %s locked is opened by %s: %s', async (locker, opener, may) => {
    expect((await lock(locker, (await board(locker)).rev)).ok).toBe(true);
    expect((await board(opener)).mayOpen).toBe(may);
    const input = { cycleId: APPRAISAL, unitId: 'D2', reason: '漏了一位' };
    const { ok, error } = await company.appraise(opener, 'openBoard', input);
    expect([ok, error?.data]).toEqual([may, may ? undefined : { rule: 'locked-above' }]);
    expect((await board('hr')).state).toBe(may ? 'open' : 'locked');
  });

  test('nothing is published while a board is open', async () => {
    await lock('head', (await board('head')).rev);
    const { error } = await company.appraise('hr', 'publishResults', { cycleId: APPRAISAL });
    expect(error).toEqual({ code: 'BOARDS_OPEN', data: { count: 2 } });
  });

  test('all results become visible with one moment, and everybody is told without a grade', async () => {
    expect((await publishAll(company)).data).toEqual({ state: 'published' });
    const results = (await company.db.find('appraisal_results')) as unknown as {
      result: { versions: { at: number }[] } | null;
    }[];
    const moments = results.flatMap(({ result }) => result?.versions.map(({ at }) => at) ?? []);
    expect([moments.length, new Set(moments).size]).toEqual([6, 1]);
    const messages = await company.db.find('messages', { event: 'appraisal.published' });
    expect(messages.flatMap(({ to }) => to as string[]).sort()).toEqual(
      ['staff', 'peer', 'other', 'head', 'elsewhere', 'hr', 'payroll']
        .map((who) => PEOPLE[who as Who])
        .sort(),
    );
    expect(jsonWithoutMoments(messages)).not.toMatch(/84|"[ABCD]"/);
    expect((await publishAll(company)).ok).toBe(true);
    expect(await company.db.find('appraisal_results')).toEqual(results);
  });

  test('a board that is published is not opened again', async () => {
    await publishAll(company);
    const input = { cycleId: APPRAISAL, unitId: 'D2', reason: '再看看' };
    expect((await company.appraise('hr', 'openBoard', input)).error?.code).toBe('APPRAISAL_STATE');
  });
});
