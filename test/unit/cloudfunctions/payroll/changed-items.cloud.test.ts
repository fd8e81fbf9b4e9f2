import type { PayRunView } from '#contracts/payroll';
import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID, payItem } from '../support/payroll-company';
import { PEOPLE } from '../support/request-company';

const LAST = '2026-09';
const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'payroll' ? 12_345 : 12_000);
    const { version } = (await opened.pay('payroll', 'payItems')).data;
    const items = [payItem('meals', 'attended_days * 10')];
    await opened.pay('payroll', 'savePayItems', { from: '2026-01-01', items, expectedVersion: version });
    await opened.calculate(LAST, { paidOn: '2026-10-10' });
    await opened.lock(LAST);
  },
);
// Later than what the company begins with.
beforeEach(() => company.clock.advance(3_600_000));
const MEALS = payItem('meals', 'attended_days * 10');
/** In effect one person. */
const MINE = payItem('extra', '5000', { condition: 'full_wage == 12345' });

const saved = async (from: string, items: readonly object[]) => {
  const { version } = (await company.pay('payroll', 'payItems')).data;
  const answer = await company.pay('payroll', 'savePayItems', { from, items, expectedVersion: version });
  expect(answer.error).toBeUndefined();
};
const changedIn = async (month = MONTH): Promise<PayRunView['itemsChanged']> =>
  (await company.pay('hr2', 'payMonth', { month })).data.run.itemsChanged;

const revOf = async (month: string): Promise<number> =>
  (await company.pay('hr2', 'payMonth', { month })).data.run.rev;

test('who locks sees an item that pays in effect who has saved it, and nothing of what is as it was', async () => {
  await saved('2026-10-01', [MEALS, MINE]);
  await company.calculate();
  const officer = { id: PEOPLE.payroll };
  expect(await changedIn()).toMatchObject([
    { id: 'extra', how: 'new', people: 1, named: [officer], own: [officer], savedBy: [officer] },
  ]);
  // The next month it is as it was.
  expect((await company.lock()).error).toBeUndefined();
  company.clock.set(Date.parse('2026-12-05T09:00:00+08:00'));
  expect((await company.calculate('2026-11', { paidOn: '2026-12-10' })).error).toBeUndefined();
  expect(await changedIn('2026-11')).toEqual([]);
});

test('one that is put into a paid month alone is seen by the difference that it pays', async () => {
  await saved('2026-10-01', [MEALS]);
  await saved('2026-09-01', [MEALS, MINE]);
  await company.calculate();
  expect(await changedIn()).toMatchObject([{ id: 'extra', people: 1, own: [{ id: PEOPLE.payroll }] }]);
});

test('one for everybody has the number; worked out again it is not counted twice', async () => {
  await saved('2026-10-01', [{ ...MEALS, formula: 'attended_days * 20' }]);
  await company.calculate();
  await company.calculate(MONTH, { again: true });
  expect(await changedIn()).toMatchObject([{ id: 'meals', how: 'changed', people: PAID.length }]);
});

test('a deduction that is removed is seen by whom it concerned', async () => {
  const dues = payItem('dues', '100', {
    kind: 'deduction',
    isTaxable: false,
    condition: 'full_wage == 12345',
  });
  await saved('2026-09-01', [MEALS, dues]);
  await company.pay('payroll', 'recallPay', { month: LAST, rev: await revOf(LAST), reason: '再算一遍' });
  await company.calculate(LAST, { paidOn: '2026-10-10', again: true });
  await company.pay('hr2', 'lockPay', { month: LAST, rev: await revOf(LAST) });
  company.clock.advance(60_000);
  await saved('2026-10-01', [MEALS]);
  await company.calculate();
  expect(await changedIn()).toMatchObject([
    { id: 'dues', how: 'removed', people: 1, own: [{ id: PEOPLE.payroll }], name: { en: 'dues' } },
  ]);
});

test('who lets themselves off a deduction by its condition, or by its formula, is named as one whom it concerns', async () => {
  const dues = payItem('dues', '100', { kind: 'deduction', isTaxable: false });
  await saved('2026-09-01', [MEALS, dues]);
  await company.pay('payroll', 'recallPay', { month: LAST, rev: await revOf(LAST), reason: '再算一遍' });
  await company.calculate(LAST, { paidOn: '2026-10-10', again: true });
  await company.pay('hr2', 'lockPay', { month: LAST, rev: await revOf(LAST) });
  const officer = { id: PEOPLE.payroll };
  for (const change of [{ condition: 'full_wage != 12345' }, { formula: 'if(full_wage == 12345, 0, 100)' }]) {
    company.clock.advance(60_000);
    await saved('2026-10-01', [MEALS, { ...dues, ...change }]);
    await company.calculate(MONTH, { again: true });
    expect(await changedIn()).toMatchObject([
      {
        id: 'dues',
        how: 'changed',
        people: PAID.length,
        own: [officer],
        lost: { count: 1, people: [officer] },
      },
    ]);
  }
});
