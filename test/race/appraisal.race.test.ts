import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { codesOf, type Racing, racingWith } from '../support/racing';
import { openInstrumentedAppraisal } from '../support/result-race';
import { APPRAISAL, NOW, publishAll } from '../unit/cloudfunctions/support/appraisal-company';
import { PEOPLE, type Who } from '../unit/cloudfunctions/support/request-company';

const AT = Date.parse(NOW);

const company = openPerFile(() => openInstrumentedAppraisal(NOW));
const explore = racesIn('appraisal', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;

const CYCLE = { cycleId: APPRAISAL };
const UNIT = { ...CYCLE, unitId: 'D2' };
const change = (who: Who, of: Who, to: string): Racing => [
  who,
  'changeGrade',
  { ...CYCLE, employeeId: PEOPLE[of], to, reason: `因为 ${to}`, rev: 0 },
];

let boards: Documents;
let locked: Documents;
let published: Documents;
let appealed: Documents;
beforeAll(async () => {
  boards = await company.beginCalibration();
  for (const unitId of ['D1', 'D2', 'D3']) {
    const { rev } = await company.board(unitId);
    await company.appraise('hr', 'lockBoard', { ...CYCLE, unitId, rev });
  }
  locked = await company.everything();
  await company.begin(boards);
  await publishAll(company);
  published = await company.everything();
  await company.appraise('staff', 'appeal', { ...CYCLE, text: '请再看看' });
  appealed = await company.everything();
});

const race = racingWith({
  explore,
  ask: (...given) => company.appraise(...given),
  begin: (from: Documents) => company.begin(from),
  now: AT,
});

test('two calibrators change the same grade: one is saved, the other is told', () =>
  race(boards, [change('head', 'staff', 'A'), change('hr', 'staff', 'C')], async (answers) => {
    expect(codesOf(answers).sort()).toEqual(['VERSION_CONFLICT', 'ok']);
    const { row } = await company.resultOf('staff');
    expect(row).toMatchObject({ rev: 1, after: answers[0]?.ok ? 'A' : 'C' });
    await company.expectBoardOfItsRows();
  }));

test('two calibrators change different grades: both are saved, and the numbers of the board know both', () =>
  race(boards, [change('head', 'staff', 'A'), change('hr', 'other', 'C')], async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    expect((await company.resultOf('staff')).row?.after).toBe('A');
    expect((await company.resultOf('other')).row?.after).toBe('C');
    await company.expectBoardOfItsRows();
  }));

test('a grade is changed while the board is locked: it is in the board that was locked, or refused', async () => {
  const { rev } = (boards.calibration_boards ?? []).find(({ unitId }) => unitId === 'D2') as { rev: number };
  await race(
    boards,
    [change('head', 'staff', 'A'), ['hr', 'lockBoard', { ...UNIT, rev }]],
    async ([changed, locked]) => {
      const { state } = await company.board();
      expect(state).toBe(locked?.ok ? 'locked' : 'open');
      // What was locked is what the calibrator has seen.
      expect(changed?.ok && locked?.ok).not.toBe(true);
      if (!changed?.ok) expect(['CALIBRATION_REFUSED', 'BUSY']).toContain(changed?.error?.code);
      if (!locked?.ok) expect(locked?.error?.code).toBe('VERSION_CONFLICT');
      await company.expectBoardOfItsRows();
    },
  );
});

test('a board is opened again while HR publishes: either it is open and nothing is published, or it stays locked', async () => {
  await company.begin(boards);
  for (const unitId of ['D1', 'D2', 'D3']) {
    const { rev } = await company.board(unitId);
    await company.appraise('hr', 'lockBoard', { ...CYCLE, unitId, rev });
  }
  const locked = await company.everything();
  await race(
    locked,
    [
      ['boss', 'openBoard', { ...UNIT, reason: '漏了一位' }],
      ['hr', 'publishResults', CYCLE],
    ],
    async ([opened, publishing]) => {
      const { state } = await company.board();
      const cycle = await company.cycle();
      if (opened?.ok) {
        expect([state, cycle?.state]).toEqual(['open', 'calibration']);
        expect(['BUSY', 'BOARDS_OPEN']).toContain(publishing?.error?.code);
      } else {
        await company.run();
        expect([(await company.board()).state, (await company.cycle())?.state]).toEqual([
          'published',
          'published',
        ]);
      }
    },
  );
});

test('a result is acknowledged twice at once: it was read once', () => {
  const read: Racing = ['staff', 'acknowledge', { ...CYCLE, version: 1 }];
  return race(published, [read, read], async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    expect((await company.resultOf('staff')).result?.read).toHaveLength(1);
  });
});

test('it is appealed and acknowledged at once: both hold', () =>
  race(
    published,
    [
      ['staff', 'acknowledge', { ...CYCLE, version: 1 }],
      ['staff', 'appeal', { ...CYCLE, text: '请再看看' }],
    ],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      const { result, appeal } = await company.resultOf('staff');
      expect([result?.read.length, result?.appeals.length, appeal]).toEqual([1, 1, 'open']);
    },
  ));

test('two people answer one appeal: one decides, and there is one new version', () => {
  const decide = (who: Who, grade: string, shown: number): Racing => [
    who,
    'decideAppeal',
    { ...CYCLE, employeeId: PEOPLE.staff, grade, shown, answer: `改为 ${grade}`, rev: 1 },
  ];
  return race(appealed, [decide('boss', 'A', 86), decide('hr2', 'C', 65)], async (answers) => {
    const codes = codesOf(answers);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes).toContain('APPEAL_REFUSED');
    const { result, appeal, appealTo } = await company.resultOf('staff');
    expect(result?.versions.map(({ grade }) => grade)).toEqual(['B', answers[0]?.ok ? 'A' : 'C']);
    expect([appeal, appealTo]).toEqual(['closed', []]);
    expect(await company.db.find('messages', { event: 'appraisal.answered' })).toHaveLength(1);
  });
});

test('an appeal is taken back while it is answered: it is one of the two', () =>
  race(
    appealed,
    [
      ['staff', 'withdrawAppeal', CYCLE],
      [
        'boss',
        'decideAppeal',
        { ...CYCLE, employeeId: PEOPLE.staff, grade: 'A', shown: 86, answer: '属实', rev: 1 },
      ],
    ],
    async ([withdrawn, decided]) => {
      expect(withdrawn?.ok).not.toBe(decided?.ok);
      const { result } = await company.resultOf('staff');
      expect(result?.appeals.map(({ state }) => state)).toEqual([decided?.ok ? 'changed' : 'withdrawn']);
      expect(result?.versions).toHaveLength(decided?.ok ? 2 : 1);
    },
  ));

test('somebody appeals while HR publishes: it is refused, or it is about the result that was published', () =>
  race(
    locked,
    [
      ['hr', 'publishResults', CYCLE],
      ['staff', 'appeal', { ...CYCLE, text: '请再看看' }],
    ],
    async ([, appealed]) => {
      await company.run();
      const { result, appeal } = await company.resultOf('staff');
      expect((await company.cycle())?.state).toBe('published');
      expect([result?.versions.length, result?.appeals.length]).toEqual([1, appealed?.ok ? 1 : 0]);
      expect(appeal === 'open').toBe(appealed?.ok);
      if (!appealed?.ok) expect(['NOT_FOUND', 'BUSY']).toContain(appealed?.error?.code);
    },
  ));

test('two of HR enter a figure at once: one is saved, the other is told, and what stood there is kept once', async () => {
  await company.begin(boards);
  await company.db.updateMany('appraisal_cycles', {}, { $set: WITH_FIGURES });
  const entry = (value: number) => ({
    ...{ ...CYCLE, partId: 'figure', better: 'more', source: '安全考试', on: '2026-11-20' },
    rows: [{ employeeId: PEOPLE.staff, value, target: 20 }],
  });
  expect(await company.appraise('hr', 'saveFigures', entry(12))).toMatchObject({ ok: true });
  const calls: readonly Racing[] = [
    ['hr', 'saveFigures', entry(18)],
    ['hr2', 'saveFigures', entry(19)],
  ];
  await race(await company.everything(), calls, async (answers) => {
    const [figure] = (await company.db.find('appraisal_figures')) as unknown as {
      value: number;
      rev: number;
      earlier: { value: number }[];
    }[];
    const saved = answers.filter(({ ok }) => ok).length;
    expect(codesOf(answers).filter((code) => code !== 'ok' && code !== 'BUSY')).toEqual([]);
    expect([saved >= 1, figure?.rev, figure?.earlier.at(saved - 1)?.value]).toEqual([true, saved + 1, 12]);
  });
});

const WITH_FIGURES = {
  state: 'running',
  'scheme.parts.1': { id: 'figure', kind: 'figure', name: { 'zh-CN': '安全考试', en: 'Exam' }, share: 40 },
};
