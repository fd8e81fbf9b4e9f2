import type { Day, Month } from '#contracts/common';
import type { PayInput, PayStep } from '#contracts/pay';
import type { DeductionDetail } from '#contracts/tax';
import {
  bonusChoice,
  bonusTax,
  countedMonths,
  deductionsInMonth,
  earlyRetirementTax,
  equityTax,
  expectedBase,
  labourFeeTax,
  nonResidentBonusTax,
  severanceTax,
  specialThrough,
  TAX_FORMULAS,
  TAX_INPUTS,
  withholdNonResident,
  withholdStudent,
  withholdWages,
} from '../../../../cloudfunctions/tax/rules';
import { NOTHING, stepsOf, yuan } from './support';

const PAID = '2026-03-10' as Day;
const MARCH = '2026-03' as Month;
const rent: DeductionDetail = { kind: 'rent', city: '上海', size: 'major' };
const entry = { id: 'D1', detail: rent, from: '2026-01' as Month, until: null, confirmedYear: 2026 };
const months = countedMonths([{ from: '2026-01-05' as Day, until: null }], [], MARCH);
const special = specialThrough([entry], months);
const none = { income: yuan(0), exempt: yuan(0), withheld: yuan(0), amount: yuan(0) };
const averages = [{ year: 2025, monthly: yuan(12_577), publishedOn: '2026-01-01' as Day }];
const bonus = { bonus: yuan(37_000), paidOn: PAID, earlier: [] };

const wages = (allowance: 'monthly' | 'first-job' | 'sixty-thousand'): PayStep =>
  withholdWages({
    ...{ paidOn: PAID, before: { ...NOTHING, withheld: yuan(9_000) }, monthsHere: months.length },
    ...{ allowance, special, now: { ...NOTHING, income: yuan(20_000), relief: yuan(1) } },
  }).tax;

const trees: readonly PayStep[] = [
  wages('monthly'),
  wages('first-job'),
  wages('sixty-thousand'),
  withholdStudent({ paidOn: PAID, before: none, income: yuan(9_000), monthsHere: 1 }),
  withholdNonResident({ paidOn: PAID, before: none, now: { income: yuan(9_000), exempt: yuan(10) } }),
  labourFeeTax(yuan(5_000), PAID),
  bonusTax(bonus).tax,
  nonResidentBonusTax(bonus),
  severanceTax({ before: none, amount: yuan(600_000), paidOn: PAID, averages }),
  equityTax({ paidOn: PAID, before: none, income: yuan(100_000) }),
  earlyRetirementTax(yuan(900_000), 6, PAID),
];
const steps = trees.flatMap(stepsOf);
const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

test('the lists of formulas and figures hold those that steps name, and no others', () => {
  const inputs: readonly PayInput[] = [
    ...steps.flatMap((each) => each.inputs),
    ...bonusTax(bonus).warnings.flatMap((each) => each.inputs),
  ];
  expect(sorted(steps.flatMap(({ formula }) => formula ?? []))).toEqual([...TAX_FORMULAS]);
  expect(sorted(inputs.map(({ name }) => name))).toEqual([...TAX_INPUTS]);
});

test('each step that a formula made rests on a rule with its source, or on parts that do', () => {
  for (const each of steps) {
    if (each.formula === null) continue;
    expect(
      stepsOf(each).some(({ rule }) => rule !== null && rule.source !== '') || each.formula === 'tax.less',
    ).toBe(true);
  }
});

test('what slips and pages ask beside the tax', () => {
  expect(deductionsInMonth([entry], MARCH).map(({ amount }) => amount)).toEqual([yuan(1_500)]);
  const base = expectedBase(yuan(9_000), yuan(3_000), PAID);
  expect(bonusChoice({ bonus: yuan(1_000), paidOn: PAID, base, earlier: [], kind: 'resident' }).cheaper).toBe(
    'separate',
  );
});
