import { encryptText } from '../../cloudfunctions/shared/privacy/field-cipher';
import { FIELD_KEYS } from '../support/cloud';
import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedPayroll } from '../support/pay-race';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { MONTH } from '../unit/cloudfunctions/support/payroll-company';
import { PEOPLE } from '../unit/cloudfunctions/support/request-company';

jest.setTimeout(300_000);

/** The timer of payroll, which dies at each of its requests and comes by again. */

const NOW = '2026-11-05T09:00:00+08:00';
/** In the morning of the day before the last one to confirm. */
const REMINDED = '2026-11-09T09:05:00+08:00';
/** Longer than whoever died keeps a run for themselves. */
const LEASE = 90_001;
const PASS = '908172';

const company = openPerFile(() => openInstrumentedPayroll(NOW, { maxWorkers: 1 }));
const inject = faultsIn('payroll-jobs', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;
let calculated: Documents;
let locked: Documents;
let published: Documents;
let exported: Documents;

const by = { id: PEOPLE.payroll, name: '员工payroll', nameEn: 'Person payroll' };
/** The run of the month in another state than it is. */
const withRun = (documents: Documents, change: object, more: Documents = {}): Documents => ({
  ...documents,
  ...more,
  payroll_runs: (documents.payroll_runs ?? []).map((run) => ({ ...run, ...change })),
});
const messages = async (kind: string) =>
  (await company.db.find('messages')).filter(({ _id }) => String(_id).startsWith(kind));
const runOf = async () => (await company.run(MONTH)) as Record<string, unknown> | null;

beforeAll(async () => {
  await company.beginPaid();
  const bases = { insurance: 2_000_000, fund: 2_000_000, isLocal: false, isPensioner: false };
  await company.pay('payroll', 'saveBases', {
    entries: [{ employeeId: PEOPLE.staff, from: '2026-07', ...bases }],
  });
  await company.calculate();
  calculated = await company.everything();
  await company.lock();
  locked = await company.everything();
  await company.publish();
  published = await company.everything();
  const { token: opening } = (await company.pay('payroll', 'setPass', { pass: PASS })).data;
  const file = { key: 'file-key-0000000001', file: 'register', format: 'csv', language: 'en', month: MONTH };
  expect((await company.pay('payroll', 'exportPayFile', { ...file, opening })).data.state).toBe('done');
  exported = await company.everything();
});

/** The timer, until what it is for is done. */
const ticking = (
  from: () => Documents,
  now: string,
  isDone: () => Promise<boolean>,
  invariant: () => Promise<void>,
): CompanyFaults => ({
  async setup() {
    await company.begin(from());
    company.clock.set(Date.parse(now));
    // Warms up everything that the timer reads.
    await tick();
    await company.restore(from());
    // What is kept for a minute is read again, every time.
    company.clock.set(Date.parse(now) + 2 * LEASE);
  },
  async call(requestId) {
    const answer = await tick(requestId);
    company.clock.advance(LEASE);
    const isWaiting = answer.ok && !(await isDone());
    return isWaiting ? ({ ...answer, ok: false, error: { code: 'BUSY', data: {} } } as Answer) : answer;
  },
  kinds: KINDS_WITHOUT_WAITING,
  invariant,
});

async function tick(requestId?: string): Promise<Answer> {
  const as = { kind: 'timer', name: 'payroll' } as const;
  const event = { Type: 'Timer', TriggerName: 'payroll', Time: '' };
  return (await company.invoke('payroll', event, { as, ...(requestId && { requestId }) })).result as Answer;
}

test('a run that was interrupted: one slip each, the sums are theirs, and it is asked for once at most', async () => {
  const died = {
    state: 'running',
    cursor: '',
    people: 0,
    written: 0,
    warnings: 0,
    leaseUntil: 0,
    worker: by,
  };
  process.env.FIELD_KEYS = FIELD_KEYS;
  const none = { gross: 0, contributions: 0, tax: 0, deductions: 0, net: 0, employer: 0 };
  const sealedSums = encryptText(JSON.stringify(none), `payroll_runs:${MONTH}`);
  const isDone = async () => (await runOf())?.state === 'calculated';
  await inject(
    ticking(
      () => withRun(calculated, { ...died, sealedSums, history: [] }, { payslips: [], messages: [] }),
      NOW,
      isDone,
      async () => {
        const slips = await company.slipsOf(MONTH);
        expect(slips.map(({ employeeId, rev }) => [employeeId, rev])).toEqual(
          [PEOPLE.staff, PEOPLE.peer, PEOPLE.payroll, PEOPLE.hr2].sort().map((id) => [id, 1]),
        );
        expect(await runOf()).toMatchObject({
          state: 'calculated',
          people: 4,
          calculatedBy: [PEOPLE.payroll],
        });
        const net = slips.reduce((sum, { content }) => sum + content.totals.net, 0);
        expect((await company.pay('payroll', 'payMonth', { month: MONTH })).data.run.sums.net).toBe(net);
        // Whoever died right after the last page has asked nobody: Today has it all the same.
        expect((await messages('pay-to-lock')).length).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('a publication that was interrupted: published once, the contributions and the messages once', async () => {
  const isDone = async () => {
    const run = await runOf();
    return run?.state === 'published' && (run.telling as { told: string }).told === '~';
  };
  await inject(
    ticking(
      () =>
        withRun(
          locked,
          { cursor: PEOPLE.staff.slice(0, 1), worker: by },
          { contributions: [], messages: [] },
        ),
      NOW,
      isDone,
      async () => {
        const { history } = (await runOf()) as { history: { kind: string; by: object }[] };
        expect(history.filter(({ kind }) => kind === 'published')).toEqual([expect.objectContaining({ by })]);
        expect(await company.db.find('contributions')).toMatchObject([
          { employeeId: PEOPLE.staff, version: 1 },
        ]);
        const told = await messages('payslip-published');
        expect(told).toHaveLength(1);
        expect((await company.pay('staff', 'payslips')).data.items).toHaveLength(1);
      },
    ),
  );
});

test('reminders: who has not confirmed is told once, and nobody else', async () => {
  const isDone = async () => {
    const { telling } = (await runOf()) as { telling: { reminded: string } };
    return telling.reminded === '~';
  };
  await inject(
    ticking(
      () => ({
        ...published,
        payslips: (published.payslips ?? []).map((slip) =>
          slip.employeeId === PEOPLE.peer ? { ...slip, confirmedVersion: 1 } : slip,
        ),
      }),
      REMINDED,
      isDone,
      async () => {
        const [reminder, ...others] = await messages('payslip-unconfirmed');
        expect(others).toEqual([]);
        const { to } = reminder as unknown as { to: string[] };
        expect([...to].sort()).toEqual([PEOPLE.staff, PEOPLE.payroll, PEOPLE.hr2].sort());
      },
    ),
  );
});

test('files of pay: after a day they are gone and nothing names them, and the export stays in the list', async () => {
  const isDone = async () => (await company.db.count('pay_files', { filesUntil: 0 })) === 1;
  await inject(
    ticking(
      () => exported,
      '2026-11-06T10:00:00+08:00',
      isDone,
      async () => {
        expect(await company.db.find('pay_files')).toMatchObject([
          { files: [], outdated: [], filesUntil: 0, count: 1, state: 'done' },
        ]);
      },
    ),
  );
});
