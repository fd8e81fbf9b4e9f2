import fc from 'fast-check';
import type { Day, Exact, Month } from '#contracts/common';
import type { Fen, PayStep, SlipRules, TaxableMonth } from '#contracts/pay';
import type { PayItem } from '#contracts/pay-item';
import { NOTHING_APART } from '../../../../cloudfunctions/payroll/domain/apart-pay';
import { computeSlip } from '../../../../cloudfunctions/payroll/domain/compute-slip';
import type { ComputedSlip } from '../../../../cloudfunctions/payroll/domain/computed-slip';
import type { SlipInput } from '../../../../cloudfunctions/payroll/domain/slip-input';
import { compileItems } from '../../../../cloudfunctions/salaries/rules';
import { ratio } from '../../../../cloudfunctions/shared/figures/ratio';

const fen = (yuan: number) => Math.round(yuan * 100) as Fen;
const step = (id: string, amount: number): PayStep => ({
  ...{ id, amount: amount as Fen, formula: 'test', inputs: [], rule: null, parts: [] },
});

/** Contributions and tax as given; what tax is asked is kept. */
function rulesOf({ contributions = 0, tax = 0, employer = 0 } = {}) {
  const asked: TaxableMonth[] = [];
  const minimum: { gross: Fen; contributions: Fen }[] = [];
  const rules: SlipRules = {
    contribute: () => ({
      ...{
        employee: step('contributions', contributions),
        employer: step('insurance', employer),
        warnings: [],
      },
    }),
    withhold: (month) => {
      asked.push(month);
      return { tax: step('tax', tax), warnings: [] };
    },
    sickPay: ({ wage, leave }) => ({
      paid: step('sick.paid', Math.round((wage * ((leave[0]?.minutes ?? 0) / 480) * 0.7) / 21.75)),
      warnings: [],
    }),
    checkMinimum: (pay) => {
      minimum.push(pay);
      return [];
    },
  };
  return { rules, asked, minimum };
}

const item = (id: string, formula: string, more: Partial<PayItem> = {}): PayItem => ({
  ...{ id, formula, condition: '', name: { 'zh-CN': id, en: id } },
  ...{ kind: 'earning', isTaxable: true, isInsurable: true, isInMinimum: false, ...more },
});

function inputOf(more: Partial<SlipInput> = {}, wage = 10_000): SlipInput {
  return {
    ...{ month: '2026-10' as Month, itemsFrom: '2026-01-01' as Day, items: [] },
    salary: {
      ...{ method: '21.75', dueDays: 20, fullWage: fen(wage), overtimeBase: fen(wage), entered: {} },
      parts: [{ wage: fen(wage), days: 20 }],
    },
    time: { overtime: [], leave: [], attendedDays: 20, absentDays: 0 },
    ...{ serviceMonths: 12, bonus: null, paidOut: [], differences: [], carried: [], rules: rulesOf().rules },
    ...{ apart: NOTHING_APART, warnings: [] },
    ...more,
  };
}

/** Every sum is the sum of its parts, everywhere in the tree. */
function requireSums(root: PayStep): void {
  if (root.formula === null)
    expect(root.amount).toBe(root.parts.reduce((sum, { amount }) => sum + amount, 0));
  const ids = root.parts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  root.parts.forEach(requireSums);
}

function requireBalanced({ totals, net, employer }: ComputedSlip): void {
  const { gross, contributions, tax, deductions, repaid } = totals;
  expect(net.amount).toBe(totals.net);
  expect(totals.net).toBe(Math.max(0, gross - contributions - tax - deductions - repaid));
  requireSums(net);
  requireSums(employer);
}

test('unpaid leave, overtime on a statutory day, an allowance and a deduction after tax come together', () => {
  const { rules, asked, minimum } = rulesOf({ contributions: 105_000, tax: 12_345, employer: 300_000 });
  const name = { 'zh-CN': '事假', en: 'Personal leave' };
  const input = inputOf({
    rules,
    items: compileItems([
      item('meals', 'attended_days * 15', { isTaxable: false, isInsurable: false }),
      item('dorm', 'entered', { kind: 'deduction', isTaxable: false }),
      item('union_fee', 'wage * 0.02', { kind: 'employer' }),
      item('post', 'entered + meals / 10'),
    ]),
    salary: { ...inputOf().salary, entered: { dorm: fen(300), post: fen(500) } },
    time: {
      overtime: [{ payClass: 300, compensation: 'pay', minutes: 480 }],
      leave: [{ typeId: 'personal', name, paidShare: 0, minutes: 960, statutoryDays: 0 }],
      ...{ attendedDays: 18, absentDays: 0 },
    },
  });
  const slip = computeSlip(input);
  requireBalanced(slip);
  // 10,000 + 3 x 10,000 / 21.75 + 527 - 2 x 10,000 / 21.75 taxed, and 270 of meals that are not
  expect(asked).toEqual([
    { income: 1_000_000 + 137_931 + 52_700 - 91_954, exempt: 27_000, contributions: 105_000 },
  ]);
  expect(slip.totals).toEqual({
    ...{ gross: 1_125_677, income: 1_098_677, exempt: 27_000, insurable: 1_098_677 },
    ...{
      contributions: 105_000,
      tax: 12_345,
      deductions: 30_000,
      repaid: 0,
      net: 978_332,
      employer: 320_000,
    },
    ...{ bonus: 0, bonusTax: 0, severance: 0, severanceTax: 0 },
  });
  // Somebody with unpaid days may be paid less than a month's minimum.
  expect(minimum).toEqual([]);
});

test('a minimum wage is compared with the wage and what counts for it, of a whole month', () => {
  const { rules, minimum } = rulesOf({ contributions: 50_000 });
  const items = compileItems([item('post', '500', { isInMinimum: true }), item('night', '300')]);
  computeSlip(inputOf({ rules, items }, 2_000));
  expect(minimum).toEqual([{ gross: fen(2_500), contributions: 50_000 }]);
});

test('an item whose condition does not hold is no line, and those that read it read 0', () => {
  const items = compileItems([
    item('heat', '300', { condition: 'month >= 6 && month <= 9' }),
    item('double', 'heat * 2 + 1'),
  ]);
  const linesIn = (month: string) => {
    const { net } = computeSlip(inputOf({ items, month: month as Month }));
    return net.parts[0]?.parts.slice(1).map(({ id, amount }) => [id, amount]);
  };
  expect(linesIn('2026-05')).toEqual([['double', 100]]);
  expect(linesIn('2026-06')).toEqual([
    ['heat', 30_000],
    ['double', 60_100],
  ]);
});

test('the bonus of a grade opens down to grade and rule', () => {
  const bonus = {
    rate: ratio(15),
    inputs: [{ name: 'grade', kind: 'text', value: { 'zh-CN': 'A', en: 'A' } } as const],
    rule: { id: 'company.bonus', from: '2026-01-01' as Day, until: null, source: '公司制度' },
  };
  const items = compileItems([item('grade_bonus', 'full_wage * bonus_rate / 100')]);
  const { net } = computeSlip(inputOf({ items, bonus }));
  const line = net.parts[0]?.parts[1];
  expect(line).toMatchObject({ id: 'grade_bonus', amount: fen(1_500), rule: bonus.rule });
  expect(line?.inputs).toEqual([
    {
      name: 'formula',
      kind: 'text',
      value: { 'zh-CN': 'full_wage * bonus_rate / 100', en: 'full_wage * bonus_rate / 100' },
    },
    { name: 'full_wage', kind: 'money', value: fen(10_000) },
    { name: 'bonus_rate', kind: 'number', value: '15' as Exact },
    bonus.inputs[0],
  ]);
});

describe('a net below zero', () => {
  const { rules } = rulesOf({ contributions: fen(1_200) });
  const poor = (more: Partial<SlipInput> = {}) => computeSlip(inputOf({ rules, ...more }, 1_000));

  test('is not paid but carried, once, and warned about', () => {
    const slip = poor({ carried: [{ month: '2026-09' as Month, amount: fen(50) }] });
    expect(slip.totals).toMatchObject({ net: 0, repaid: 0 });
    expect(slip.carried).toEqual([
      { month: '2026-09', amount: fen(50) },
      { month: '2026-10', amount: fen(200) },
    ]);
    expect(slip.warnings).toEqual([
      { code: 'negative-net', inputs: [{ name: 'carried_on', kind: 'money', value: fen(200) }], rule: null },
    ]);
  });

  test('is paid back by the months after it, the earliest first, until nothing is left', () => {
    const carried = [
      { month: '2026-08' as Month, amount: fen(500) },
      { month: '2026-09' as Month, amount: fen(400) },
    ];
    const first = computeSlip(inputOf({ carried, rules: rulesOf({ contributions: fen(9_400) }).rules }));
    requireBalanced(first);
    expect(first.totals).toMatchObject({ repaid: fen(600), net: 0 });
    expect(first.carried).toEqual([{ month: '2026-09', amount: fen(300) }]);
    const second = computeSlip(inputOf({ carried: first.carried }));
    requireBalanced(second);
    expect(second.totals).toMatchObject({ repaid: fen(300), net: fen(9_700) });
    expect(second.carried).toEqual([]);
  });
});

test('absence takes no more than the wage of who joined within the month', () => {
  const salary = { ...inputOf().salary, parts: [{ wage: fen(10_000), days: 3 }], dueDays: 23 };
  const slip = computeSlip(inputOf({ salary, time: { ...inputOf().time, absentDays: 3 } }));
  requireBalanced(slip);
  expect(slip.totals).toMatchObject({ gross: 0, net: 0 });
  expect(slip.carried).toEqual([]);
});

test('any month balances, and the same input gives the same bytes', () => {
  const month = fc.record({
    wage: fc.integer({ min: 0, max: 80_000 }),
    days: fc.integer({ min: 0, max: 22 }),
    overtime: fc.integer({ min: 0, max: 3_000 }),
    absent: fc.integer({ min: 0, max: 44 }),
    contributions: fc.integer({ min: 0, max: 500_000 }),
    tax: fc.integer({ min: 0, max: 500_000 }),
    difference: fc.integer({ min: -200_000, max: 200_000 }),
    carried: fc.array(fc.integer({ min: 1, max: 300_000 }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(month, ({ wage, days, overtime, absent, difference, carried, ...amounts }) => {
      const make = () =>
        computeSlip(
          inputOf({
            rules: rulesOf(amounts).rules,
            items: compileItems([item('a', 'wage / 3'), item('b', 'round(a / 7)', { kind: 'deduction' })]),
            salary: {
              ...{
                method: 'workdays',
                dueDays: 22,
                fullWage: fen(wage),
                overtimeBase: fen(wage),
                entered: {},
              },
              parts: days > 0 ? [{ wage: fen(wage), days }] : [],
            },
            time: {
              ...{ leave: [], attendedDays: 0, absentDays: absent / 2 },
              overtime: [{ payClass: 150, compensation: 'pay', minutes: overtime }],
            },
            differences: [step('difference.2026-09', difference)],
            carried: carried.map((amount, index) => ({
              month: `2026-0${index + 1}` as Month,
              amount: amount as Fen,
            })),
          }),
        );
      const slip = make();
      requireBalanced(slip);
      expect(JSON.stringify(make())).toBe(JSON.stringify(slip));
      const before = carried.reduce((sum, each) => sum + each, 0);
      const after = slip.carried.reduce((sum, { amount }) => sum + amount, 0);
      const { gross, contributions, tax, deductions } = slip.totals;
      // Whatever is not paid stays owed: nothing is counted twice or lost.
      expect(slip.totals.net - (after - before)).toBe(gross - contributions - tax - deductions);
    }),
    { numRuns: 300 },
  );
});
