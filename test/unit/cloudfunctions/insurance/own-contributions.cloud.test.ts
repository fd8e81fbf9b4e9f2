import type { ContributionMonth } from '#contracts/insurance-records';
import type { Payslip } from '#contracts/payslips';
import { jsonWithoutMoments } from '../../../support/json-without-moments';
import { openPerFile } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID } from '../support/payroll-company';
import { PEOPLE, type Who } from '../support/request-company';

const company = openPerFile(() => openPayrollCompany());
const PASS = '908172';
const openingOf = async (who: Who): Promise<string> =>
  (await company.pay(who, 'setPass', { pass: PASS })).data.token;
const recordOf = async (who: Who, opening: string, year = 2026) =>
  company.pay(who, 'ownContributions', { year, opening });
const entry = (employeeId: string, insurance: number) => ({
  ...{ employeeId, from: '2026-07', insurance, fund: insurance, isLocal: false, isPensioner: false },
});

test('once a slip is published its insurance and fund are in the record of its owner, behind the second check', async () => {
  const entries = [entry(PEOPLE.staff, 2_000_000), entry(PEOPLE.peer, 1_000_000)];
  expect((await company.pay('payroll', 'saveBases', { entries })).error).toBeUndefined();
  for (const who of PAID) await company.setSalary(who, who === 'staff' ? 21_750 : 12_000);
  await company.calculate();
  await company.lock();
  const [staff, peer] = [await openingOf('staff'), await openingOf('peer')];
  expect((await recordOf('staff', staff)).data.months).toEqual([]);
  await company.publish();

  const [month, ...others] = (await recordOf('staff', staff)).data.months as ContributionMonth[];
  expect(others).toEqual([]);
  expect(month).toMatchObject({ month: MONTH, city: 'shanghai' });
  expect(month?.lines.find(({ kind }) => kind === 'pension')).toEqual({
    ...{ kind: 'pension', base: 2_000_000, employee: 160_000, employer: 320_000 },
  });
  const slip = (await company.pay('staff', 'payslip', { month: MONTH, opening: staff })).data as Payslip;
  const inSlip = slip.net.parts.find(({ id }) => id === 'contributions')?.amount;
  expect(-(month?.lines ?? []).reduce((sum, { employee }) => sum + employee, 0)).toBe(inSlip);

  const theirs = (await recordOf('peer', peer)).data.months as ContributionMonth[];
  expect(company.lastCalls()).toBeLessThanOrEqual(3);
  expect(theirs[0]?.lines.find(({ kind }) => kind === 'pension')?.base).toBe(1_000_000);
  expect((await recordOf('staff', peer)).error?.code).toBe('SECOND_CHECK_NEEDED');
  expect((await recordOf('staff', 'x')).error?.code).toBe('SECOND_CHECK_NEEDED');
  expect((await recordOf('staff', staff, 2025)).data.months).toEqual([]);
});

test('nothing of a month is shown that is being published, or was recalled', async () => {
  const opening = await openingOf('staff');
  const seen = async () => (await recordOf('staff', opening)).data.months.length;
  const set = (change: object) => company.db.updateMany('payroll_runs', { _id: MONTH }, { $set: change });
  await set({ state: 'locked' });
  expect(await seen()).toBe(0);
  await set({ state: 'published' });
  expect(await seen()).toBe(1);
  const { rev } = (await company.pay('payroll', 'payMonth', { month: MONTH })).data.run;
  await company.pay('hr2', 'recallPay', { month: MONTH, rev, reason: '再算一遍' });
  expect(await seen()).toBe(0);
  // The record of the version that was recalled stays in the store, and the new version is not published yet.
  await set({ state: 'published' });
  expect(await seen()).toBe(0);
  await set({ version: 1 });
});

test('a record is encrypted and bound to its document: moved to somebody else it cannot be read', async () => {
  const [own] = await company.db.find('contributions', { employeeId: PEOPLE.staff });
  expect(jsonWithoutMoments(own)).not.toMatch(/2000000|160000/);
  const moved = { ...own, _id: `${PEOPLE.hr2}:${MONTH}:1`, employeeId: PEOPLE.hr2 };
  await company.db.insertMany('contributions', [moved]);
  expect((await recordOf('hr2', await openingOf('hr2'))).data.months).toEqual([]);
  expect(await company.db.find('data_faults')).toMatchObject([{ document: moved._id, rule: 'failed' }]);
});
