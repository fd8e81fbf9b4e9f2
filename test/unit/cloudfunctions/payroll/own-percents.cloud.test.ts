import type { ContributionMonth } from '#contracts/insurance-records';
import type { PayStep } from '#contracts/pay';
import type { Payslip } from '#contracts/payslips';
import { openPerFile } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID } from '../support/payroll-company';
import { PEOPLE } from '../support/request-company';

const company = openPerFile(() => openPayrollCompany());
const PASS = '908172';
const base = (more: object) => ({
  ...{ employeeId: PEOPLE.staff, from: '2026-07', insurance: 2_000_000, fund: 2_000_000 },
  ...{ isLocal: false, isPensioner: false, ...more },
});
const find = (step: PayStep, id: string): PayStep | undefined =>
  step.id === id ? step : step.parts.map((part) => find(part, id)).find((found) => found);
const slipOf = async (): Promise<Payslip> => {
  const { token: opening } = (await company.pay('staff', 'setPass', { pass: PASS })).data;
  return (await company.pay('staff', 'payslip', { month: MONTH, opening })).data;
};

test('own percents are on the slip with their source, taken off before tax, and in the record and the list', async () => {
  const entries = [
    base({ fundRate: { employer: 5, employee: 6 }, supplementaryRate: { employer: 3, employee: 5 } }),
  ];
  expect((await company.pay('payroll', 'saveBases', { entries })).data).toEqual({ saved: 1 });
  // The same again is no change, percents included.
  expect((await company.pay('payroll', 'saveBases', { entries })).data).toEqual({ saved: 0 });
  for (const who of PAID) await company.setSalary(who, 20_000);
  await company.calculate();
  await company.lock();
  await company.publish();

  const { net } = await slipOf();
  expect(find(net, 'fund')).toMatchObject({ amount: -120_000, rule: { id: 'cn.shanghai.fund' } });
  expect(find(net, 'supplementaryFund')).toMatchObject({
    ...{ amount: -100_000, formula: 'insurance.shareInYuan' },
    inputs: [
      { name: 'base', value: 2_000_000 },
      { name: 'rate', value: '5' },
    ],
    rule: { id: 'cn.shanghai.supplementaryFund', source: expect.stringContaining('3号') },
  });
  // 8 %, 2 % and 0.5 % of 20,000 yuan, and 1,200 and 1,000 of the funds: all of it is taken off before tax.
  const contributions = 160_000 + 40_000 + 10_000 + 120_000 + 100_000;
  expect(net.parts.find(({ id }) => id === 'contributions')?.amount).toBe(-contributions);
  const deducted = find(net, 'less.contributions') ?? find(net, 'contributions');
  expect(Math.abs(deducted?.amount ?? 0)).toBe(contributions);

  const { token: opening } = (await company.pay('staff', 'openPay', { pass: PASS })).data;
  const { data } = await company.pay('staff', 'ownContributions', { year: 2026, opening });
  const [month] = data.months as ContributionMonth[];
  expect(month?.lines.filter(({ kind }) => /und$/.test(kind))).toEqual([
    { kind: 'fund', base: 2_000_000, employee: 120_000, employer: 100_000 },
    { kind: 'supplementaryFund', base: 2_000_000, employee: 100_000, employer: 60_000 },
  ]);
});

test('a percent that was entered later is paid as a difference, by kind', async () => {
  const entries = [base({ from: '2026-10', rev: 1, supplementaryRate: { employer: 0, employee: 0 } })];
  await company.pay('payroll', 'saveBases', { entries });
  company.clock.set(Date.parse('2026-12-05T09:00:00+08:00'));
  const { error } = await company.pay('payroll', 'calculatePay', { month: '2026-11', paidOn: '2026-12-10' });
  expect(error).toBeUndefined();
  const { data } = await company.pay('payroll', 'previewPay', { month: '2026-11' });
  const staff = data.items.find(({ person }: { person: { id: string } }) => person.id === PEOPLE.staff);
  // October comes out without 6 % and 5 % of the employee, and with the 5 % that the law asks for at least: 20,000 × 6 %.
  expect(staff.changes).toContainEqual({
    line: 'contributions/contributionDifferences',
    before: 0,
    now: 120_000,
  });
});

test.each([
  [{ fundRate: { employer: 8, employee: 7 } }, { rule: 'fund-rate', least: 5, most: 7 }],
  [{ fundRate: { employer: 6.5, employee: 6.5 } }, { rule: 'fund-step', step: 1 }],
  [{ supplementaryRate: { employer: 5, employee: 6 } }, { rule: 'supplementary-rate', least: 1, most: 5 }],
  [{ fundRate: { employer: 7, employee: 7 }, fund: null }, { rule: 'no-fund-base' }],
  [{ fundRate: { employer: 7, employee: 7 }, fund: 0 }, { rule: 'no-fund-base' }],
  [{ fundRate: { employer: 7, employee: 7 }, isPensioner: true }, { rule: 'pensioner' }],
  [{ supplementaryRate: { employer: 5, employee: 5 }, isPensioner: true }, { rule: 'pensioner' }],
  [{ from: '2023-12' }, { rule: 'before-hire' }],
])('%j is refused with what the city allows, and nothing is saved', async (more, problem) => {
  const before = await company.db.find('insurance_bases', {});
  const entries = [base({ from: '2026-12', ...more })];
  const data = { line: 1, employeeId: PEOPLE.staff, ...problem };
  expect((await company.pay('payroll', 'checkBases', { entries })).data.problems).toEqual([data]);
  expect((await company.pay('payroll', 'saveBases', { entries })).error).toEqual({
    ...{ code: 'BASES_INVALID', data },
  });
  expect(await company.db.find('insurance_bases', {})).toEqual(before);
});

test.each([-1, 101, 5.00001, '7'])('a percent of %p is refused with the field', async (employee) => {
  const entries = [base({ from: '2026-12', fundRate: { employer: 7, employee } })];
  expect((await company.pay('payroll', 'saveBases', { entries })).error).toMatchObject({
    ...{ code: 'INPUT_INVALID', data: { path: 'entries.0.fundRate.employee' } },
  });
});
