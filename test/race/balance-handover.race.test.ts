import type { Day, Instant } from '#contracts/common';
import { type Account, emptyAccount } from '../../cloudfunctions/accounts/domain/account';
import { handoverTasks } from '../../cloudfunctions/resignation/domain/handover-task';
import { MIN_DISTINCT_SHARE, PAIR_SCHEDULES, TRIO_SCHEDULES } from '../soak/counts';
import { openInstrumentedCompany } from '../support/instrumented-company';
import { type CompanyRace, racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { type RacingCall, runTogether } from '../support/race-explorer';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { STAFF, staffDocuments } from '../unit/cloudfunctions/support/staff';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const WARM = 30_000;

const company = openPerFile(() => openInstrumentedCompany('2026-11-23T09:00:00+08:00', { maxWorkers: 3 }));
const explore = racesIn('balances, handover and payments', company);

type Call = readonly [as: string, action: string, input: object];
const calling =
  ([as, action, input]: Call, now: number): RacingCall<Answer> =>
  (requestId) =>
    company.act(as, `requests.${action}`, input, { requestId, now });

/** Every instance gets to know these people, whichever of them serves whom. */
async function warmAll(people: ReadonlySet<string>, instances: number, setup: CompanyRace['setup']) {
  await setup();
  for (const as of people) {
    const calls = Array(instances).fill(calling([as, 'balances', {}], NOW - WARM));
    await runTogether({ requests: company.requests, calls });
  }
}

const openTasks = () =>
  handoverTasks('R1', { _id: 'E0001', name: '', nameEn: '', managerId: 'E0005' }, '2026-12-23' as Day);

const PAYMENT = {
  _id: 'R2',
  rev: 1,
  employeeId: 'E0001',
  name: '',
  nameEn: '',
  fen: 12_345,
  state: 'due',
  approvedAt: NOW - WARM,
  paidAt: null,
  paidBy: null,
  reference: '',
};
/** Payroll are two. */
function people() {
  const { employees, bindings } = staffDocuments();
  const asPayroll = (each: Record<string, unknown>) => ({ ...each, roles: ['employee', 'payroll'] });
  return { bindings, employees: employees.map((each) => (each._id === 'E0012' ? asPayroll(each) : each)) };
}

/** Two, or three: the third makes more orders than the quick run can try. */
async function exploreAll(
  calls: readonly Call[],
  invariant: (answers: readonly Answer[]) => Promise<void>,
  { tasks = openTasks(), accounts = [] as Account[], payment = PAYMENT as Record<string, unknown> } = {},
): Promise<void> {
  const documents = {
    ...people(),
    accounts: accounts.map((account) => ({ ...account })),
    handover_tasks: tasks.map((task) => ({ ...task })),
    expense_payments: [{ ...payment }],
  };
  const setup = () => company.reset(documents);
  await warmAll(new Set(calls.map(([as]) => as)), calls.length, setup);
  const race: CompanyRace = {
    setup,
    calls: calls.map((call) => calling(call, NOW)),
    warmUp: calls.map(([as]) => calling([as, 'balances', {}], NOW - WARM)),
    invariant: (outcomes) =>
      invariant(
        outcomes.map((each) => {
          if (each.status === 'rejected') throw each.reason;
          return each.value;
        }),
      ),
    maxSchedules: calls.length > 2 ? TRIO_SCHEDULES : PAIR_SCHEDULES,
  };
  const report = await explore(race);
  expect(report.exhaustive || report.schedules >= (race.maxSchedules ?? 0) * MIN_DISTINCT_SHARE).toBe(true);
}

const codesOf = (answers: readonly Answer[]) =>
  answers.map(({ ok, error }) => (ok ? 'ok' : (error?.code ?? '')));

const adjust = (key: string, minutes: number): Call => [
  STAFF.hr,
  'adjustBalance',
  {
    key: `adjust-key-00000000${key}`,
    employeeId: 'E0001',
    typeId: 'comp-time',
    minutes,
    reason: 'x',
  },
];
const minutes = async () => {
  const [account] = await company.db.find('accounts', { _id: 'E0001' });
  const entries = Object.values(
    (account?.entries ?? {}) as Record<string, { minutes: number; typeId: string }>,
  );
  return entries
    .filter(({ typeId }) => typeId === 'comp-time')
    .map((entry) => entry.minutes)
    .sort();
};

test.each([
  ['two corrections of one balance are both kept', [adjust('1', 480), adjust('2', 240)], [240, 480]],
  ['one correction sent twice is kept once', [adjust('1', 480), adjust('1', 480)], [480]],
  [
    'one correction sent twice beside another one',
    [adjust('1', 480), adjust('1', 480), adjust('2', 240)],
    [240, 480],
  ],
])('%s', async (_, calls, kept) => {
  await exploreAll(calls, async (answers) => {
    expect(new Set(codesOf(answers))).toEqual(new Set(['ok']));
    expect(await minutes()).toEqual(kept);
  });
});

test('what is there is taken away once: of two corrections one is told that it is too much', async () => {
  const grantId = 'adjust-earlier~0';
  const entry = {
    kind: 'adjust',
    typeId: 'comp-time',
    minutes: 480,
    at: (NOW - WARM) as Instant,
    grantId,
    requestId: null,
    validFrom: '2026-11-01' as Day,
    expiresOn: null,
    basis: [],
    byId: 'E0011',
    note: '',
  } as const;
  const account = { ...emptyAccount('E0001'), rev: 1, entries: { [grantId]: entry } };
  await exploreAll(
    [adjust('1', -480), adjust('2', -480)],
    async (answers) => {
      expect(codesOf(answers).sort()).toEqual(['LEAVE_BALANCE_SHORT', 'ok']);
      expect(await minutes()).toEqual([-480, 480]);
    },
    { accounts: [account] },
  );
});

const decideWork = (as: string, state: string): Call => [
  as,
  'decideHandover',
  { id: 'R1-work', rev: 1, state, note: 'x' },
];

test.each([
  ['manager and HR', [STAFF.hr, STAFF.manager]],
  ['HR twice, and the manager,', [STAFF.hr, STAFF.manager, STAFF.hr]],
])('%s decide one task: one of them does, and the other is told', async (_, who) => {
  const states = who.map((each) => (each === STAFF.hr ? 'done' : 'waived'));
  await exploreAll(
    who.map((each, index) => decideWork(each, states[index] ?? '')),
    async (answers) => {
      const [task] = await company.db.find('handover_tasks', { _id: 'R1-work' });
      expect(task).toMatchObject({ rev: 2, history: [{ state: task?.state }] });
      expect(codesOf(answers)).toEqual(
        states.map((state) => (state === task?.state ? 'ok' : 'REQUEST_CHANGED')),
      );
    },
  );
});

/** Each of payroll has a reference of their own. */
const PAYERS: Readonly<Record<string, string>> = { A: STAFF.payroll, B: STAFF.other };
const pay = (reference: string): Call => [
  PAYERS[reference] ?? '',
  'markPaid',
  { id: 'R2', rev: 1, reference },
];

test.each([
  ['two of payroll', ['A', 'B']],
  ['one of payroll, twice,', ['A', 'A']],
  ['two of payroll, one of them twice,', ['A', 'B', 'A']],
])('%s mark one expense as paid: it is paid once, and whoever did not is told', async (_, references) => {
  await exploreAll(references.map(pay), async (answers) => {
    const [payment] = await company.db.find('expense_payments', { _id: 'R2' });
    const isFirst = payment?.paidBy === 'E0013';
    expect(payment).toMatchObject({
      rev: 2,
      state: 'paid',
      paidBy: isFirst ? 'E0013' : 'E0012',
      reference: isFirst ? 'A' : 'B',
    });
    expect(codesOf(answers)).toEqual(
      references.map((each) => (each === payment?.reference ? 'ok' : 'REQUEST_CHANGED')),
    );
  });
});

test('two corrections of one payment: the first one holds, the other is told', async () => {
  const correct = (as: string, reference: string): Call => [
    as,
    'correctPayment',
    { id: 'R2', rev: 2, reference, reason: 'x' },
  ];
  const payment = {
    ...PAYMENT,
    rev: 2,
    state: 'paid',
    paidAt: NOW - WARM,
    paidBy: 'E0013',
    reference: '001',
  };
  await exploreAll(
    [correct(STAFF.payroll, '002'), correct(STAFF.payroll, '003')],
    async (answers) => {
      expect(codesOf(answers).sort()).toEqual(['REQUEST_CHANGED', 'ok']);
      const reference = answers[0]?.ok ? '002' : '003';
      const [after] = await company.db.find('expense_payments', {});
      expect(after).toMatchObject({ rev: 3, reference, history: [{ from: '001', to: reference }] });
    },
    { payment },
  );
});

test('nothing is open under a settlement, whichever of the two comes first', async () => {
  const handedOver = openTasks().map((task) =>
    task.area === 'settlement' ? task : { ...task, state: 'done' as const },
  );
  const settle: Call = [STAFF.hr, 'decideHandover', { id: 'R1-settlement', rev: 1, state: 'done' }];
  const reopen: Call = [STAFF.manager, 'decideHandover', { id: 'R1-work', rev: 1, state: 'open' }];
  await exploreAll(
    [settle, reopen],
    async (answers) => {
      const codes = codesOf(answers);
      expect(codes.filter((code) => code === 'ok').length).toBeLessThan(2);
      for (const code of codes)
        expect(['ok', 'SETTLED', 'HANDOVER_OPEN', 'REQUEST_CHANGED', 'BUSY']).toContain(code);
      const tasks = await company.db.find('handover_tasks', {});
      const stateOf = (area: string) => tasks.find((task) => task.area === area)?.state;
      expect([stateOf('settlement'), stateOf('work')]).not.toEqual(['done', 'open']);
    },
    { tasks: handedOver },
  );
});
