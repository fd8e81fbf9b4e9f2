import { FULL } from '../../miniprogram/common/goals/share';
import { openInstrumentedGoals, progressOf } from '../support/goal-race';
import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import {
  CYCLE,
  checkInOf,
  goalKey,
  ofTeam,
  person,
  savingOf,
} from '../unit/cloudfunctions/support/goal-company';
import { openidOf, type Who } from '../unit/cloudfunctions/support/request-company';
import { upload } from '../unit/cloudfunctions/support/staff';

const NOW = '2026-11-16T18:00:00+08:00';
const company = openPerFile(() => openInstrumentedGoals(NOW));
const inject = faultsIn('goals', company);

const TEXTS = 'openapi.security.msgSecCheck';
/** A sheet is read with those above it and written, and then the two above in one call. */
const MOVING = ['aggregateDocuments', 'modifyDocument', 'modifyDocument'].map(
  (call) => `database.${call} goal_sheets`,
);

type Documents = Awaited<ReturnType<typeof company.everything>>;
let tree: Documents;
beforeAll(async () => {
  tree = await company.beginTree();
});

/** The tree after calls that nothing disturbs. */
async function treeAfter(...calls: (() => Promise<unknown>)[]): Promise<Documents> {
  await company.begin(tree);
  for (const call of calls) expect(await call()).toMatchObject({ ok: true });
  return company.everything();
}

function calling(
  who: Who,
  action: string,
  input: object,
  { from = tree, ...more }: { from?: Documents } & Pick<CompanyFaults, 'invariant'>,
): CompanyFaults {
  return {
    async setup() {
      await company.begin(from);
      // Warms up the caller.
      await company.goal(who, 'home');
    },
    call: (requestId) => company.goal(who, action, input, { requestId }),
    kinds: KINDS_WITHOUT_WAITING,
    ...more,
  };
}

/** What the person, the team and the company stand at. */
async function expectProgress(own: number | null, above: number): Promise<void> {
  await company.expectSettled();
  const [mine, team, top] = await Promise.all(['p-R03', 'd-D2', 'c'].map(company.sheetOf));
  expect([mine, team, top].map((sheet) => sheet && progressOf(sheet).counted)).toEqual([own, above, above]);
}

test('checkIn: the figure counts once, up to the company, after every fault', async () => {
  const { points } = await inject(
    calling('staff', 'checkIn', checkInOf(person('staff'), ['own-1', 4, 'add']), {
      async invariant() {
        await expectProgress(0.4 * FULL, 0.2 * FULL);
        expect((await company.sheetOf('p-R03')).log).toHaveLength(1);
      },
    }),
  );
  expect(points).toEqual(MOVING);
});

test('keepFile and checkIn with a file: one copy, booked once, after every fault', async () => {
  const path = `requests/${person('staff').id}/a.pdf`;
  const fileId = await upload(company, openidOf('staff'), path, Buffer.from('%PDF-1.7 contract'));
  const { points } = await inject(
    calling(
      'staff',
      'keepFile',
      { fileId },
      {
        async invariant({ data }) {
          expect(await company.db.find('goal_files')).toMatchObject([{ fileId: data.fileId }]);
        },
      },
    ),
  );
  expect(points).toContain('database.insertDocument goal_files');
  const from = await treeAfter(() => company.goal('staff', 'keepFile', { fileId }));
  const files = (await company.db.find('goal_files')).map((each) => each.fileId as string);
  await inject(
    calling(
      'staff',
      'checkIn',
      { ...checkInOf(person('staff'), ['own-1', 4, 'add']), files },
      {
        from,
        async invariant() {
          await expectProgress(0.4 * FULL, 0.2 * FULL);
          expect((await company.sheetOf('p-R03')).log).toMatchObject([{ files }]);
        },
      },
    ),
  );
});

test("report: the day's second one stands in for the first after every fault", async () => {
  const report = (text: string, value: number) => ({
    ...{ key: goalKey(), cycleId: CYCLE, day: '2026-11-16', text },
    entries: [{ keyResultId: 'own-1', value, mode: 'add', words: text, known: '成交 单' }],
  });
  const from = await treeAfter(() => company.goal('staff', 'report', report('成交 3 单', 3)));
  const { points } = await inject(
    calling('staff', 'report', report('成交 5 单', 5), {
      from,
      async invariant() {
        await expectProgress(0.5 * FULL, 0.25 * FULL);
        const { log, memory } = await company.sheetOf('p-R03');
        expect(log).toMatchObject([{ text: '成交 5 单', replaces: [expect.any(String)] }]);
        expect(memory).toEqual([{ words: '成交 单', keyResultId: 'own-1', mode: 'add' }]);
      },
    }),
  );
  expect(points).toEqual([TEXTS, ...MOVING]);
});

test('undoCheckIn: the figure is gone everywhere, and only that one, after every fault', async () => {
  const wrong = checkInOf(person('staff'), ['own-1', 3, 'add']);
  const from = await treeAfter(
    () => company.checkIn('staff', person('staff'), ['own-1', 4]),
    () => company.goal('staff', 'checkIn', wrong),
  );
  const input = { cycleId: CYCLE, owner: person('staff'), id: wrong.key };
  const { points } = await inject(
    calling('staff', 'undoCheckIn', input, {
      from,
      async invariant() {
        await expectProgress(0.4 * FULL, 0.2 * FULL);
        const { log } = await company.sheetOf('p-R03');
        expect(log.map(({ undone }) => undone ?? false)).toEqual([false, true]);
      },
    }),
  );
  expect(points).toEqual(MOVING);
});

test('saveObjective: the new objective counts for the team once after every fault', async () => {
  const from = await treeAfter(() => company.checkIn('staff', person('staff'), ['own-1', 9]));
  const { points } = await inject(
    calling('other', 'saveObjective', savingOf(person('other'), 0, ofTeam()), {
      from,
      async invariant({ data }) {
        expect(data).toEqual({ rev: 1 });
        await expectProgress(0.9 * FULL, 0.3 * FULL);
        expect(Object.keys((await company.sheetOf('d-D2')).parts['team-1'] ?? {})).toHaveLength(3);
        expect((await company.sheetOf('p-R05')).amendments).toMatchObject([{ what: ['new'] }]);
      },
    }),
  );
  expect(points).toEqual([
    TEXTS,
    'database.getDocument employees',
    'database.startTransaction',
    'database.aggregateDocuments goal_sheets',
    'database.getDocument goal_cycles',
    'database.getDocument goal_sheets',
    'database.getDocument goal_sheets',
    'database.modifyDocument goal_cycles',
    'database.modifyDocument goal_sheets',
    'database.commitTransaction',
    'database.getDocument goal_sheets',
    'database.modifyDocument goal_sheets',
  ]);
});

test('dropObjective: it counts nowhere any more, with one amendment, after every fault', async () => {
  const from = await treeAfter(
    () => company.checkIn('staff', person('staff'), ['own-1', 10]),
    () => company.checkIn('peer', person('peer'), ['own-1', 4]),
  );
  const input = { cycleId: CYCLE, owner: person('staff'), rev: 1, objectiveId: 'own', reason: '换岗' };
  const { points } = await inject(
    calling('staff', 'dropObjective', input, {
      from,
      async invariant({ data }) {
        expect(data).toEqual({ rev: 2 });
        await expectProgress(null, 0.4 * FULL);
        expect((await company.sheetOf('p-R03')).amendments).toMatchObject([
          { what: ['state'] },
          { what: ['new'] },
        ]);
      },
    }),
  );
  expect(points).toEqual([TEXTS, ...MOVING]);
});

test('saveCycle: the month is open once after every fault, and begins on its day', async () => {
  const { points } = await inject(
    calling(
      'hr',
      'saveCycle',
      { kind: 'month', from: '2026-12-09' },
      {
        async invariant({ data }) {
          const december = { kind: 'month', from: '2026-12-01', to: '2026-12-31' };
          expect(data.cycle).toEqual({ id: '2026-12', ...december, state: 'planned' });
          await company.expectSettled();
          company.clock.set(Date.parse('2026-12-01T00:05:00+08:00'));
          await company.tick();
          await company.tick();
          const stored = await company.db.find('goal_cycles');
          expect(stored).toHaveLength(2);
          expect(await company.db.get('goal_cycles', '2026-12')).toMatchObject({
            ...december,
            ...{ state: 'running', rev: 2 },
          });
        },
      },
    ),
  );
  expect(points).toEqual(['database.insertDocument goal_cycles']);
});

test('closeCycle: everything is closed with the last figures after every fault', async () => {
  const told = await treeAfter(() => company.checkIn('staff', person('staff'), ['own-1', 4]));
  // The check-in died before it told anybody.
  const sheets = (told.goal_sheets ?? []).map((sheet) =>
    String(sheet._id).endsWith(':p-R03')
      ? sheet
      : (tree.goal_sheets?.find(({ _id }) => _id === sheet._id) ?? sheet),
  );
  const { points } = await inject(
    calling(
      'hr',
      'closeCycle',
      { cycleId: CYCLE },
      {
        from: { ...told, goal_sheets: sheets },
        async invariant() {
          await expectProgress(0.4 * FULL, 0.2 * FULL);
          const states = (await company.sheets()).map(({ state }) => state);
          expect(states).toEqual(['closed', 'closed', 'closed', 'closed']);
          expect(await company.db.get('goal_cycles', CYCLE)).toMatchObject({ state: 'closed' });
          const again = await company.goal('hr', 'closeCycle', { cycleId: CYCLE });
          expect(again.data).toMatchObject({ cycle: { state: 'closed' }, open: 0 });
        },
      },
    ),
  );
  const writes = points.filter((point) => point.startsWith('database.modifyDocument'));
  // The state twice, one of the two sheets that are told, and four that are closed.
  expect(writes).toHaveLength(7);
});
