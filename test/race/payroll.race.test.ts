import type { Payslip } from '#contracts/payslips';
import { encryptText } from '../../cloudfunctions/shared/privacy/field-cipher';
import { FIELD_KEYS } from '../support/cloud';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedPayroll } from '../support/pay-race';
import { codesOf, type Racing, racingWith } from '../support/racing';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { MONTH, PAY_DAY } from '../unit/cloudfunctions/support/payroll-company';
import { PEOPLE, type Who } from '../unit/cloudfunctions/support/request-company';

jest.setTimeout(300_000);

const NOW = '2026-11-05T09:00:00+08:00';
const AT = Date.parse(NOW);
const LAST = '2026-09';
const PASS = '908172';
/** Orders of a call and a lock; which one does the harm is found only among many. */
const BESIDE_THE_LOCK = 60;

const company = openPerFile(() => openInstrumentedPayroll(NOW));
const explore = racesIn('payroll', company);

type Documents = Awaited<ReturnType<typeof company.everything>>;
let fresh: Documents;
let calculated: Documents;
let locked: Documents;
let published: Documents;
/** One of them has a bonus, and the run is calculated. */
let withBonus: Documents;
let bonusRev: number;
/** The last month is locked, this one is calculated. */
let twoMonths: Documents;
/** Published, a line doubted, and recalled. */
let recalled: Documents;
let opening: string;
let rev: Record<'calculated' | 'locked' | 'published' | 'last', number>;

const revOf = async (month = MONTH): Promise<number> => (await company.run(month))?.rev as number;
const calculate = (who: Who, month = MONTH, more: object = {}): Racing => [
  who,
  'calculatePay',
  { month, paidOn: month === LAST ? '2026-10-10' : PAY_DAY, ...more },
];
/** The timer of payroll, which has no person. */
const TIMER: Racing = ['payroll', 'timer', {}];
const doubt = (end: string): Racing => [
  'staff',
  'disputePayslip',
  {
    ...{ key: `dispute-key-00000${end}`, month: MONTH, version: 1, line: 'earnings/wage' },
    ...{ text: '少算了两天', opening },
  },
];
const answer = (dispute: string, slip: number): Racing => [
  'payroll',
  'answerPayDispute',
  { employeeId: PEOPLE.staff, month: MONTH, rev: slip, id: dispute, text: '已更正' },
];
const must = async ([who, action, input]: Racing): Promise<Record<string, never>> => {
  const { ok, data, error } = await company.pay(who, action, input);
  if (!ok) throw new Error(`${action}: ${JSON.stringify(error)}`);
  return data;
};

beforeAll(async () => {
  fresh = await company.beginPaid();
  await must(calculate('payroll'));
  calculated = await company.everything();
  const revs = { calculated: await revOf() };
  await company.lock();
  locked = await company.everything();
  const lockedRev = await revOf();
  await company.publish();
  opening = (await must(['staff', 'setPass', { pass: PASS }])).token as unknown as string;
  published = await company.everything();
  const publishedRev = await revOf();
  await must(doubt('1'));
  await must(['hr2', 'recallPay', { month: MONTH, rev: publishedRev, reason: '再算一遍' }]);
  recalled = await company.everything();

  await company.begin(fresh);
  await must([
    'payroll',
    'saveBonus',
    {
      ...{ employeeId: PEOPLE.staff, month: MONTH, paidOn: PAY_DAY, rev: 0, way: 'separate' },
      entry: { kind: 'amount', amount: 30_000_00 },
    },
  ]);
  company.clock.advance(1_000);
  await must(calculate('payroll'));
  withBonus = await company.everything();
  bonusRev = await revOf();

  await company.begin(fresh);
  await must(calculate('payroll', LAST));
  await company.lock(LAST);
  await must(calculate('payroll'));
  twoMonths = await company.everything();
  rev = { ...revs, locked: lockedRev, published: publishedRev, last: await revOf(LAST) };
});

const race = racingWith({
  explore,
  async ask(who, action, input, call) {
    if (action !== 'timer') return company.pay(who, action, input, call);
    const as = { kind: 'timer', name: 'payroll' } as const;
    const event = { Type: 'Timer', TriggerName: 'payroll', Time: '' };
    return (await company.invoke('payroll', event, { as, requestId: call.requestId })).result as Answer;
  },
  begin: (from: Documents) => company.begin(from),
  now: AT,
});

const staffSlip = async () =>
  (await company.slipsOf(MONTH)).find(({ employeeId }) => employeeId === PEOPLE.staff);
/** The run counts what the slips say, each once. */
async function expectSumsOfSlips(): Promise<void> {
  const slips = await company.slipsOf(MONTH);
  const { data } = await company.pay('payroll', 'payMonth', { month: MONTH });
  expect(slips.map(({ employeeId }) => employeeId)).toHaveLength(4);
  expect(data.run).toMatchObject({ state: 'calculated', people: 4 });
  for (const sum of ['gross', 'net'] as const)
    expect(data.run.sums[sum]).toBe(slips.reduce((all, { content }) => all + content.totals[sum], 0));
}

test('two of payroll begin the same run: one works, everybody has one slip, and the sums are theirs', () =>
  race(fresh, [calculate('payroll'), calculate('hr2')], async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    // One may have seen that the other works on it, and would ask again.
    company.clock.advance(90_001);
    if ((await company.run(MONTH))?.state === 'running') await must(calculate('payroll'));
    await expectSumsOfSlips();
    expect((await company.slipsOf(MONTH)).map((slip) => slip.rev)).toEqual([1, 1, 1, 1]);
  }));

test('two others lock a run at once: it is locked once, and both are told so', () =>
  race(
    calculated,
    [
      ['hr2', 'lockPay', { month: MONTH, rev: rev.calculated }],
      ['peer', 'lockPay', { month: MONTH, rev: rev.calculated }],
    ],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      const { state, history } = (await company.run(MONTH)) as unknown as {
        state: string;
        history: { kind: string }[];
      };
      expect([state, history.filter(({ kind }) => kind === 'locked')]).toEqual([
        'locked',
        [expect.anything()],
      ]);
    },
  ));

test('a run is worked out again while another locks it: what was locked is what its slips say', () =>
  race(
    calculated,
    [calculate('payroll', MONTH, { again: true }), ['hr2', 'lockPay', { month: MONTH, rev: rev.calculated }]],
    async ([again, lock]) => {
      const run = await company.run(MONTH);
      expect(run?.state).toBe(lock?.ok ? 'locked' : 'calculated');
      if (!lock?.ok) expect(['BUSY', 'VERSION_CONFLICT', 'PAY_RUN_REFUSED']).toContain(lock?.error?.code);
      if (!again?.ok) expect(['BUSY', 'PAY_RUN_REFUSED']).toContain(again?.error?.code);
    },
  ));

test('a bonus is dropped while the month is locked: it is on the slip, or the month is not locked with it', () =>
  race(
    withBonus,
    [
      ['hr2', 'lockPay', { month: MONTH, rev: bonusRev }],
      ['payroll', 'dropBonus', { employeeId: PEOPLE.staff, month: MONTH, rev: 1 }],
    ],
    async ([lock, drop]) => {
      const run = await company.run(MONTH);
      expect(lock?.ok && drop?.ok).not.toBe(true);
      expect(run?.state).toBe(lock?.ok ? 'locked' : 'calculated');
      const { items } = (await company.pay('payroll', 'yearBonuses', { month: MONTH })).data;
      expect(items).toHaveLength(drop?.ok ? 0 : 1);
      for (const { ok, error } of [lock, drop].flatMap((each) => each ?? []))
        if (!ok) expect(['BUSY', 'VERSION_CONFLICT', 'PAY_RUN_REFUSED']).toContain(error?.code);
      if (!drop?.ok) return;
      const again = await company.pay('hr2', 'lockPay', { month: MONTH, rev: run?.rev });
      expect(again.error).toMatchObject({ code: 'PAY_RUN_REFUSED', data: { rule: 'changed' } });
    },
    BESIDE_THE_LOCK,
  ));

const saveBase: Racing = [
  'payroll',
  'saveBases',
  {
    entries: [
      {
        ...{ employeeId: PEOPLE.staff, from: MONTH, insurance: 2_000_000, fund: 2_000_000 },
        ...{ isLocal: false, isPensioner: false },
      },
    ],
  },
];
const isInsured = async (): Promise<boolean> => (await staffSlip())?.content.city === 'shanghai';

test('a base is saved while the month is locked: whoever has read the run before loses, and it is worked out again', async () => {
  const outcomes = new Set<string>();
  await race(
    calculated,
    [['hr2', 'lockPay', { month: MONTH, rev: rev.calculated }], saveBase],
    async ([lock, saved]) => {
      outcomes.add(String(lock?.ok));
      expect(saved?.ok).toBe(true);
      const run = await company.run(MONTH);
      expect(run?.state).toBe(lock?.ok ? 'locked' : 'calculated');
      if (lock?.ok) return;
      expect(['VERSION_CONFLICT', 'PAY_RUN_REFUSED']).toContain(lock?.error?.code);
      const again = await company.pay('hr2', 'lockPay', { month: MONTH, rev: run?.rev });
      expect(again.error).toMatchObject({ code: 'PAY_RUN_REFUSED', data: { rule: 'changed' } });
    },
    BESIDE_THE_LOCK,
  );
  expect(outcomes).toContain('false');
});

test('a base is saved while the run is worked out: what can be locked then has it', () =>
  race(
    calculated,
    [calculate('payroll', MONTH, { again: true }), saveBase],
    async ([, saved]) => {
      expect(saved?.ok).toBe(true);
      const lock = await company.lock();
      if (lock.ok) expect(await isInsured()).toBe(true);
      else expect(lock.error?.code).toBe('PAY_RUN_REFUSED');
    },
    BESIDE_THE_LOCK,
  ));

test('two bonuses of one person that are taxed by themselves are saved at once for two months of a year: one of them', () => {
  const save = (who: Who, month: string, paidOn: string): Racing => [
    who,
    'saveBonus',
    {
      ...{ employeeId: PEOPLE.staff, month, paidOn, rev: 0, way: 'separate' },
      entry: { kind: 'amount', amount: 30_000_00 },
    },
  ];
  return race(
    fresh,
    [save('payroll', MONTH, PAY_DAY), save('hr2', '2026-11', '2026-12-10')],
    async (answers) => {
      const codes = codesOf(answers);
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
      expect(['BONUS_SEPARATE_USED', 'BUSY']).toContain(codes.find((code) => code !== 'ok'));
      expect(await company.db.find('one_off_pay')).toHaveLength(1);
    },
    BESIDE_THE_LOCK,
  );
});

test('a month is recalled while the next one is locked: never both, because the one has counted the other', () =>
  race(
    twoMonths,
    [
      ['hr2', 'lockPay', { month: MONTH, rev: rev.calculated }],
      ['peer', 'recallPay', { month: LAST, rev: rev.last, reason: '再算一遍' }],
    ],
    async ([lock, recall]) => {
      const states = [(await company.run(LAST))?.state, (await company.run(MONTH))?.state];
      expect(lock?.ok && recall?.ok).not.toBe(true);
      if (lock?.ok) expect(states).toEqual(['locked', 'locked']);
      else expect(states[1]).toBe('calculated');
      expect(states[0]).toBe(recall?.ok ? 'calculated' : 'locked');
      for (const { ok, error } of [lock, recall].flatMap((each) => each ?? []))
        if (!ok) expect(['BUSY', 'VERSION_CONFLICT', 'PAY_RUN_REFUSED']).toContain(error?.code);
    },
  ));

test('a run is recalled while it is published: one of the two, and its slips are seen only if it is published', () =>
  race(
    locked,
    [
      ['payroll', 'publishPay', { month: MONTH, rev: rev.locked }],
      ['hr2', 'recallPay', { month: MONTH, rev: rev.locked, reason: '再算一遍' }],
    ],
    async ([publication, recall]) => {
      expect([publication?.ok, recall?.ok].filter((ok) => ok)).toHaveLength(1);
      const run = await company.run(MONTH);
      expect(run?.state).toBe(publication?.ok ? 'published' : 'calculated');
      const { error } = [publication, recall].find((each) => !each?.ok) ?? {};
      if (error?.code === 'VERSION_CONFLICT') expect(error.data).toEqual({ version: run?.rev });
      const seen = (await company.pay('staff', 'payslips')).data.items;
      expect(seen).toHaveLength(publication?.ok ? 1 : 0);
    },
  ));

test('a line is doubted by two taps with two keys: one dispute is open; with one key it is the same one', async () => {
  await race(published, [doubt('1'), doubt('2')], async (answers) => {
    const disputes = (await staffSlip())?.answers.disputes ?? [];
    expect(disputes).toHaveLength(answers.filter(({ ok }) => ok).length);
    expect(disputes).toHaveLength(1);
    const [refusal] = answers.filter(({ ok }) => !ok);
    expect(['PAY_DISPUTE_REFUSED', 'BUSY']).toContain(refusal?.error?.code);
  });
  await race(published, [doubt('1'), doubt('1')], async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    expect((await staffSlip())?.answers.disputes).toHaveLength(1);
  });
});

test('a slip is confirmed while one of its lines is doubted: both hold', () =>
  race(
    published,
    [doubt('1'), ['staff', 'confirmPayslip', { month: MONTH, version: 1, opening }]],
    async (answers) => {
      expect(codesOf(answers)).toEqual(['ok', 'ok']);
      expect((await staffSlip())?.answers).toMatchObject({
        confirmedVersion: 1,
        disputes: [{ answer: null }],
      });
    },
  ));

test('two of payroll answer a dispute differently: one answer stands', async () => {
  await company.begin(published);
  await must(doubt('1'));
  const doubted = await company.everything();
  const { rev: slip = 0, answers } = (await staffSlip()) ?? {};
  const id = answers?.disputes[0]?.id ?? '';
  const second = answer(id, slip)[2] as { text: string };
  await race(
    doubted,
    [answer(id, slip), ['hr2', 'answerPayDispute', { ...second, text: '无误' }]],
    async (answered) => {
      expect(answered.filter(({ ok }) => ok)).toHaveLength(1);
      const [dispute] = (await staffSlip())?.answers.disputes ?? [];
      expect(dispute?.answer).toMatchObject({ text: answered[0]?.ok ? '已更正' : '无误' });
    },
  );
});

test('a dispute is answered while the recalled run is worked out again: the answer and the new figures both hold', async () => {
  await company.begin(recalled);
  await company.setSalary('staff', 22_750, { from: '2026-10-01' });
  const raised = await company.everything();
  const { rev: slip = 0, answers } = (await staffSlip()) ?? {};
  await race(
    raised,
    [answer(answers?.disputes[0]?.id ?? '', slip), calculate('payroll', MONTH, { again: true })],
    async ([answered, again]) => {
      expect(again?.ok).toBe(true);
      await expectSumsOfSlips();
      const now = await staffSlip();
      expect(now?.content.totals.gross).toBe(2_275_000);
      expect(now?.answers.disputes[0]?.answer !== null).toBe(answered?.ok);
      if (!answered?.ok) expect(answered?.error?.code).toBe('VERSION_CONFLICT');
    },
  );
});

test('a difference is settled by hand while its month is recalled: never both, since the recalled month pays it', async () => {
  await company.begin(published);
  await must(doubt('1'));
  await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: '2026-10-31' } });
  await company.setSalary('staff', 22_750, { from: '2026-10-01' });
  const { rev: doubted = 0, answers } = (await staffSlip()) ?? {};
  const id = answers?.disputes[0]?.id ?? '';
  await must(answer(id, doubted));
  const owed = await company.everything();
  const { rev: slip = 0 } = (await staffSlip()) ?? {};
  await race(
    owed,
    [
      ['payroll', 'settlePayDispute', { employeeId: PEOPLE.staff, month: MONTH, rev: slip, id }],
      ['hr2', 'recallPay', { month: MONTH, rev: rev.published, reason: '再算一遍' }],
    ],
    async ([settled, recall]) => {
      expect(settled?.ok && recall?.ok).not.toBe(true);
      expect(settled?.ok || recall?.ok).toBe(true);
      expect((await company.run(MONTH))?.state).toBe(recall?.ok ? 'calculated' : 'published');
      const [dispute] = (await staffSlip())?.answers.disputes ?? [];
      expect(dispute?.answer).toEqual(
        settled?.ok
          ? expect.objectContaining({ settled: expect.anything() })
          : expect.not.objectContaining({ settled: expect.anything() }),
      );
      for (const each of [settled, recall])
        if (each && !each.ok)
          expect(['BUSY', 'VERSION_CONFLICT', 'PAY_RUN_REFUSED', 'PAY_DISPUTE_REFUSED']).toContain(
            each.error?.code,
          );
    },
    BESIDE_THE_LOCK,
  );
});

test('a slip is opened while the run is recalled: whole, or not found', () =>
  race(
    published,
    [
      ['staff', 'payslip', { month: MONTH, opening }],
      ['hr2', 'recallPay', { month: MONTH, rev: rev.published, reason: '再算一遍' }],
    ],
    async ([slip, recall]) => {
      expect(recall?.ok).toBe(true);
      if (slip?.ok) expect((slip.data as Payslip).net.amount).toBeGreaterThan(0);
      else expect(slip?.error).toEqual({ code: 'NOT_FOUND', data: { what: 'payslip' } });
    },
  ));

test('the timer and an officer go on with the same run: one works, everybody has one slip, and the sums are theirs', async () => {
  const none = { gross: 0, contributions: 0, tax: 0, deductions: 0, net: 0, employer: 0 };
  process.env.FIELD_KEYS = FIELD_KEYS;
  const sealedSums = encryptText(JSON.stringify(none), `payroll_runs:${MONTH}`);
  const by = { id: PEOPLE.payroll, name: '员工payroll', nameEn: 'Person payroll' };
  const died = { state: 'running', people: 0, leaseUntil: 0, worker: by, sealedSums };
  const interrupted = {
    ...calculated,
    payslips: [],
    payroll_runs: (calculated.payroll_runs ?? []).map((run) => ({ ...run, ...died })),
  };
  await race(interrupted, [TIMER, calculate('hr2')], async (answers) => {
    expect(codesOf(answers)).toEqual(['ok', 'ok']);
    company.clock.advance(90_001);
    if ((await company.run(MONTH))?.state === 'running') await must(calculate('payroll'));
    await expectSumsOfSlips();
    expect((await company.slipsOf(MONTH)).map((slip) => slip.rev)).toEqual([1, 1, 1, 1]);
  });
});

test('the timer and an officer publish the same run: once, and the contributions once', async () => {
  const by = { id: PEOPLE.payroll, name: '员工payroll', nameEn: 'Person payroll' };
  const begun = {
    ...locked,
    payroll_runs: (locked.payroll_runs ?? []).map((run) => ({
      ...run,
      cursor: PEOPLE.hr2.slice(0, 1),
      worker: by,
    })),
  };
  await race(
    begun,
    [TIMER, ['payroll', 'publishPay', { month: MONTH, rev: rev.locked }]],
    async (answers) => {
      for (const code of codesOf(answers)) expect(['ok', 'VERSION_CONFLICT']).toContain(code);
      const { state, history } = (await company.run(MONTH)) as unknown as {
        state: string;
        history: { kind: string }[];
      };
      expect([state, history.filter(({ kind }) => kind === 'published').length]).toEqual(['published', 1]);
      const ids = (await company.db.find('contributions')).map(({ _id }) => _id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});

describe('the second check', () => {
  const guess = (pass: string): Racing => ['staff', 'openPay', { pass }];
  const passOf = () => company.db.get('pay_passes', PEOPLE.staff);
  const withWrong = (wrong: number): Documents => ({
    ...published,
    pay_passes: (published.pay_passes ?? []).map((each) => ({ ...each, wrong })),
  });

  test('with one try left, two guesses at once are one try: the other is not even looked at', () =>
    race(withWrong(4), [guess('800001'), guess('800002')], async (answers) => {
      const { wrong, lockedUntil } = (await passOf()) as unknown as { wrong: number; lockedUntil: number };
      expect([wrong, Math.floor((lockedUntil - AT) / 60_000)]).toEqual([5, 15]);
      expect(codesOf(answers).filter((code) => code === 'ok')).toEqual([]);
    }));

  test('a wrong guess beside the right passcode: the right one opens, the wrong one does not', () =>
    race(withWrong(0), [guess('800001'), guess(PASS)], async ([wrong, right]) => {
      expect([wrong?.error?.code, right?.ok || right?.error?.code === 'BUSY']).toEqual([
        expect.stringMatching(/PASS_WRONG|BUSY/),
        true,
      ]);
      expect((await passOf())?.wrong).toBeLessThanOrEqual(2);
    }));

  test('a passcode is set twice at once: the one that was answered holds', async () => {
    const set = (pass: string): Racing => ['peer', 'setPass', { pass }];
    await race(published, [set('135790'), set('246813')], async (answers) => {
      expect(answers.some(({ ok }) => ok)).toBe(true);
      const held = answers.findIndex(({ ok }) => ok) === 0 ? '135790' : '246813';
      expect((await company.pay('peer', 'openPay', { pass: held })).ok).toBe(true);
    });
  });

  test('it is reset while somebody guesses: nothing opens with the old one afterwards', () =>
    race(
      withWrong(3),
      [guess('800001'), ['payroll', 'resetPass', { employeeId: PEOPLE.staff }]],
      async ([, reset]) => {
        expect(reset?.ok).toBe(true);
        expect((await passOf())?.hash).toBeNull();
        expect((await company.pay('staff', 'openPay', { pass: PASS })).error?.code).toBe('PASS_UNSET');
      },
    ));
});
