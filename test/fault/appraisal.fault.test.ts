import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedAppraisal } from '../support/result-race';
import { APPRAISAL, NOW, publishAll } from '../unit/cloudfunctions/support/appraisal-company';
import { PEOPLE, type Who } from '../unit/cloudfunctions/support/request-company';

// One instance, so that what was warmed up is warm.
const company = openPerFile(() => openInstrumentedAppraisal(NOW, { maxWorkers: 1 }));
const inject = faultsIn('appraisal', company);

const CYCLE = { cycleId: APPRAISAL };
const UNIT = { ...CYCLE, unitId: 'D2' };

type Documents = Awaited<ReturnType<typeof company.everything>>;
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
  await publishAll(company);
  published = await company.everything();
  await company.appraise('staff', 'appeal', { ...CYCLE, text: '请再看看' });
  appealed = await company.everything();
});

function calling(
  who: Who,
  action: string,
  input: object,
  from: () => Documents,
  invariant: CompanyFaults['invariant'],
): CompanyFaults {
  return {
    async setup() {
      // Warms up everything that the call reads, so that each run comes to the same requests.
      await company.begin(from());
      await company.appraise(who, action, input);
      await company.restore(from());
    },
    call: (requestId) => company.appraise(who, action, input, { requestId }),
    kinds: KINDS_WITHOUT_WAITING,
    invariant,
  };
}

test('changeGrade: the grade is changed once, and so are the numbers of the board', async () => {
  const input = { ...CYCLE, employeeId: PEOPLE.staff, to: 'A', reason: '承接停业门店', rev: 0 };
  await inject(
    calling(
      'head',
      'changeGrade',
      input,
      () => boards,
      async () => {
        expect((await company.resultOf('staff')).row).toMatchObject({ rev: 1, after: 'A' });
        await company.expectBoardOfItsRows();
      },
    ),
  );
});

test('openBoard: the board is open with one event', async () => {
  await inject(
    calling(
      'hr',
      'openBoard',
      { ...UNIT, reason: '漏了一位' },
      () => locked,
      async () => {
        const { state, events } = await company.board();
        expect([state, events.length]).toEqual(['open', 2]);
      },
    ),
  );
});

test('publishResults: everything is visible with one moment and told once, by the call or by the timer', async () => {
  await inject(
    calling(
      'hr',
      'publishResults',
      CYCLE,
      () => locked,
      async () => {
        await company.run();
        expect(await company.cycle()).toMatchObject({ state: 'published' });
        const results = (await company.db.find('appraisal_results')) as unknown as {
          result: { versions: { at: number }[] } | null;
        }[];
        const moments = results.flatMap(({ result }) => result?.versions.map(({ at }) => at) ?? []);
        expect([moments.length, new Set(moments).size]).toEqual([6, 1]);
        const messages = (await company.db.find('messages', { event: 'appraisal.published' })) as unknown as {
          to: string[];
        }[];
        expect(messages.flatMap(({ to }) => to)).toHaveLength(7);
      },
    ),
  );
});

test('acknowledge, appeal and the answer to it: each once', async () => {
  await inject(
    calling(
      'staff',
      'acknowledge',
      { ...CYCLE, version: 1 },
      () => published,
      async () => {
        expect((await company.resultOf('staff')).result?.read).toHaveLength(1);
      },
    ),
  );
  await inject(
    calling(
      'staff',
      'appeal',
      { ...CYCLE, text: '请再看看' },
      () => published,
      async () => {
        const { result, appeal, appealTo } = await company.resultOf('staff');
        expect([result?.appeals.length, appeal, appealTo]).toEqual([1, 'open', [PEOPLE.boss]]);
        expect(await company.db.find('messages', { event: 'appraisal.appealed' })).toHaveLength(1);
      },
    ),
  );
  const decision = { employeeId: PEOPLE.staff, grade: 'A', shown: 86, answer: '属实', rev: 1 };
  await inject(
    calling(
      'boss',
      'decideAppeal',
      { ...CYCLE, ...decision },
      () => appealed,
      async () => {
        expect((await company.resultOf('staff')).result?.versions).toHaveLength(2);
        expect(await company.db.find('messages', { event: 'appraisal.answered' })).toHaveLength(1);
      },
    ),
  );
});

test('saveFigures: new figures are there once and changed ones keep what stood there, after every fault', async () => {
  const input = (value: number) => ({
    ...{ ...CYCLE, partId: 'figure', better: 'more', source: '安全考试', on: '2026-11-20' },
    rows: [
      { employeeId: PEOPLE.staff, value, target: 20 },
      { employeeId: PEOPLE.peer, value: 15, target: 20 },
    ],
  });
  const running = await withFigures();
  await inject(
    calling(
      'hr',
      'saveFigures',
      input(18),
      () => running,
      async () => {
        const found = (await company.db.find('appraisal_figures')) as unknown as {
          employeeId: string;
          value: number;
          rev: number;
          earlier: { value: number }[];
        }[];
        expect(
          found
            .map(({ employeeId: id, value, rev, earlier }) => [
              id,
              value,
              rev,
              earlier.map((each) => each.value),
            ])
            .sort(),
        ).toEqual([
          [PEOPLE.staff, 18, 2, [12]],
          [PEOPLE.peer, 15, 1, []],
        ]);
      },
    ),
  );
});

/** A running cycle with a part of figures, of which somebody has one. */
async function withFigures(): Promise<Documents> {
  await company.begin(boards);
  const part = { id: 'figure', kind: 'figure', name: { 'zh-CN': '安全考试', en: 'Exam' }, share: 40 };
  await company.db.updateMany(
    'appraisal_cycles',
    {},
    { $set: { state: 'running', 'scheme.parts.1': part, 'scheme.curves': [LINEAR] } },
  );
  const rows = [{ employeeId: PEOPLE.staff, value: 12, target: 20 }];
  const about = { ...CYCLE, partId: 'figure', better: 'more', source: '安全考试', on: '2026-11-20' };
  expect(await company.appraise('hr', 'saveFigures', { ...about, rows })).toMatchObject({ ok: true });
  return company.everything();
}

const LINEAR = {
  id: 'percent',
  kind: 'linear',
  name: { 'zh-CN': '按完成率', en: 'By percentage' },
  least: 0,
  most: 120,
};
