import { readFileSync } from 'node:fs';
import path from 'node:path';
import { safeParse } from 'valibot';
import type { Day } from '#contracts/common';
import type { LeavingReason } from '#contracts/one-off-pay';
import type { Fen, PayStep, TaxableMonth } from '#contracts/pay';
import { computeSlip } from '../../../../cloudfunctions/payroll/domain/compute-slip';
import { NOTHING_ONCE, oneOffLines } from '../../../../cloudfunctions/payroll/domain/one-off-lines';
import type { SlipInput } from '../../../../cloudfunctions/payroll/domain/slip-input';
import { severancePay } from '../../../../cloudfunctions/salaries/domain/severance-pay';
import { unusedLeavePay } from '../../../../cloudfunctions/salaries/domain/time-paid-out';
import { ratio } from '../../../../cloudfunctions/shared/figures/ratio';
import { withholdWages } from '../../../../cloudfunctions/tax/domain/withhold-wages';
import { draft } from '../../../../cloudfunctions/tax/inputs/deduction';
import { NO_SPECIAL, NOTHING, yuan } from '../tax/support';

const day = (value: string) => value as Day;
const sum = (steps: readonly PayStep[]) => steps.reduce((total, { amount }) => total + amount, 0);

const leaving = (reason: LeavingReason, hiredOn: string, lastDay: string, more: object = {}) =>
  severancePay({
    ...{ reason, notice: 'given', hiredOn: day(hiredOn), lastDay: day(lastDay) },
    ...{ meanWage: yuan(10_000), lastWage: yuan(20_000), wageCap: yuan(37_731), ...more },
  });

test.each([
  ['3 years 5 months', '2023-01-10', '2026-06-09', 3.5],
  ['3 years 7 months', '2023-01-10', '2026-08-09', 4],
  ['three years and six months to the day', '2023-01-10', '2026-07-09', 4],
  ['a day less', '2023-01-10', '2026-07-08', 3.5],
  ['three years to the day', '2023-01-10', '2026-01-09', 3],
  ['3 months', '2026-01-10', '2026-04-09', 0.5],
  ['from 31 August, six months on 28 February', '2025-08-31', '2026-02-27', 1],
] as const)('V60: severance for %s', (_, hiredOn, lastDay, months) => {
  expect(sum(leaving('expired', hiredOn, lastDay).steps)).toBe(yuan(10_000 * months));
});

test('V61: a wage over three times the local average counts as that', () => {
  const { steps } = leaving('dismissed', '2025-10-13', '2026-03-13', { meanWage: yuan(43_500) });
  expect(steps).toMatchObject([{ amount: yuan(18_865.5), formula: 'severance.capped' }]);
});

test('the capped wage counts for twelve years, another one for all of them', () => {
  const [from, to] = ['2008-01-01', '2026-06-30'];
  expect(sum(leaving('redundancy', from, to, { meanWage: yuan(50_000) }).steps)).toBe(yuan(37_731 * 12));
  expect(sum(leaving('redundancy', from, to).steps)).toBe(yuan(10_000 * 19));
});

test('V65: who is dismissed without notice gets the wage of the month before', () => {
  const [from, to] = ['2026-01-10', '2026-04-09'];
  const paid = leaving('dismissed', from, to, { notice: 'paid' });
  expect(paid.steps.map(({ id, amount }) => [id, amount])).toEqual([
    ['severance', yuan(5_000)],
    ['notice_pay', yuan(20_000)],
  ]);
  // Only article 40 asks for it.
  expect(leaving('redundancy', from, to, { notice: 'paid' }).steps).toHaveLength(1);
});

test('the reason decides: nothing for who resigns, twice for a dismissal against the law', () => {
  const [from, to] = ['2024-01-01', '2025-12-31'];
  for (const reason of ['resigned', 'agreed-by-employee', 'dismissed-for-fault', 'expired-refused'] as const)
    expect(leaving(reason, from, to).steps).toEqual([]);
  expect(sum(leaving('agreed-by-company', from, to).steps)).toBe(yuan(20_000));
  expect(sum(leaving('unlawful', from, to).steps)).toBe(yuan(40_000));
});

test('service before 2008 and a missing average are said', () => {
  const { warnings } = leaving('expired', '2007-05-01', '2026-06-30', { wageCap: null });
  expect(warnings.map(({ code }) => code)).toEqual(['no-average', 'service-before-2008']);
});

test('V43: a bonus of 36,000 with the wage of January', () => {
  const paidOn = day('2026-01-10');
  const line = { formula: 'test', inputs: [], rule: null, parts: [] };
  const once = oneOffLines({
    ...{ person: { hiredOn: day('2024-01-01'), leftOn: null, city: 'shanghai' }, kind: 'resident' },
    ...{ paidOn, earlier: [], wage: yuan(20_000), overtimeBase: yuan(20_000) },
    facts: {
      ...NOTHING_ONCE,
      pay: { bonus: { amount: yuan(36_000), way: 'separate', basis: null }, leaving: null },
    },
  });
  const input = {
    ...{ month: '2026-01', itemsFrom: '2026-01-01', items: [], serviceMonths: 24, bonus: null },
    salary: {
      ...{ method: '21.75', dueDays: 22, fullWage: yuan(20_000), overtimeBase: yuan(20_000), entered: {} },
      parts: [{ wage: yuan(20_000), days: 22 }],
    },
    time: { overtime: [], leave: [], attendedDays: 22, absentDays: 0 },
    ...{ ...once, differences: [], carried: [] },
    rules: {
      contribute: () => ({
        employee: { id: 'contributions', amount: yuan(3_500), ...line },
        employer: { id: 'contributions', amount: 0 as Fen, ...line },
        warnings: [],
      }),
      withhold: ({ income, contributions }: TaxableMonth) => ({
        tax: withholdWages({
          ...{ paidOn, before: NOTHING, monthsHere: 1, allowance: 'monthly', special: NO_SPECIAL },
          now: { ...NOTHING, income, contributions },
        }).tax,
        warnings: [],
      }),
      sickPay: () => ({ paid: { id: 'sickPay', amount: 0 as Fen, ...line }, warnings: [] }),
      checkMinimum: () => [],
    },
  } as unknown as SlipInput;
  const { net, totals } = computeSlip(input);
  expect(net.parts.filter(({ id }) => id.startsWith('tax.')).map(({ id, amount }) => [id, amount])).toEqual([
    ['tax.wages', yuan(-345)],
    ['tax.bonus', yuan(-1_080)],
  ]);
  expect(net.amount).toBe(yuan(51_075));
  expect(totals).toMatchObject({ income: yuan(20_000), bonus: yuan(36_000), bonusTax: yuan(1_080) });
});

test('V35: what an illness costs is no deduction of the month: the annual settlement has it', () => {
  const illness = { kind: 'illness', amount: yuan(80_000) };
  expect(safeParse(draft.detail, illness).success).toBe(false);
});

test('V64: a day of unused leave at 43,500', () =>
  expect(unusedLeavePay(yuan(43_500), ratio(1)).amount).toBe(yuan(4_000)));

const TAX = 'tax/withhold-wages.test.ts';
const APART = 'tax/separate.test.ts';
const DEDUCTIONS = 'tax/deductions.test.ts';
const FLOORS = 'insurance/pay-floors.test.ts';
const INSURANCE = 'insurance/contributions-of.test.ts';
const MONTH = 'salaries/month-pay.test.ts';
const HERE = 'payroll/worked-cases.test.ts';
const SETTLEMENT = { leftOut: 'annual settlement of the employee, not withheld by an employer' };
const FEES = { leftOut: 'paid to people who are not employed: no line of a payslip' };

/** Every worked case of payroll: the test that has it, or why there is none. */
const CASES: Readonly<Record<string, string | { readonly leftOut: string }>> = {
  ...{ V01: TAX, V02: TAX, V03: TAX, V04: TAX, V05: TAX, V07: TAX, V08: TAX, V09: TAX, V11: TAX, V12: TAX },
  ...{ V13: TAX, V16: TAX, V17: TAX, V18: TAX, V19: TAX, V20: TAX, V21: TAX, V22: TAX, V23: TAX, V24: TAX },
  ...{ V25: TAX, V26: TAX, V27: DEDUCTIONS, V28: DEDUCTIONS, V29: DEDUCTIONS, V30: DEDUCTIONS },
  ...{ V31: DEDUCTIONS, V32: DEDUCTIONS, V33: DEDUCTIONS, V34: TAX, V35: HERE },
  ...{ V36: 'payroll/one-off.cloud.test.ts', V37: TAX, V38: TAX, V39: APART, V40: APART, V41: APART },
  ...{ V43: HERE, V45: APART, V46: APART, V47: APART, V48: TAX, V49: FEES, V50: FEES, V51: TAX, V52: TAX },
  ...{ V53: APART, V54: APART, V55: { leftOut: 'a payment after leaving that the contract names' } },
  V56: { leftOut: 'a deduction for damages is an item of the company, whose formula names its limit' },
  ...{ V57: APART, V59: APART, V60: HERE, V61: HERE, V64: MONTH, V65: HERE, V67: MONTH, V68: MONTH },
  ...{ V72: MONTH, V74: MONTH, V75: MONTH },
  V76: { leftOut: 'settled months have no cycle of comprehensive hours (综合工时)' },
  ...{ V78: FLOORS, V80: FLOORS, V81: 'leave/annual-entitlement.test.ts', V82: FLOORS, V83: INSURANCE },
  ...{ V84: INSURANCE, V85: INSURANCE, V88: FLOORS, V89: FLOORS, V92: INSURANCE },
  V93: { leftOut: 'limits are stored as they were published; none is worked out from an average' },
  ...{ V94: SETTLEMENT, V95: SETTLEMENT, V96: SETTLEMENT, V98: SETTLEMENT },
};

test.each(Object.entries(CASES).filter(([, where]) => typeof where === 'string') as [string, string][])(
  '%s is a test of %s',
  (id, file) => {
    const text = readFileSync(path.join(__dirname, '..', file), 'utf8');
    // In this file the table itself has all of them: a test begins with its number.
    expect(text).toMatch(new RegExp(file === HERE ? `'${id}: ` : `\\b${id}\\b`));
  },
);
