import type { BonusPreview, LeaverItem } from '#contracts/one-off-pay';
import type { PayStep } from '#contracts/pay';
import type { PayPreview, PayRunView } from '#contracts/payroll';
import { jsonWithoutMoments } from '../../../support/json-without-moments';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID, PAY_DAY, settledMonth } from '../support/payroll-company';
import { openidOf, PEOPLE } from '../support/request-company';

const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'staff' ? 21_750 : 12_000);
  },
);

const yuan = (amount: number) => Math.round(amount * 100);
const slipOf = async (month = MONTH) => {
  const { data } = await company.pay('payroll', 'previewPay', { month });
  return (data.items as PayPreview[]).find(({ person }) => person.id === PEOPLE.staff) as PayPreview;
};
const lineOf = async (line: string, month = MONTH) =>
  (await slipOf(month)).changes.find((each) => each.line === line)?.now;
/** The published slip as its owner reads it. */
async function ownSlip(month = MONTH): Promise<PayStep> {
  await company.lock(month);
  await company.publish(month);
  return (await company.pay('staff', 'payslip', { month, opening: await opening() })).data.net;
}
const PASS = { pass: '482915' };
/** As somebody opens their pay: a passcode the first time, and it again. */
async function opening(): Promise<string> {
  const first = await company.pay('staff', 'setPass', PASS);
  return first.data?.token ?? (await company.pay('staff', 'openPay', PASS)).data.token;
}
const staff = { employeeId: PEOPLE.staff, month: MONTH };

describe('a yearly bonus', () => {
  const asked = { ...staff, paidOn: PAY_DAY };
  const amount = (value: number) => ({ kind: 'amount', amount: yuan(value) });
  const save = (value: number, way: string, more: object = {}) =>
    company.pay('payroll', 'saveBonus', { ...asked, rev: 0, entry: amount(value), way, ...more });

  test('shows both ways to tax it and the loss zone, and saves nothing', async () => {
    const { data } = await company.pay('payroll', 'previewBonus', { ...asked, entry: amount(37_000) });
    const { choice, amount: shown, base } = data as BonusPreview;
    expect(shown).toBe(yuan(37_000));
    expect(choice).toMatchObject({
      separate: yuan(3_490),
      lossZone: { from: yuan(36_000), until: yuan(38_566.67) },
      refused: null,
    });
    expect(base).not.toBeNull();
    expect(await company.db.find('one_off_pay')).toEqual([]);
  });

  test('is taxed by itself on the slip, apart from the wages, and warned about in a loss zone', async () => {
    await company.calculate();
    const before = await slipOf();
    expect((await save(37_000, 'separate')).data).toMatchObject({ rev: 1, bonus: { way: 'separate' } });
    // What was entered after the run was worked out is not left out.
    expect((await company.lock()).error?.data).toEqual({ rule: 'changed', month: MONTH });
    company.clock.advance(60_000);
    await company.calculate(MONTH, { again: true });
    const after = await slipOf();
    expect(after.gross - before.gross).toBe(yuan(37_000));
    expect(after.net - before.net).toBe(yuan(37_000 - 3_490));
    expect(after.warnings.map(({ code }) => code)).toContain('loss-zone');
    const net = await ownSlip();
    const bonus = net.parts.find(({ id }) => id === 'earnings')?.parts.find(({ id }) => id === 'bonus');
    expect(bonus).toMatchObject({ amount: yuan(37_000), inputs: [{ name: 'bonus_way' }] });
    expect(net.parts.find(({ id }) => id === 'tax.bonus')).toMatchObject({
      amount: yuan(-3_490),
      rule: { id: 'cn.tax.bonus', source: '财政部 税务总局公告2023年第30号' },
      parts: [{ id: 'bonus', amount: yuan(37_000) }],
    });
    // The year names it beside the gross pay, in which it is.
    const ofYear = { year: 2026, opening: await opening() };
    const { data } = await company.pay('staff', 'payYear', ofYear);
    expect(data.months).toMatchObject([{ month: MONTH, income: after.gross, bonus: yuan(37_000) }]);
    const wages = net.parts.find(({ id }) => id === 'tax.wages');
    expect(jsonWithoutMoments(wages)).not.toContain(String(yuan(37_000)));
  });

  test('with the wages is income of the month', async () => {
    await save(37_000, 'merged');
    await company.calculate();
    const net = await ownSlip();
    expect(net.parts.find(({ id }) => id === 'tax.bonus')).toBeUndefined();
    const taxable = net.parts.find(({ id }) => id === 'tax.wages')?.parts[0];
    expect(taxable?.parts[0]?.amount).toBe(yuan(21_750 + 37_000));
  });

  test('a second one by itself in a year is refused, wherever the first one was', async () => {
    expect((await save(30_000, 'separate')).ok).toBe(true);
    const refused = { code: 'BONUS_SEPARATE_USED', data: { day: PAY_DAY } };
    const next = { month: '2026-11', paidOn: '2026-12-10' };
    expect((await save(5_000, 'separate', next)).error).toEqual(refused);
    expect((await save(5_000, 'merged', next)).ok).toBe(true);
    expect((await save(5_000, 'separate', { month: '2026-12', paidOn: '2027-01-10' })).ok).toBe(true);
    const preview = await company.pay('payroll', 'previewBonus', { ...asked, ...next, entry: amount(5_000) });
    expect(preview.data).toMatchObject({ choice: { separate: null, refused: 'used' }, taxedOn: PAY_DAY });
  });

  test('that no run pays is refused with its month or its day, and can still be taken back', async () => {
    const codeOf = async (more: object, way = 'separate') => {
      const { error } = await save(5_000, way, more);
      return error && [error.code, error.data?.rule];
    };
    const range = ['MONTH_OUT_OF_RANGE', 'bonus'];
    const payDay = ['PAY_RUN_REFUSED', 'pay-day'];
    // November 2026: a year before and after it.
    expect(await codeOf({ month: '2020-01', paidOn: '2020-02-10' })).toEqual(range);
    expect(await codeOf({ month: '2099-01', paidOn: '2099-02-10' })).toEqual(range);
    for (const paidOn of ['2026-09-30', '2020-01-01', '2027-05-01', '2099-01-01'])
      expect(await codeOf({ paidOn })).toEqual(payDay);
    expect(await codeOf({ month: '2025-12', paidOn: '2026-12-10' })).toEqual(payDay);
    expect(await company.db.find('one_off_pay')).toEqual([]);
    const asked = { ...staff, month: '2025-12', paidOn: '2026-12-10', entry: amount(5_000) };
    expect((await company.pay('payroll', 'previewBonus', asked)).error?.code).toBe('PAY_RUN_REFUSED');
    // One that was entered in time, and then left out by the runs.
    expect(await codeOf({ month: '2026-09', paidOn: '2026-10-10' })).toBeUndefined();
    await company.calculate();
    await company.lock();
    expect(await codeOf({ month: '2026-09', paidOn: '2026-10-10', rev: 1 }, 'merged')).toEqual([
      ...['PAY_RUN_REFUSED', 'later-locked'],
    ]);
    const { ok } = await company.pay('payroll', 'dropBonus', { ...staff, month: '2026-09', rev: 1 });
    expect(ok).toBe(true);
  });

  test('one by itself a tax year counts by the day of payment, whichever year the wages are of', async () => {
    const [lastYear, august] = [
      { month: '2025-12', paidOn: '2026-01-10' },
      { month: '2026-08', paidOn: '2026-12-10' },
    ];
    expect((await save(30_000, 'separate', lastYear)).ok).toBe(true);
    const refused = { code: 'BONUS_SEPARATE_USED', data: { day: '2026-01-10' } };
    expect((await save(5_000, 'separate', august)).error).toEqual(refused);
    await company.pay('payroll', 'dropBonus', { ...staff, month: '2025-12', rev: 1 });
    expect((await save(5_000, 'separate', august)).ok).toBe(true);
    // The run that pays it has a day of its own, in the next year.
    await company.calculate('2026-08', { paidOn: '2027-01-05' });
    expect((await save(5_000, 'separate', { month: '2026-12', paidOn: '2026-12-31' })).ok).toBe(true);
    expect((await save(5_000, 'separate', { month: '2026-11', paidOn: '2027-01-10' })).error?.data).toEqual({
      day: '2027-01-05',
    });
  });

  test('one that was taxed by itself elsewhere stops the run with the name of the person', async () => {
    await save(30_000, 'separate');
    await company.pay('payroll', 'saveTaxYear', {
      ...{ employeeId: PEOPLE.staff, year: 2026, version: 0 },
      draft: { kind: 'resident', allowance: 'monthly', carryIn: null, bonusTaxedOn: '2026-02-01' },
      facts: { monthsDeclared: 0, hadOtherPayer: false, incomeBefore: 0, hadIncomeThisYear: false },
    });
    const { data } = await company.calculate();
    expect((data as PayRunView).blockers).toEqual([
      { person: expect.objectContaining({ id: PEOPLE.staff }), rule: 'bonus-used' },
    ]);
  });

  test('by the grade of an appraisal opens to grade, period and rule; without one it is refused', async () => {
    const entry = { kind: 'grade', base: yuan(100_000), period: MONTH };
    const input = { ...asked, rev: 0, entry, way: 'separate' };
    expect((await company.pay('payroll', 'saveBonus', input)).error).toEqual({
      code: 'ONE_OFF_REFUSED',
      data: { rule: 'no-grade' },
    });
    expect(await company.db.find('one_off_pay')).toEqual([]);
  });

  test('the same again changes nothing, a stale one is refused, and a removed one is gone', async () => {
    expect((await save(30_000, 'separate')).data.rev).toBe(1);
    expect((await save(30_000, 'separate')).ok).toBe(true);
    expect(await company.db.find('one_off_pay')).toMatchObject([{ rev: 1 }]);
    expect((await save(31_000, 'separate')).error).toEqual({
      code: 'VERSION_CONFLICT',
      data: { version: 1 },
    });
    expect((await company.pay('payroll', 'dropBonus', { ...staff, rev: 1 })).data).toEqual({ rev: 2 });
    expect((await company.pay('payroll', 'yearBonuses', { month: MONTH })).data.items).toEqual([]);
  });

  test('nobody enters their own, and a locked month stays as it is', async () => {
    const own = { employeeId: PEOPLE.payroll };
    expect((await save(1_000, 'merged', own)).error).toEqual({ code: 'FORBIDDEN', data: { rule: 'own' } });
    await company.calculate();
    await company.lock();
    expect((await save(1_000, 'merged')).error).toEqual({
      code: 'PAY_RUN_REFUSED',
      data: { rule: 'locked', month: MONTH },
    });
  });

  test('of a month whose run is locked is said to be final, so that nothing is offered that is refused', async () => {
    await save(37_000, 'separate');
    const final = async (action: string) =>
      (await company.pay('payroll', action, { month: MONTH })).data.isFinal;
    expect([await final('yearBonuses'), await final('leavers')]).toEqual([false, false]);
    await company.calculate();
    await company.lock();
    expect([await final('yearBonuses'), await final('leavers')]).toEqual([true, true]);
  });

  test('no amount of it stands in the store in clear, and every reading is recorded', async () => {
    await save(37_000, 'separate');
    const { data } = await company.pay('payroll', 'yearBonuses', { month: MONTH });
    expect(data.items).toMatchObject([{ person: { id: PEOPLE.staff }, bonus: { amount: yuan(37_000) } }]);
    expect(jsonWithoutMoments(await company.db.find('one_off_pay'))).not.toMatch(/3700000|separate/);
    const readings = await company.db.find('readings', { what: 'one-off-pay', aboutId: `bonuses:${MONTH}` });
    expect(readings).toMatchObject([{ readerId: PEOPLE.payroll, ownerIds: [PEOPLE.staff] }]);
  });
});

describe('somebody who leaves', () => {
  const leaves = (day = '2026-10-30') =>
    company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: day } });
  const decide = (leaving: object, rev = 0) =>
    company.pay('payroll', 'saveLeaving', {
      ...{ ...staff, rev },
      leaving: { notice: 'given', meanWage: null, average: null, ...leaving },
    });
  const leavers = async () =>
    (await company.pay('payroll', 'leavers', { month: MONTH })).data.items as LeaverItem[];
  const leavesAfterOneSlip = async () => {
    await company.pay('payroll', 'calculatePay', { month: '2026-09', paidOn: '2026-10-10' });
    await company.lock('2026-09');
    await leaves();
  };

  test('is paid the annual leave that was earned and not taken, with the base of the slips before', async () => {
    await leavesAfterOneSlip();
    const [leaver] = await leavers();
    // Twelve years at work: 10 days a year, 303 days of 2026 x 10 / 365 = 8.3, whole days.
    expect(leaver).toMatchObject({ lastDay: '2026-10-30', unused: { annual: 8 * 480 }, leaving: null });
    const { data } = await company.calculate();
    expect((data as PayRunView).warnings).toBeGreaterThan(0);
    // 21,750 / 21.75 x 8 x 200 %: the usual pay is in the wage already.
    expect(await lineOf('earnings/unused_leave')).toBe(yuan(16_000));
    expect((await slipOf()).warnings.map(({ code }) => code)).toContain('leaving-undecided');
  });

  test('gets severance by the reason, capped wage and service, which is taxed apart', async () => {
    await leavesAfterOneSlip();
    expect((await decide({ reason: 'dismissed', notice: 'paid' })).ok).toBe(true);
    const [leaver] = await leavers();
    expect(leaver?.lines.map(({ id, amount }) => [id, amount])).toEqual([
      ['unused_leave', yuan(16_000)],
      // From 5 January 2024 to 30 October 2026: two years and over six months.
      ['severance', yuan(21_750 * 3)],
      ['notice_pay', yuan(21_750)],
    ]);
    await company.calculate();
    expect(await lineOf('earnings/severance')).toBe(yuan(65_250));
    const codes = (await slipOf()).warnings.map(({ code }) => code);
    expect(codes).not.toContain('leaving-undecided');
    const net = await ownSlipOfLeaver();
    // Under three times the yearly average of Shanghai: nothing is taxed, and the wages know nothing of it.
    expect(net.parts.find(({ id }) => id === 'tax.severance')).toMatchObject({ amount: 0 });
    const taxable = net.parts.find(({ id }) => id === 'tax.wages')?.parts[0];
    expect(taxable?.parts[0]?.parts.at(-1)?.amount).toBe(await taxedWages());
  });

  async function ownSlipOfLeaver(): Promise<PayStep> {
    await leaves('2027-10-30');
    return ownSlip();
  }
  /** Wage of the month up to the last day, and the leave that is paid out. */
  async function taxedWages(): Promise<number> {
    const { gross } = await slipOf();
    return gross - yuan(65_250 + 21_750);
  }

  test('what was resigned brings no severance, and a city without an average stops the run', async () => {
    await leavesAfterOneSlip();
    await decide({ reason: 'resigned' });
    expect((await leavers())[0]?.lines.map(({ id }) => id)).toEqual(['unused_leave']);
    await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { city: 'wuhan' } });
    await decide({ reason: 'redundancy' }, 1);
    expect((await company.calculate()).data.blockers).toEqual([
      { person: expect.objectContaining({ id: PEOPLE.staff }), rule: 'no-average' },
    ]);
    await decide(
      { reason: 'redundancy', average: { year: 2025, monthly: yuan(5_000), source: '统计公报' } },
      2,
    );
    await company.calculate(MONTH, { again: true });
    // Three times 5,000 counts for each of the three years, at most; who locks is told that it is of nobody's notice.
    const byHand = {
      code: 'average-by-hand',
      inputs: [
        { name: 'average_wage', kind: 'money', value: yuan(5_000) },
        { name: 'average_year', kind: 'text', value: { 'zh-CN': '2025', en: '2025' } },
        { name: 'average_source', kind: 'text', value: { 'zh-CN': '统计公报', en: '统计公报' } },
      ],
      rule: null,
    };
    expect((await slipOf()).warnings).toContainEqual(byHand);
    expect((await leavers())[0]?.warnings).toContainEqual(byHand);
    expect(await lineOf('earnings/severance')).toBe(yuan(45_000));
  });

  test('in a shipped city without an average it stops the run by name, until payroll has entered one of the city', async () => {
    await leavesAfterOneSlip();
    await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { city: 'chengdu' } });
    await decide({ reason: 'redundancy' });
    const [before] = await leavers();
    expect(before?.warnings.map(({ code }) => code)).toContain('no-average');
    expect((await company.calculate()).data.blockers).toEqual([
      { person: expect.objectContaining({ id: PEOPLE.staff }), rule: 'no-average' },
    ]);
    expect((await company.lock()).error?.data).toMatchObject({ rule: 'blocked' });
    const average = { year: 2025, month: yuan(5_000), publishedOn: '2026-08-01', source: '通知' };
    const settings = { choices: [], limits: [], rates: [], averages: [average] };
    const input = { city: 'chengdu', settings, expectedVersion: 0 };
    expect((await company.pay('payroll', 'saveInsuranceProfile', input)).error).toBeUndefined();
    expect((await leavers())[0]?.warnings).toEqual([]);
    await company.calculate(MONTH, { again: true });
    // Three times 5,000 for each of three years; one published after the pay day would not count.
    expect(await lineOf('earnings/severance')).toBe(yuan(45_000));
    const late = { ...average, publishedOn: '2026-11-11' };
    await company.pay('payroll', 'saveInsuranceProfile', {
      ...{ city: 'chengdu', settings: { ...settings, averages: [late] }, expectedVersion: 1 },
    });
    expect((await company.calculate(MONTH, { again: true })).data.blockers).toMatchObject([
      { rule: 'no-average' },
    ]);
  });

  test('an average that was not read in a notice is told to be confirmed, in the preview and in the run', async () => {
    await leavesAfterOneSlip();
    await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { city: 'shenzhen' } });
    await decide({ reason: 'redundancy' });
    const told = (warnings: readonly { code: string; rule: { id: string } | null }[]) =>
      warnings.filter(({ rule }) => rule?.id === 'cn.shenzhen.average').map(({ code }) => code);
    expect(told((await leavers())[0]?.warnings ?? [])).toEqual(['rule-unverified']);
    await company.calculate();
    expect(told((await slipOf()).warnings)).toEqual(['rule-unverified']);
  });

  test('whose last day is not in the month is refused, and an average of another time', async () => {
    expect((await decide({ reason: 'resigned' })).error).toEqual({
      code: 'ONE_OFF_REFUSED',
      data: { rule: 'not-leaving' },
    });
    await leaves();
    const late = { reason: 'expired', average: { year: 2026, monthly: yuan(5_000), source: 'x' } };
    expect((await decide(late)).error?.data).toEqual({ rule: 'average-year' });
    const average = (monthly: number) =>
      decide({ reason: 'expired', average: { year: 2025, monthly, source: 'x' } });
    // Shanghai's minimum wage of 2025, and fifty thousand yuan.
    const bounds = { rule: 'average', least: yuan(2_740), most: yuan(50_000) };
    for (const monthly of [1, bounds.least - 1, bounds.most + 1])
      expect((await average(monthly)).error).toEqual({ code: 'ONE_OFF_REFUSED', data: bounds });
    const unsaid = { reason: 'expired', average: { year: 2025, monthly: yuan(5_000), source: ' ' } };
    expect((await decide(unsaid)).error?.code).toBe('INPUT_INVALID');
    expect((await average(bounds.least)).ok).toBe(true);
  });
});

describe('comp time that lapses', () => {
  const grant = {
    ...{ typeId: 'comp-time', at: 1, grantId: 'g1', requestId: 'r1', byId: null, note: '', basis: [] },
    ...{ kind: 'grant', minutes: 480, validFrom: '2026-07-20', expiresOn: '2026-10-20' },
  };
  const lapsed = {
    rev: 1,
    spans: {},
    entries: {
      g1: grant,
      'g1-expire-0': { ...grant, kind: 'expire', minutes: -240, validFrom: null, expiresOn: null },
    },
  };

  test('is paid with the month in which it ends, or warned about by the choice of the company', async () => {
    await company.db.insertMany('accounts', [{ _id: PEOPLE.staff, ...lapsed }]);
    await company.calculate();
    // Half a day at 200 %.
    expect((await slipOf()).gross).toBe(yuan(21_750 + 1_000));
    const { data } = await company.act(openidOf('hr2'), 'requests.companyRules', {});
    const rules = { ...data.rules, lapsedPaid: { annual: true, compTime: false } };
    const saved = { rules, expectedVersion: data.version };
    expect((await company.act(openidOf('hr2'), 'requests.saveCompanyRules', saved)).error).toBeUndefined();
    company.clock.advance(120_000);
    await company.calculate(MONTH, { again: true });
    expect(await slipOf()).toMatchObject({
      gross: yuan(21_750),
      warnings: expect.arrayContaining([
        expect.objectContaining({
          code: 'leave-lapsed',
          inputs: [{ name: 'days', kind: 'days', value: '1/2' }],
        }),
      ]),
    });
  });
});

describe('insurance and fund that change for months that are paid', () => {
  const entry = (from: string, base: number) => ({
    ...{ employeeId: PEOPLE.staff, from, insurance: yuan(base), fund: yuan(base) },
    ...{ isLocal: false, isPensioner: false },
  });
  const pay = async (month: string, paidOn: string) => {
    await company.pay('payroll', 'calculatePay', { month, paidOn });
    await company.lock(month);
  };

  test('come as differences of each month with the next run, once, and stand in the record', async () => {
    await company.pay('payroll', 'saveBases', { entries: [entry('2026-07', 20_000)] });
    await pay('2026-08', '2026-09-10');
    await pay('2026-09', '2026-10-10');
    await company.pay('payroll', 'saveBases', { entries: [{ ...entry('2026-08', 22_000), rev: 1 }] });
    await company.calculate();
    // 8 % + 2 % + 0.5 % of 2,000 and 5 % for the fund, of two months.
    const net = await ownSlip();
    const contributions = net.parts.find(({ id }) => id === 'contributions');
    const differences = contributions?.parts.find(({ id }) => id === 'contributionDifferences');
    expect(differences?.parts.map(({ id, amount }) => [id, amount])).toEqual([
      ['2026-08', yuan(-310)],
      ['2026-09', yuan(-310)],
    ]);
    expect(differences?.parts[0]?.parts[0]).toMatchObject({ id: 'pension', formula: 'insurance.difference' });
    expect(contributions?.amount).toBe(yuan(-(22_000 * 0.155 + 620)));

    const asked = { year: 2026, opening: await opening() };
    const { data } = await company.pay('staff', 'ownContributions', asked);
    const record = data.months.find((each: { month: string }) => each.month === MONTH);
    expect(record.lines.filter((line: { of?: string }) => line.of === '2026-08')).toContainEqual({
      ...{ kind: 'pension', of: '2026-08', base: yuan(22_000), employee: yuan(160), employer: yuan(320) },
    });

    company.clock.set(Date.parse('2026-12-05T09:00:00+08:00'));
    await company.pay('payroll', 'calculatePay', { month: '2026-11', paidOn: '2026-12-10' });
    const { data: preview } = await company.pay('payroll', 'previewPay', { month: '2026-11' });
    const november = (preview.items as PayPreview[]).find(({ person }) => person.id === PEOPLE.staff);
    expect(november?.changes).toContainEqual(
      expect.objectContaining({ line: 'contributions/contributionDifferences', now: 0 }),
    );
  });
});

describe('sick days in Shanghai around 15 August 2026', () => {
  const name = { 'zh-CN': '病假', en: 'Sick leave' };
  const annual = { 'zh-CN': '年休假', en: 'Annual leave' };
  const days = (...on: string[]) => on.map((day) => ({ day, minutes: 480 }));

  test('are paid by the ladder until then and by the floor afterwards, whatever other leave lies between', async () => {
    const leave = [
      {
        typeId: 'annual',
        name: annual,
        paidShare: 100,
        minutes: 960,
        statutoryDays: 0,
        days: days('2026-08-12', '2026-08-13'),
      },
      {
        typeId: 'sick',
        name,
        paidShare: 70,
        minutes: 960,
        statutoryDays: 0,
        days: days('2026-08-14', '2026-08-17'),
      },
    ];
    const { _id, ...month } = settledMonth(PEOPLE.staff, '2026-08', { leave });
    await company.db.updateMany('settled_months', { _id }, { $set: month });
    await company.pay('payroll', 'calculatePay', { month: '2026-08', paidOn: '2026-09-10' });
    const net = await ownSlip('2026-08');
    const sick = net.parts.find(({ id }) => id === 'deductions')?.parts.find(({ id }) => id === 'sick');
    // Two years and seven months here: 70 % of 1,000 on the 14th; 80 % of 2,740 / 21.75 on the 17th.
    expect(sick?.parts[0]?.parts).toMatchObject([
      { id: '2026-08-14', amount: yuan(700), formula: 'sickPay.share', rule: { until: '2026-08-15' } },
      { id: '2026-08-17', amount: yuan(100.78), formula: 'sickPay.floor', rule: { id: 'cn.sickPay' } },
    ]);
    expect(sick?.amount).toBe(yuan(-(2_000 - 700 - 100.78)));
  });

  test('in a city without a rule are paid by the leave type, with a warning', async () => {
    await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { city: 'wuhan' } });
    const leave = [
      { typeId: 'sick', name, paidShare: 60, minutes: 480, statutoryDays: 0, days: days('2026-10-12') },
    ];
    const { _id, ...month } = settledMonth(PEOPLE.staff, MONTH, { leave });
    await company.db.updateMany('settled_months', { _id }, { $set: month });
    await company.calculate();
    const slip = await slipOf();
    expect(slip.gross).toBe(yuan(21_750 - 400));
    expect(slip.warnings.map(({ code }) => code)).toContain('no-sick-rule');
  });
});

test('V36: a private pension is deducted with its voucher, 12,000 a year at most, also when it comes late', async () => {
  const facts = { monthsDeclared: 0, hadOtherPayer: false, incomeBefore: 0, hadIncomeThisYear: false };
  const draft = { kind: 'resident', allowance: 'first-job', carryIn: null, bonusTaxedOn: null };
  const save = (pension: object[], version = 0) =>
    company.pay('payroll', 'saveTaxYear', {
      ...{ employeeId: PEOPLE.staff, year: 2026, version, facts },
      draft: { ...draft, allowance: 'monthly', pension },
    });
  const over = [
    { month: '2026-08', amount: yuan(8_000) },
    { month: '2026-09', amount: yuan(4_000.01) },
  ];
  expect((await save(over)).error?.data).toEqual({ path: 'draft.pension.1.amount', rule: 'pension-limit' });
  expect((await save([{ month: '2026-08', amount: yuan(8_000) }])).ok).toBe(true);
  const otherIn = async (month: string, paidOn: string) => {
    await company.pay('payroll', 'calculatePay', { month, paidOn, again: true });
    await company.lock(month);
    await company.publish(month);
    const { data: slip } = await company.pay('staff', 'payslip', { month, opening: await opening() });
    const wages = (slip.net as PayStep).parts.find(({ id }) => id === 'tax.wages');
    const other = wages?.parts[0]?.parts.find(({ id }) => id === 'less.other')?.parts[0];
    return other?.parts.map(({ amount }) => amount);
  };
  expect(await otherIn('2026-08', '2026-09-10')).toEqual([0, yuan(8_000)]);
  // The voucher of September comes in October.
  expect(await otherIn('2026-09', '2026-10-10')).toEqual([yuan(8_000), 0]);
  await save([...over.slice(0, 1), { month: '2026-09', amount: yuan(4_000) }], 1);
  expect(await otherIn(MONTH, PAY_DAY)).toEqual([yuan(8_000), yuan(4_000)]);
});
