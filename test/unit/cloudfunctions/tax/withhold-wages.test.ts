import type { Day, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import { ratio } from '../../../../cloudfunctions/shared/figures/ratio';
import { toFen } from '../../../../cloudfunctions/shared/figures/to-fen';
import { checkAllowance } from '../../../../cloudfunctions/tax/domain/check-allowance';
import { countedMonths } from '../../../../cloudfunctions/tax/domain/counted-months';
import { labourFeeTax } from '../../../../cloudfunctions/tax/domain/labour-fee';
import { ANNUAL, LABOUR, MONTHLY } from '../../../../cloudfunctions/tax/domain/packs/tables';
import { taxInBand, taxOn } from '../../../../cloudfunctions/tax/domain/tax-on';
import { withholdNonResident } from '../../../../cloudfunctions/tax/domain/withhold-non-resident';
import { withholdStudent } from '../../../../cloudfunctions/tax/domain/withhold-student';
import { withholdWages } from '../../../../cloudfunctions/tax/domain/withhold-wages';
import { expectRefusal } from '../support/appraisal';
import { NO_SPECIAL, NOTHING, pay, stepsOf, times, yearOf, yuan } from './support';

const ofAnnual = (amount: number): number => toFen(taxOn(ANNUAL[0]?.value ?? [], ratio(yuan(amount)))) / 100;

test.each([
  ['V01', times(12, { gross: 10_000, soc: 1_500, add: 1_000 }), Array(12).fill(75)],
  [
    'V02',
    times(12, { gross: 30_000, soc: 4_500 }),
    [615, 965, ...Array(5).fill(2_050), 4_050, ...Array(4).fill(4_100)],
  ],
  [
    'V03',
    times(12, { gross: 30_000, soc: 4_500, add: 2_000 }),
    [555, 625, ...Array(5).fill(1_850), 2_250, ...Array(4).fill(3_700)],
  ],
  ['V04', times(12, { gross: 20_000, soc: 3_000 }), [360, 360, 360, ...Array(9).fill(1_200)]],
  ['V05', times(12, { gross: 10_000, soc: 2_250, add: 1_000 }), Array(12).fill(52.5)],
  ['V07', times(12, { gross: 10_000, soc: 2_200, add: 1_000 }), Array(12).fill(54)],
  [
    'V08',
    times(12, { gross: 30_000, soc: 4_000 }),
    [630, 1_050, ...Array(4).fill(2_100), 2_400, ...Array(5).fill(4_200)],
  ],
  [
    'V09',
    times(12, { gross: 25_000, soc: 5_625, add: 3_500 }),
    [326.25, 326.25, 326.25, 851.25, ...Array(8).fill(1_087.5)],
  ],
  ['V11', [{ gross: 8_000 }], [90]],
  ['V12', [{ gross: 8_000 }, { gross: 15_000 }], [90, 300]],
  ['V13', [{ gross: 12_000, add: 3_000 }], [120]],
  ['V16', [{ gross: 2_000 }, { gross: 30_000, soc: 4_500 }], [0, 525]],
  ['V38', [{ gross: 47_527.71, soc: 6_527.71 }], [1_080]],
  ['V52', [{ gross: 10_000 }], [150]],
  ['V82', [{ gross: 10_300, soc: 1_750 }], [106.5]],
])('%s: each month withholds what the year so far asks for', (_, months, expected) => {
  expect(yearOf(months)).toEqual(expected);
});

test.each([
  [36_000, 1_080],
  [36_001, 1_080.1],
  [144_000, 11_880],
  [300_000, 43_080],
  [420_000, 73_080],
  [660_000, 145_080],
  [960_000, 250_080],
  [1_000_000, 268_080],
  [5_000_000, 2_068_080],
])('V37: the tax on %s yuan is %s', (amount, tax) => {
  expect(ofAnnual(amount)).toBe(tax);
});

test.each([
  ['annual', ANNUAL],
  ['monthly', MONTHLY],
  ['labour', LABOUR],
])('in the %s table both bands give the same tax at every edge, and rates rise', (_, versions) => {
  for (const { value: table } of versions) {
    table.forEach((band, index) => {
      const next = table[index + 1];
      expect(band.upTo === null).toBe(next === undefined);
      if (!next || band.upTo === null) return;
      const edge = ratio(band.upTo);
      expect(taxInBand(band, edge)).toEqual(taxInBand(next, edge));
      expect(next.percent).toBeGreaterThan(band.percent);
    });
  }
});

test('the monthly table is a twelfth of the annual one', () => {
  const [annual, monthly] = [ANNUAL[0]?.value, MONTHLY[0]?.value];
  const yearly = monthly?.map(({ upTo, percent, quick }) => ({
    ...{ upTo: upTo === null ? null : upTo * 12, percent, quick: quick * 12 },
  }));
  expect(yearly).toEqual(annual);
});

describe('a balance below zero', () => {
  test('V17: withholds nothing, keeps the credit, and what was withheld stays as it is', () => {
    const before = { ...NOTHING, withheld: yuan(100) };
    const { tax, credit } = pay({ month: 2, monthsHere: 2, before, now: NOTHING });
    expect(tax.amount).toBe(0);
    expect(credit).toBe(yuan(100));
    expect(tax.inputs).toContainEqual({ name: 'tax.withheld', kind: 'money', value: yuan(100) });
    expect(tax.inputs).toContainEqual({ name: 'tax.credit', kind: 'money', value: yuan(100) });
  });

  test('and when income rises again the credit is used: nothing was lost in the month without tax', () => {
    // January too much, February hardly anything, March a usual wage.
    expect(yearOf([{ gross: 20_000 }, { gross: 1_000 }, { gross: 20_000 }])).toEqual([450, 0, 330]);
    const whole = pay({ month: 3, monthsHere: 3, now: { ...NOTHING, income: yuan(41_000) } });
    expect(whole.tax.amount).toBe(yuan(780));
  });

  test('relief reduces the tax and never makes it negative', () => {
    const now = { ...NOTHING, income: yuan(15_000), relief: yuan(120) };
    expect(pay({ month: 1, now }).tax.amount).toBe(yuan(180));
    expect(pay({ month: 1, now: { ...now, relief: yuan(500) } }).tax.amount).toBe(0);
    expect(pay({ month: 1, now: { ...now, relief: yuan(500) } }).credit).toBe(yuan(200));
  });

  test('exempt income and other deductions are not taxed', () => {
    const now = { ...NOTHING, income: yuan(16_000), exempt: yuan(500), other: yuan(1_000) };
    expect(pay({ month: 1, now }).tax.amount).toBe(yuan(285));
  });
});

describe('who comes during the year', () => {
  test('V18: months are counted here, so July is taxed as a January', () => {
    expect(yearOf([{ gross: 30_000, soc: 4_500 }], { first: 7 })).toEqual([615]);
  });

  test('V19: with the first wage of the year the months since January count', () => {
    const months = times(6, { gross: 20_000, soc: 3_500 });
    expect(yearOf(months, { first: 7, allowance: 'first-job' })).toEqual([0, 0, 135, 345, 345, 555]);
  });

  test('V20: without it they do not', () => {
    const months = times(6, { gross: 20_000, soc: 3_500 });
    expect(yearOf(months, { first: 7 })).toEqual([345, 345, 345, 1_045, 1_150, 1_150]);
  });

  test('V34: in March the allowance is 15,000 at once', () => {
    const { tax, taxable } = pay({
      month: 3,
      now: { ...NOTHING, income: yuan(20_000) },
      allowance: 'first-job',
    });
    expect(taxable).toBe(yuan(5_000));
    expect(tax.amount).toBe(yuan(150));
  });

  test('V23, V24: the 60,000 of the year are deducted from January on', () => {
    expect(yearOf([{ gross: 10_000, soc: 1_750 }], { allowance: 'sixty-thousand' })).toEqual([0]);
    const months = times(12, { gross: 10_000, soc: 2_000 });
    expect(yearOf(months, { allowance: 'sixty-thousand' })).toEqual([
      ...Array(7).fill(0),
      120,
      ...Array(4).fill(240),
    ]);
    expect(yearOf(months)).toEqual(Array(12).fill(90));
  });

  const FITTING = {
    ...{ monthsDeclared: 12, hadOtherPayer: false, incomeBefore: yuan(60_000), hadIncomeThisYear: false },
  };
  test.each([
    ['sixty-thousand', { monthsDeclared: 11 }, 'months'],
    ['sixty-thousand', { hadOtherPayer: true }, 'other-payer'],
    ['sixty-thousand', { incomeBefore: 6_000_001 as Fen }, 'income'],
    ['first-job', { hadIncomeThisYear: true }, 'earlier-income'],
  ] as const)('V25, V26: %s is refused: %s', (kind, fact, rule) => {
    expect(() => checkAllowance(kind, FITTING)).not.toThrow();
    expect(() => checkAllowance('monthly', { ...FITTING, ...fact })).not.toThrow();
    expectRefusal(() => checkAllowance(kind, { ...FITTING, ...fact }), 'ALLOWANCE_REFUSED', { rule });
  });

  test.each([
    ['all year', [['2020-03-01', null]], [], '2026-03', 3],
    ['since the tenth of July', [['2026-07-10', null]], [], '2026-09', 3],
    [
      'left in March, paid in April',
      [['2020-03-01', '2026-03-13']],
      ['2026-01', '2026-02', '2026-03'],
      '2026-04',
      4,
    ],
    ['left in March, a bonus in November', [['2020-03-01', '2026-03-13']], ['2026-03'], '2026-11', 4],
    ['left in December, paid in January', [['2020-03-01', '2025-12-31']], [], '2026-01', 1],
    [
      'left and came back in the same month',
      [
        ['2025-01-01', '2026-03-02'],
        ['2026-03-30', null],
      ],
      [],
      '2026-05',
      5,
    ],
    [
      'left in March, came back in September',
      [
        ['2025-01-01', '2026-03-02'],
        ['2026-09-01', null],
      ],
      [],
      '2026-10',
      5,
    ],
    ['paid in advance', [['2026-07-01', null]], [], '2026-06', 1],
  ] as const)('months here: %s', (_, spans, paid, month, count) => {
    const employed = spans.map(([from, until]) => ({ from: from as Day, until: until as Day | null }));
    expect(countedMonths(employed, paid as unknown as Month[], month as Month)).toHaveLength(count);
  });
});

describe('other ways to be taxed', () => {
  const student = (income: number, before = { income: yuan(0), withheld: yuan(0) }, monthsHere = 1) =>
    withholdStudent({ paidOn: '2026-01-10' as Day, before, income: yuan(income), monthsHere }).amount / 100;

  test('V21, V22: students are taxed cumulatively on 80 %', () => {
    expect(student(3_000)).toBe(0);
    expect(student(10_000)).toBe(90);
    expect(student(2_000, { income: yuan(10_000), withheld: yuan(90) }, 2)).toBe(0);
    expect(student(12_500, { income: yuan(10_000), withheld: yuan(90) }, 2)).toBe(150);
  });

  test('V51: people who are not residents by the month, without deductions', () => {
    const month = (income: number, before = { income: yuan(0), exempt: yuan(0), withheld: yuan(0) }) =>
      withholdNonResident({
        paidOn: '2026-05-10' as Day,
        before,
        now: { income: yuan(income), exempt: yuan(0) },
      }).amount / 100;
    expect(month(9_000)).toBe(190);
    expect(month(30_000)).toBe(3_590);
    expect(month(4_000)).toBe(0);
    // Paid in two parts it comes to the same.
    expect(month(21_000, { income: yuan(9_000), exempt: yuan(0), withheld: yuan(190) })).toBe(3_400);
  });

  test.each([
    [10_000, 1_600],
    [50_000, 10_000],
    [3_000, 440],
    [4_000, 640],
    [800, 0],
    [500, 0],
  ])('V48: of a labour fee of %s are withheld %s', (fee, tax) => {
    expect(labourFeeTax(yuan(fee), '2026-05-10' as Day).amount).toBe(yuan(tax));
  });
});

test('a day before the law began is refused, and nothing is taken from another time', () => {
  const payment = {
    before: NOTHING,
    now: NOTHING,
    monthsHere: 1,
    allowance: 'monthly',
    special: NO_SPECIAL,
  } as const;
  expectRefusal(() => withholdWages({ ...payment, paidOn: '2018-12-31' as Day }), 'PAY_RULE_MISSING', {
    id: 'cn.tax.annual-table',
    from: '2019-01-01' as Day,
  });
  expectRefusal(
    () => withholdWages({ ...payment, paidOn: '2020-12-31' as Day, allowance: 'sixty-thousand' }),
    'PAY_RULE_MISSING',
    { id: 'cn.tax.sixty-thousand', from: '2021-01-01' as Day },
  );
});

test('the steps open down to what was entered, each sum is that of its parts, and each rule is named', () => {
  const before = { ...NOTHING, income: yuan(30_000), contributions: yuan(4_500), withheld: yuan(615) };
  const now = { ...NOTHING, income: yuan(30_000), contributions: yuan(4_500) };
  const { tax, taxable } = pay({ month: 2, monthsHere: 2, before, now });
  expect(tax.amount).toBe(yuan(965));
  expect(taxable).toBe(yuan(41_000));
  expect(tax.inputs).toEqual([
    { name: 'tax.taxable', kind: 'money', value: yuan(41_000) },
    { name: 'tax.rate', kind: 'percent', value: '10' },
    { name: 'tax.quick', kind: 'money', value: yuan(2_520) },
    { name: 'tax.withheld', kind: 'money', value: yuan(615) },
  ]);
  expect(tax.rule?.source).toContain('国家税务总局公告2018年第61号');
  for (const each of stepsOf(tax)) {
    const sum = each.parts.reduce((left, { amount }) => left + amount, 0);
    if (each.formula === null && each.parts.length > 0) expect(each.amount).toBe(sum);
    expect(new Set(each.parts.map(({ id }) => id)).size).toBe(each.parts.length);
  }
  expect(tax.parts[0]?.parts.map(({ id, amount }) => [id, amount / 100])).toEqual([
    ['income', 60_000],
    ['less.allowance', -10_000],
    ['less.contributions', -9_000],
  ]);
});
