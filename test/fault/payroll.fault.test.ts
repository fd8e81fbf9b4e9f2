import type { SalaryVersion } from '#contracts/pay-item';
import { EVERY_KILL } from '../soak/counts';
import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedPayroll } from '../support/pay-race';
import {
  MONTH,
  PAY_DAY,
  payItem,
  salaryOf,
  settledMonth,
  storedSalary,
} from '../unit/cloudfunctions/support/payroll-company';
import { employeeDocument, PEOPLE, type Who } from '../unit/cloudfunctions/support/request-company';

jest.setTimeout(300_000);

const NOW = '2026-11-05T09:00:00+08:00';
/** Longer than a unit keeps the run for itself. */
const LEASE = 90_001;
const PASS = '908172';
/** Those that leave something behind: a passcode takes long to hash. */
const LOST: CompanyFaults['kinds'] = ['answer-lost', 'killed'];

const company = openPerFile(() => openInstrumentedPayroll(NOW, { maxWorkers: 1 }));
const inject = faultsIn('payroll', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;
let fresh: Documents;
let calculated: Documents;
let locked: Documents;
let published: Documents;
let doubted: Documents;
let opening: string;
const doubt = () => ({
  ...{ key: 'dispute-key-000001', month: MONTH, version: 1, line: 'earnings/wage' },
  ...{ text: '少算了两天', opening },
});

beforeAll(async () => {
  fresh = await company.beginPaid();
  const base = { insurance: 2_000_000, fund: 2_000_000, isLocal: false, isPensioner: false };
  const entries = [{ employeeId: PEOPLE.staff, from: '2026-07', ...base }];
  expect((await company.pay('payroll', 'saveBases', { entries })).ok).toBe(true);
  fresh = await company.everything();
  await company.calculate();
  calculated = await company.everything();
  await company.lock();
  locked = await company.everything();
  await company.publish();
  opening = (await company.pay('staff', 'setPass', { pass: PASS })).data.token;
  published = await company.everything();
  expect((await company.pay('staff', 'disputePayslip', doubt())).ok).toBe(true);
  doubted = await company.everything();
});

const revOf = (documents: Documents): number =>
  documents.payroll_runs?.find(({ _id }) => _id === MONTH)?.rev as number;
const staffSlip = async () =>
  (await company.slipsOf(MONTH)).find(({ employeeId }) => employeeId === PEOPLE.staff);
const runOf = async () =>
  (await company.run(MONTH)) as unknown as { state: string; history: { kind: string }[] };

function calling(
  who: Who,
  action: string,
  input: () => object,
  from: () => Documents,
  invariant: CompanyFaults['invariant'],
  kinds: CompanyFaults['kinds'] = KINDS_WITHOUT_WAITING,
): CompanyFaults {
  let asked = 0;
  return {
    async setup() {
      asked = 0;
      await company.begin(from());
      // Warms up everything that the call reads, so that every run makes the same requests.
      await company.pay(who, action, input());
      await company.restore(from());
    },
    call(requestId) {
      if (asked > 0 && action === 'calculatePay') company.clock.advance(LEASE);
      asked += 1;
      return company.pay(who, action, input(), { requestId });
    },
    verdict({ ok, data, error }) {
      if (ok) return data.state === 'running' ? 'again' : 'done';
      return ['BUSY', 'INTERNAL'].includes(error?.code ?? '') ? 'again' : 'refused';
    },
    ...(kinds && { kinds }),
    invariant,
  };
}

test('calculatePay: one slip each, and sums of the slips, after every fault; the same again writes nothing', async () => {
  const { points } = await inject(
    calling(
      'payroll',
      'calculatePay',
      () => ({ month: MONTH, paidOn: PAY_DAY }),
      () => fresh,
      async ({ data }) => {
        const slips = await company.slipsOf(MONTH);
        expect(slips.map(({ rev }) => rev)).toEqual([1, 1, 1, 1]);
        expect(data).toMatchObject({ state: 'calculated', people: 4 });
        expect(data.sums.net).toBe(slips.reduce((sum, { content }) => sum + content.totals.net, 0));
        const again = await company.calculate(MONTH, { again: true });
        expect(again.data).toMatchObject({ written: 0, sums: data.sums });
      },
    ),
  );
  expect(points).toEqual(
    expect.arrayContaining(['database.insertDocument payroll_runs', 'database.insertDocument payslips']),
  );
});

test('lockPay, publishPay, recallPay: each once, and the contributions once, after every fault', async () => {
  const once = (kind: string) => async () => {
    const { history } = await runOf();
    expect(history.filter((each) => each.kind === kind)).toHaveLength(1);
  };
  const at = (from: Documents) => () => ({ month: MONTH, rev: revOf(from) });
  await inject(
    calling(
      'hr2',
      'lockPay',
      () => at(calculated)(),
      () => calculated,
      once('locked'),
    ),
  );
  await inject(
    calling(
      'payroll',
      'publishPay',
      () => at(locked)(),
      () => locked,
      async () => {
        await once('published')();
        expect(await company.db.find('contributions')).toMatchObject([
          { employeeId: PEOPLE.staff, month: MONTH, version: 1 },
        ]);
      },
    ),
  );
  await inject(
    calling(
      'hr2',
      'recallPay',
      () => ({ ...at(published)(), reason: '再算一遍' }),
      () => published,
      async () => {
        await once('recalled')();
        expect(await runOf()).toMatchObject({ state: 'calculated', version: 2 });
        expect((await company.pay('staff', 'payslips')).data.items).toEqual([]);
      },
    ),
  );
});

test('confirmPayslip, disputePayslip and the answer: each once after every fault', async () => {
  await inject(
    calling(
      'staff',
      'confirmPayslip',
      () => ({ month: MONTH, version: 1, opening }),
      () => published,
      async () => expect((await staffSlip())?.answers).toMatchObject({ confirmedVersion: 1 }),
    ),
  );
  await inject(
    calling(
      'staff',
      'disputePayslip',
      doubt,
      () => published,
      async () =>
        expect((await staffSlip())?.answers.disputes).toMatchObject([{ id: doubt().key, answer: null }]),
    ),
  );
  const rev = doubted.payslips?.find(({ employeeId }) => employeeId === PEOPLE.staff)?.rev as number;
  await inject(
    calling(
      'payroll',
      'answerPayDispute',
      () => ({ employeeId: PEOPLE.staff, month: MONTH, rev, id: doubt().key, text: '无误' }),
      () => doubted,
      async () => {
        expect((await staffSlip())?.answers.disputes).toMatchObject([
          { answer: { text: '无误', difference: 0 } },
        ]);
        expect(await company.db.count('payslips', { hasOpenDispute: true })).toBe(0);
      },
    ),
  );
});

test('the passcode: set once and opened once after every fault; a lost answer is no wrong try', async () => {
  const right = async () => {
    expect(await company.db.get('pay_passes', PEOPLE.staff)).toMatchObject({ lockedUntil: 0 });
    expect((await company.pay('staff', 'openPay', { pass: PASS })).ok).toBe(true);
    expect(await company.db.get('pay_passes', PEOPLE.staff)).toMatchObject({ wrong: 0 });
  };
  await inject(
    calling(
      'staff',
      'setPass',
      () => ({ pass: PASS }),
      () => fresh,
      right,
      LOST,
    ),
  );
  await inject(
    calling(
      'staff',
      'openPay',
      () => ({ pass: PASS }),
      () => published,
      right,
      LOST,
    ),
  );
  await inject(
    calling(
      'staff',
      'setPass',
      () => ({ pass: '135790', old: PASS }),
      () => published,
      async () => {
        expect((await company.pay('staff', 'openPay', { pass: '135790' })).ok).toBe(true);
        expect((await company.pay('staff', 'openPay', { pass: PASS })).error?.code).toBe('PASS_WRONG');
      },
      LOST,
    ),
  );
  await inject(
    calling(
      'payroll',
      'resetPass',
      () => ({ employeeId: PEOPLE.staff }),
      () => published,
      async () => {
        expect(await company.db.get('pay_passes', PEOPLE.staff)).toMatchObject({ hash: null });
        expect(await company.db.count('messages', { event: 'pay.pass-reset' })).toBe(1);
      },
      LOST,
    ),
  );
});

test('savePayItems: one version after every fault', async () => {
  const items = [payItem('meals', 'attended_days * 10')];
  await inject(
    calling(
      'payroll',
      'savePayItems',
      () => ({ from: '2026-01-01', items, expectedVersion: 0 }),
      () => fresh,
      async () => {
        const [stored, ...others] = await company.db.find('pay_items');
        expect([others, ((stored?.versions ?? []) as object[]).length]).toEqual([[], 2]);
      },
    ),
  );
});

describe('a run of two pages that is killed at any of its requests', () => {
  const PEOPLE_OF_PAGES = 104;
  /** Every how many requests, so that each kind of request has its turn. */
  const STEP = EVERY_KILL ? 1 : 13;
  let large: Documents;
  let whole: unknown;

  /** What the slips say, without how often each was written. */
  const contents = async () =>
    JSON.stringify((await company.slipsOf(MONTH)).map(({ employeeId, content }) => [employeeId, content]));
  const unit = async (requestId?: string) =>
    company.pay('payroll', 'calculatePay', { month: MONTH, paidOn: PAY_DAY }, requestId ? { requestId } : {});

  beforeAll(async () => {
    const ids = Array.from({ length: PEOPLE_OF_PAGES }, (_, at) => `X${String(at).padStart(3, '0')}`);
    await company.begin(fresh);
    await company.db.insertMany(
      'employees',
      ids.map((_id) => employeeDocument('other', { _id })),
    );
    await company.db.insertMany(
      'settled_months',
      ids.map((id) => settledMonth(id, MONTH)),
    );
    await company.db.insertMany(
      'salaries',
      ids.map((employeeId) => storedSalary(employeeId, [salaryOf(10_000) as SalaryVersion])),
    );
    large = await company.everything();
    await company.calculate();
    whole = await contents();
  });

  test('and gone on with has the same slips to the byte, none twice, none missing; the same again writes nothing', async () => {
    let kills = 0;
    for (let ordinal = 1; ; ordinal += STEP) {
      await company.begin(large);
      const requestId = `killed-run-${String(ordinal).padStart(8, '0')}`;
      let isKilled = false;
      const dying = company.requests.during(
        async (request, proceed) => {
          if (isKilled || request.origin !== requestId || request.ordinal < ordinal) return proceed();
          isKilled = true;
          const answer = await proceed();
          request.killWorker();
          return answer;
        },
        () => unit(requestId),
      );
      await Promise.allSettled([dying]);
      if (!isKilled) break;
      kills += 1;
      company.clock.advance(LEASE);
      await company.calculate();
      expect(await company.run(MONTH)).toMatchObject({ state: 'calculated', people: 4 + PEOPLE_OF_PAGES });
      expect([ordinal, await contents()]).toEqual([ordinal, whole]);
      expect((await company.calculate(MONTH, { again: true })).data.written).toBe(0);
    }
    console.info(`payroll: killed at ${kills} requests`);
    expect(kills).toBeGreaterThan(2);
  });

  test('a publication that is killed half-way shows nothing, and gone on with it is there for all at once', async () => {
    await company.begin(large);
    await company.calculate();
    await company.lock();
    const rev = (await company.run(MONTH))?.rev as number;
    const requestId = 'killed-publication-01';
    await Promise.allSettled([
      company.requests.during(
        async (request, proceed) => {
          const answer = await proceed();
          // Its first page is recorded.
          if (request.origin === requestId && request.action.includes('modify')) request.killWorker();
          return answer;
        },
        () => company.pay('payroll', 'publishPay', { month: MONTH, rev }, { requestId }),
      ),
    ]);
    const run = await company.run(MONTH);
    expect([run?.state, run?.cursor === '']).toEqual(['locked', false]);
    expect((await company.pay('staff', 'payslips')).data.items).toEqual([]);
    const token = (await company.pay('staff', 'setPass', { pass: PASS })).data.token;
    const record = async () =>
      (await company.pay('staff', 'ownContributions', { year: 2026, opening: token })).data.months.length;
    expect([await company.db.count('contributions'), await record()]).toEqual([1, 0]);
    await company.timers.runNow('payroll');
    expect(await company.run(MONTH)).toMatchObject({ state: 'published', cursor: '' });
    expect((await company.pay('staff', 'payslips')).data.items).toHaveLength(1);
    expect([await company.db.count('contributions'), await record()]).toEqual([1, 1]);
  });
});
