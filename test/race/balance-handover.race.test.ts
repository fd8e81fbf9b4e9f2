import { handoverTasks } from '../../cloudfunctions/requests/domain/handover/handover-task';
import type { Day } from '../../typings/contracts/common';
import { type InstrumentedCompany, openInstrumentedCompany } from '../support/instrumented-company';
import { explore, type Race, type RacingCall } from '../support/race-explorer';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { STAFF, staffDocuments } from '../unit/cloudfunctions/support/staff';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const WARM = 30_000;

let company: InstrumentedCompany;
let schedules = 0;
beforeAll(async () => {
  company = await openInstrumentedCompany('2026-11-23T09:00:00+08:00');
});
afterAll(async () => {
  console.info(`balances and handover: ${schedules} schedules`);
  await company.close();
});

type Calling = (now: number) => RacingCall<Answer>;
const calling =
  (as: string, action: string, input: object): Calling =>
  (now) =>
  (requestId) =>
    company.act(as, action, input, { requestId, now });

const openTasks = () =>
  handoverTasks('R1', { _id: 'E0001', name: '', nameEn: '', managerId: 'E0005' }, '2026-12-23' as Day);

async function exploreAll(
  calls: readonly Calling[],
  invariant: (answers: readonly Answer[]) => Promise<void>,
  tasks = openTasks(),
): Promise<void> {
  const race: Race<Answer> = {
    requests: company.requests,
    setup: () =>
      company.reset({
        ...staffDocuments(),
        handover_tasks: tasks.map((task) => ({ ...task })),
        expense_payments: [{ _id: 'R1', rev: 2, employeeId: 'E0001', state: 'paid', reference: '001' }],
      }),
    calls: calls.map((call) => call(NOW)),
    warmUp: calls.map((_, index) =>
      calling([STAFF.hr, STAFF.manager][index] ?? STAFF.hr, 'requests.balances', {})(NOW - WARM),
    ),
    invariant: (outcomes) =>
      invariant(
        outcomes.map((each) => {
          if (each.status === 'rejected') throw each.reason;
          return each.value;
        }),
      ),
    maxSchedules: 400,
  };
  const report = await explore(race);
  expect(report.exhaustive).toBe(true);
  schedules += report.schedules;
}

const adjust = (key: string, minutes: number): Calling =>
  calling(STAFF.hr, 'requests.adjustBalance', {
    key: `adjust-key-00000000${key}`,
    employeeId: 'E0001',
    typeId: 'comp-time',
    minutes,
    reason: 'x',
  });
const minutes = async () => {
  const [account] = await company.db.find('accounts', { _id: 'E0001' });
  const entries = Object.values(
    (account?.entries ?? {}) as Record<string, { minutes: number; typeId: string }>,
  );
  return entries.filter(({ typeId }) => typeId === 'comp-time').map((entry) => entry.minutes);
};

test('two corrections of one balance are both kept', async () => {
  await exploreAll([adjust('1', 480), adjust('2', 240)], async (answers) => {
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await minutes()).sort()).toEqual([240, 480]);
  });
});

test('one correction sent twice is kept once', async () => {
  await exploreAll([adjust('1', 480), adjust('1', 480)], async (answers) => {
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await minutes()).toEqual([480]);
  });
});

test('manager and HR decide one task: one of them does, the other is told', async () => {
  const decide = (as: string, state: string) =>
    calling(as, 'requests.decideHandover', { id: 'R1-work', rev: 1, state, note: 'x' });
  await exploreAll([decide(STAFF.hr, 'done'), decide(STAFF.manager, 'waived')], async (answers) => {
    expect(answers.map(({ ok, error }) => (ok ? 'ok' : error?.code)).sort()).toEqual([
      'REQUEST_CHANGED',
      'ok',
    ]);
    const [task] = await company.db.find('handover_tasks', { _id: 'R1-work' });
    expect(task).toMatchObject({ rev: 2, state: answers[0]?.ok ? 'done' : 'waived' });
  });
});

test('two corrections of one payment: the first one holds, the other is told', async () => {
  const correct = (as: string, reference: string) =>
    calling(as, 'requests.correctPayment', { id: 'R1', rev: 2, reference, reason: 'x' });
  await exploreAll([correct(STAFF.payroll, '002'), correct(STAFF.payroll, '003')], async (answers) => {
    expect(answers.map(({ ok, error }) => (ok ? 'ok' : error?.code)).sort()).toEqual([
      'REQUEST_CHANGED',
      'ok',
    ]);
    const reference = answers[0]?.ok ? '002' : '003';
    const [payment] = await company.db.find('expense_payments', {});
    expect(payment).toMatchObject({ rev: 3, reference, history: [{ from: '001', to: reference }] });
  });
});

test('nothing is open under a settlement, whichever of the two comes first', async () => {
  const handedOver = openTasks().map((task) =>
    task.area === 'settlement' ? task : { ...task, state: 'done' as const },
  );
  const settle = calling(STAFF.hr, 'requests.decideHandover', { id: 'R1-settlement', rev: 1, state: 'done' });
  const reopen = calling(STAFF.manager, 'requests.decideHandover', { id: 'R1-work', rev: 1, state: 'open' });
  await exploreAll(
    [settle, reopen],
    async (answers) => {
      const codes = answers.map(({ ok, error }) => (ok ? 'ok' : error?.code));
      expect(codes.filter((code) => code === 'ok').length).toBeLessThan(2);
      for (const code of codes)
        expect(['ok', 'SETTLED', 'HANDOVER_OPEN', 'REQUEST_CHANGED', 'BUSY']).toContain(code);
      const tasks = await company.db.find('handover_tasks', {});
      const stateOf = (area: string) => tasks.find((task) => task.area === area)?.state;
      expect([stateOf('settlement'), stateOf('work')]).not.toEqual(['done', 'open']);
    },
    handedOver,
  );
});
