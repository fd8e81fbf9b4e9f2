import type { PayPreview } from '#contracts/payroll';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID, PAY_DAY, payItem, settledMonth } from '../support/payroll-company';
import { employeeDocument, PEOPLE } from '../support/request-company';

const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'staff' ? 21_750 : 12_000);
  },
);

const slips = async () => {
  const { data } = await company.pay('payroll', 'previewPay', { month: MONTH });
  return Object.fromEntries((data.items as PayPreview[]).map((each) => [each.person.id, each]));
};
const stored = async () => JSON.stringify(await company.db.find('payslips'));

test('everybody gets one slip, and the sums are those of the slips', async () => {
  const { data } = await company.calculate();
  expect(data).toMatchObject({ state: 'calculated', people: 4, written: 4, blockers: [] });
  const made = Object.values(await slips());
  expect(made).toHaveLength(4);
  expect(data.sums.gross).toBe(2_175_000 + 3 * 1_200_000);
  expect(data.sums.net).toBe(made.reduce((sum, { net }) => sum + net, 0));
});

test('a run that is worked out again writes nothing, and the same to the byte', async () => {
  await company.calculate();
  const before = await stored();
  const { data } = await company.calculate(MONTH, { again: true });
  expect(data).toMatchObject({ state: 'calculated', people: 4, written: 0 });
  expect(await stored()).toBe(before);
});

test('who has no salary or no settled month is named, and the run cannot be locked', async () => {
  const newcomers = (['other', 'elsewhere'] as const).map((who) => employeeDocument(who));
  await company.db.insertMany('employees', newcomers);
  await company.setSalary('elsewhere', 9_000);
  const { data } = await company.calculate();
  expect(data.blockers).toEqual(
    expect.arrayContaining([
      { person: expect.objectContaining({ id: PEOPLE.other }), rule: 'no-salary' },
      { person: expect.objectContaining({ id: PEOPLE.elsewhere }), rule: 'not-settled' },
    ]),
  );
  expect((await company.lock()).error).toEqual({
    code: 'PAY_RUN_REFUSED',
    data: { rule: 'blocked', month: MONTH },
  });
});

test('overtime, unpaid leave and an item of the company are lines of the slip', async () => {
  const items = [payItem('meals', 'attended_days * 10', { isTaxable: false })];
  const saved = await company.pay('payroll', 'savePayItems', {
    from: '2026-01-01',
    items,
    expectedVersion: 0,
  });
  expect(saved).toMatchObject({ ok: true, data: { version: 1 } });
  const leave = [
    {
      typeId: 'personal',
      name: { 'zh-CN': '事假', en: 'Personal' },
      paidShare: 0,
      minutes: 480,
      statutoryDays: 0,
    },
  ];
  const overtime = [{ payClass: 300, compensation: 'pay', minutes: 180 }];
  const { _id, ...month } = settledMonth(PEOPLE.staff, MONTH, { leave, overtime });
  await company.db.updateMany('settled_months', { _id }, { $set: month });
  await company.calculate();
  // 21,750 + 3 h x 125 x 300 % - 1,000 + 18 x 10
  expect((await slips())[PEOPLE.staff]?.gross).toBe(2_175_000 + 112_500 - 100_000 + 18_000);
});

describe('two persons', () => {
  test('who has calculated a run does not lock it; another one does, once', async () => {
    const { data } = await company.calculate();
    const own = await company.pay('payroll', 'lockPay', { month: MONTH, rev: data.rev });
    expect(own.error).toEqual({ code: 'FORBIDDEN', data: { rule: 'own' } });
    expect((await company.lock()).data).toMatchObject({ state: 'locked' });
    const again = await company.pay('hr2', 'lockPay', { month: MONTH, rev: data.rev });
    expect(again).toMatchObject({ ok: true, data: { state: 'locked' } });
    const { error } = await company.calculate(MONTH, { again: true });
    expect(error).toEqual({ code: 'PAY_RUN_REFUSED', data: { rule: 'locked', month: MONTH } });
  });

  test('what the second person has recalled is not locked as it was by the first one', async () => {
    await company.calculate();
    const { data } = await company.lock();
    const recalled = await company.pay('hr2', 'recallPay', { month: MONTH, rev: data.rev, reason: '算错了' });
    const { rev } = recalled.data;
    for (const who of ['payroll', 'hr2'] as const)
      expect((await company.pay(who, 'lockPay', { month: MONTH, rev })).error).toEqual({
        code: 'PAY_RUN_REFUSED',
        data: { rule: 'not-calculated', month: MONTH },
      });
    const again = await company.calculate(MONTH, { again: true });
    const own = await company.pay('payroll', 'lockPay', { month: MONTH, rev: again.data.rev });
    expect(own.error?.code).toBe('FORBIDDEN');
    expect((await company.lock()).data).toMatchObject({ state: 'locked', version: 2 });
  });

  test('of two who have worked it out one after the other, the first one can lock it', async () => {
    await company.calculate();
    const input = { month: MONTH, paidOn: PAY_DAY, again: true };
    const { data } = await company.pay('hr2', 'calculatePay', input);
    expect(data).toMatchObject({ state: 'calculated', isOwn: true });
    const own = await company.pay('hr2', 'lockPay', { month: MONTH, rev: data.rev });
    expect(own.error?.code).toBe('FORBIDDEN');
    const first = await company.pay('payroll', 'lockPay', { month: MONTH, rev: data.rev });
    expect(first.data).toMatchObject({ state: 'locked' });
  });

  test('a run that has changed since it was seen is not locked', async () => {
    const { data } = await company.calculate();
    const { error } = await company.pay('hr2', 'lockPay', { month: MONTH, rev: data.rev - 1 });
    expect(error).toEqual({ code: 'VERSION_CONFLICT', data: { version: data.rev } });
  });
});

test('a month that was locked a moment ago is locked for payroll, too', async () => {
  const attendance = async () => (await company.pay('payroll', 'payMonth', { month: MONTH })).data.attendance;
  for (const [state, seen] of [
    ['running', 'open'],
    ['done', 'settled'],
    ['locked', 'locked'],
  ]) {
    await company.db.updateMany('settlements', { _id: MONTH }, { $set: { state } });
    expect(await attendance()).toBe(seen);
  }
});

test('a run waits for locked attendance and for the months before it', async () => {
  await company.db.updateMany('settlements', { _id: MONTH }, { $set: { state: 'done' } });
  expect((await company.calculate()).error?.data).toEqual({ rule: 'attendance-open', month: MONTH });
  await company.db.updateMany('settlements', { _id: MONTH }, { $set: { state: 'locked' } });
  await company.calculate('2026-09', { paidOn: '2026-10-10' });
  expect((await company.calculate()).error?.data).toEqual({ rule: 'earlier-open', month: '2026-09' });
  expect((await company.calculate('2026-11')).error).toEqual({
    code: 'MONTH_NOT_OVER',
    data: { month: '2026-11' },
  });
});

describe('the tax year', () => {
  test('begins with what an earlier system has paid and withheld', async () => {
    const totals = {
      income: 20_000_000,
      exempt: 0,
      contributions: 0,
      other: 0,
      relief: 0,
      withheld: 100_000,
    };
    const carryIn = { source: 'earlier-system', from: '2026-01', until: '2026-09', totals };
    const { error } = await company.pay('payroll', 'saveTaxYear', {
      ...{ employeeId: PEOPLE.staff, year: 2026, version: 0 },
      draft: { kind: 'resident', allowance: 'monthly', carryIn, bonusTaxedOn: null },
      facts: { monthsDeclared: 0, hadOtherPayer: false, incomeBefore: 0, hadIncomeThisYear: false },
    });
    expect(error).toBeUndefined();
    await company.calculate();
    // 221,750 less 5,000 x 11 is 166,750: 20 % less 16,920 less the 1,000 that were withheld.
    expect((await slips())[PEOPLE.staff]?.net).toBe(2_175_000 - 1_543_000);
  });

  test('counts the locked runs of the year of payment, named on the slip', async () => {
    for (const month of ['2026-08', '2026-09']) {
      await company.pay('payroll', 'calculatePay', { month, paidOn: `${month}-28` });
      await company.lock(month);
    }
    await company.calculate();
    const { net, gross } = (await slips())[PEOPLE.staff] as PayPreview;
    // Months of employment here are counted from January, so that 21,750 x 3 stays below 5,000 x 11.
    expect([gross, net]).toEqual([2_175_000, 2_175_000 - (6_525_000 - 5_500_000) * 0.03]);
  });
});

describe('what changes after the lock', () => {
  const change = async (yuan: number, from = '2026-09-01') => company.setSalary('staff', yuan, { from });
  const gross = async () => (await slips())[PEOPLE.staff]?.gross;

  test('is paid by the next run as a difference, once', async () => {
    await company.pay('payroll', 'calculatePay', { month: '2026-09', paidOn: '2026-10-10' });
    await company.lock('2026-09');
    const locked = await company.db.find('payslips', { month: '2026-09' });
    await change(23_750);
    await company.calculate();
    expect(await gross()).toBe(2_375_000 + 200_000);
    const [change2000] = ((await slips())[PEOPLE.staff] as PayPreview).changes;
    expect(change2000).toMatchObject({ now: 200_000, before: 0, line: 'earnings/difference.2026-09' });
    // The locked slip itself stays as it was.
    expect(await company.db.find('payslips', { month: '2026-09' })).toEqual(locked);

    await company.lock();
    company.clock.set(Date.parse('2026-12-05T09:00:00+08:00'));
    await company.pay('payroll', 'calculatePay', { month: '2026-11', paidOn: '2026-12-10' });
    const { data } = await company.pay('payroll', 'previewPay', { month: '2026-11' });
    const november = (data.items as PayPreview[]).find(({ person }) => person.id === PEOPLE.staff);
    expect(november?.gross).toBe(2_375_000);
  });

  test('a locked run can be recalled, until a later one is locked', async () => {
    await company.calculate();
    await company.lock();
    const { data } = await company.publish();
    const recalled = await company.pay('hr2', 'recallPay', {
      month: MONTH,
      rev: data.rev,
      reason: '餐补算错了',
    });
    expect(recalled.data).toMatchObject({ state: 'calculated', version: 2 });
    expect(recalled.data.history.at(-1)).toMatchObject({ kind: 'recalled', reason: '餐补算错了' });
    await change(30_000, '2026-10-01');
    const again = await company.calculate(MONTH, { again: true });
    expect(again.data).toMatchObject({ written: 1 });
    expect(await gross()).toBe(3_000_000);
  });
});

describe('insurance and fund', () => {
  const entry = {
    ...{ employeeId: PEOPLE.staff, from: '2026-07', insurance: 2_000_000, fund: 2_000_000 },
    ...{ isLocal: false, isPensioner: false },
  };

  test('are taken off by the bases that hold, and recorded once when the run is published', async () => {
    await company.calculate();
    const without = (await slips())[PEOPLE.staff]?.net ?? 0;
    expect((await company.pay('payroll', 'saveBases', { entries: [entry] })).ok).toBe(true);
    await company.calculate(MONTH, { again: true });
    const staff = (await slips())[PEOPLE.staff] as PayPreview;
    // 8 % and 2 % and 0.5 % of 20,000 and the fund; a month's income stays below 5,000 for each month of the year.
    expect(staff.net).toBeLessThanOrEqual(without - 210_000);
    expect(staff.warnings.map(({ code }) => code)).not.toContain('no-base');
    await company.lock();
    expect((await company.publish()).data).toMatchObject({ state: 'published' });
    const recorded = await company.db.find('contributions');
    expect(recorded).toMatchObject([
      { employeeId: PEOPLE.staff, month: MONTH, version: 1, city: 'shanghai' },
    ]);
    expect((await company.publish()).data).toMatchObject({ state: 'published' });
    expect(await company.db.find('contributions')).toEqual(recorded);
  });
});

test('who turns out to have left before the month has no slip any more, and the sums are those of the others', async () => {
  const { data } = await company.calculate();
  await company.db.updateMany('employees', { _id: PEOPLE.peer }, { $set: { leftOn: '2026-09-30' } });
  company.clock.advance(61_000);
  const again = await company.calculate(MONTH, { again: true });
  expect(again.data).toMatchObject({ people: 3, written: 1 });
  expect(data.sums.gross - again.data.sums.gross).toBe(1_200_000);
  expect(Object.keys(await slips())).not.toContain(PEOPLE.peer);
  expect((await company.calculate(MONTH, { again: true })).data).toMatchObject({ people: 3, written: 0 });
});

describe('what was interrupted', () => {
  const timer = async () => {
    const event = { Type: 'Timer', TriggerName: 'payroll', Time: '' };
    return (await company.invoke('payroll', event, { as: { kind: 'timer', name: 'payroll' } })).costs
      .database;
  };
  const run = () => company.db.get('payroll_runs', MONTH);

  test('a run whose worker died is calculated by the timer, in the name of who has begun it', async () => {
    await company.calculate();
    const died = { state: 'running', people: 0, leaseUntil: company.clock.now() + 90_000 };
    await company.db.updateMany('payroll_runs', { _id: MONTH }, { $set: died });
    await timer();
    expect(await run()).toMatchObject({ state: 'running' });
    company.clock.advance(90_000);
    await timer();
    expect(await run()).toMatchObject({ state: 'calculated', people: 4, calculatedBy: [PEOPLE.payroll] });
    // And then the timer reads four times, salaries to store, runs, whom to tell and files to remove, and leaves everything as it is.
    const before = await run();
    expect([await timer(), await run()]).toEqual([4, before]);
  });

  test('a publication that got half-way is ended by the timer; one that nobody began is left', async () => {
    await company.calculate();
    await company.lock();
    await timer();
    expect(await run()).toMatchObject({ state: 'locked', cursor: '' });
    const by = { id: PEOPLE.payroll, name: '员工payroll', nameEn: 'Person payroll' };
    const begun = { cursor: PEOPLE.peer, worker: by };
    await company.db.updateMany('payroll_runs', { _id: MONTH }, { $set: begun });
    await timer();
    expect(await run()).toMatchObject({ state: 'published', cursor: '' });
    const events = ((await run())?.history ?? []) as object[];
    expect(events.at(-1)).toMatchObject({ kind: 'published', by });
  });
});

test('no amount, salary or line stands in the store in clear', async () => {
  await company.calculate();
  await company.lock();
  const names = ['salaries', 'payroll_runs', 'payslips', 'readings'];
  const all = JSON.stringify(await Promise.all(names.map((name) => company.db.find(name))));
  for (const figure of ['2175000', '1200000', '21750', 'wage', 'contributions'])
    expect(all).not.toContain(figure);
});

test('every reading of pay is recorded with whose it was', async () => {
  await company.calculate();
  await company.pay('payroll', 'previewPay', { month: MONTH });
  const readings = await company.db.find('readings', { what: 'payslips' });
  expect(readings).toEqual([
    expect.objectContaining({ readerId: PEOPLE.payroll, ownerIds: expect.arrayContaining([PEOPLE.staff]) }),
  ]);
});

test('an item is not called as what every object has, which no formula could read', async () => {
  const items = [payItem('constructor', 'entered')];
  const input = { from: '2026-01-01', items, expectedVersion: 0 };
  expect((await company.pay('payroll', 'savePayItems', input)).error).toEqual({
    code: 'PAY_ITEM_INVALID',
    data: { item: 'constructor', rule: 'reserved' },
  });
});

test('items with a loop or an unknown name are refused with the item', async () => {
  const save = (items: object[]) =>
    company.pay('payroll', 'savePayItems', { from: '2026-01-01', items, expectedVersion: 0 });
  expect((await save([payItem('a', 'b'), payItem('b', 'a')])).error).toEqual({
    code: 'PAY_ITEM_LOOP',
    data: { chain: 'a → b → a' },
  });
  expect((await save([payItem('a', 'wagee')])).error).toMatchObject({ code: 'PAY_FORMULA_INVALID' });
  expect(await company.db.find('pay_items', {})).toEqual([]);
});

test('a formula that cannot be worked out for somebody blocks their slip alone', async () => {
  const items = [payItem('share', '1000 / (full_wage - 21750)')];
  await company.pay('payroll', 'savePayItems', { from: '2026-01-01', items, expectedVersion: 0 });
  const { data } = await company.calculate();
  expect(data).toMatchObject({ people: 3, blockers: [{ person: { id: PEOPLE.staff }, rule: 'formula' }] });
});

test('a pay day of another tax year, or before that of the month before, is refused and begins nothing', async () => {
  const refused = { code: 'PAY_RUN_REFUSED', data: { rule: 'pay-day', month: MONTH } };
  for (const paidOn of ['2026-09-30', '2027-11-10', '2099-12-31'])
    expect((await company.calculate(MONTH, { paidOn })).error).toEqual(refused);
  expect(await company.db.find('payroll_runs')).toEqual([]);
  await company.calculate('2026-09', { paidOn: '2026-12-10' });
  await company.lock('2026-09');
  expect((await company.calculate()).error).toEqual(refused);
  expect((await company.calculate(MONTH, { paidOn: '2026-12-20' })).ok).toBe(true);
  // Neither is it changed to one.
  expect((await company.calculate(MONTH, { paidOn: PAY_DAY, again: true })).error).toEqual(refused);
  expect(await company.db.get('payroll_runs', MONTH)).toMatchObject({ paidOn: '2026-12-20' });
});

test('a month is not begun once a later one is locked, which has withheld tax without it', async () => {
  await company.calculate();
  await company.lock();
  const paidOn = '2026-09-28';
  for (const month of ['2026-08', '2026-09'])
    expect((await company.calculate(month, { paidOn })).error?.data).toEqual({ rule: 'later-locked', month });
});

describe('pay items that are tried before they are saved', () => {
  const tried = (items: object[], more: object = {}) =>
    company.pay('payroll', 'previewPayItems', { from: '2026-01-01', items, month: MONTH, ...more });

  test('the effect names people and sums before and after, and nothing is saved', async () => {
    const { data } = await tried([payItem('meals', 'attended_days * 10')]);
    expect(data).toMatchObject({ people: 4, changed: 4, failures: 0, without: 0, next: null });
    expect(data.now.gross - data.before.gross).toBe(4 * 18_000);
    expect(data.persons).toContainEqual(
      expect.objectContaining({ person: expect.objectContaining({ id: PEOPLE.staff }) }),
    );
    expect(await company.db.find('pay_items')).toEqual([]);
    expect(await company.db.find('readings')).toContainEqual(
      expect.objectContaining({
        what: 'payslips',
        aboutId: MONTH,
        ownerIds: expect.arrayContaining([PEOPLE.staff]),
      }),
    );
  });

  test('one person alone is worked out', async () => {
    const { data } = await tried([payItem('meals', '100')], { employeeId: PEOPLE.staff });
    expect(data).toMatchObject({
      people: 1,
      changed: 1,
      before: { gross: 2_175_000 },
      now: { gross: 2_185_000 },
    });
    const nobody = await tried([payItem('meals', '100')], { employeeId: PEOPLE.left });
    expect(nobody.error).toEqual({ code: 'NOT_FOUND', data: { what: 'employee' } });
  });

  test('a formula that fails for people names them and the place', async () => {
    const { data } = await tried([payItem('rate', '100 / overtime_hours')]);
    expect(data).toMatchObject({ people: 0, failures: 4 });
    expect(data.failed[0]).toMatchObject({ item: 'rate', rule: 'division', position: 5 });
  });

  test.each([
    ['PAY_ITEM_LOOP', [payItem('a', 'b'), payItem('b', 'a')], {}],
    ['PAY_FORMULA_INVALID', [payItem('a', 'wagee + 1')], { rule: 'unknown-name', position: 1 }],
    ['PAY_FORMULA_INVALID', [payItem('a', `${'('.repeat(1_000)}1${')'.repeat(900)}`)], { rule: 'too-long' }],
    ['PAY_FORMULA_INVALID', [payItem('a', `${'('.repeat(40)}1${')'.repeat(40)}`)], { rule: 'too-deep' }],
    ['PAY_FORMULA_FAILED', [payItem('a', 'wage / (2 - 2)')], { rule: 'division', position: 6 }],
  ])('%s is told when items are tried and when they are saved', async (code, items, data) => {
    const before = await company.db.find('pay_items');
    const saved = await company.pay('payroll', 'savePayItems', {
      from: '2026-01-01',
      items,
      expectedVersion: 0,
    });
    for (const { error } of [await tried(items), saved]) expect(error).toMatchObject({ code, data });
    expect(await company.db.find('pay_items')).toEqual(before);
  });
});
