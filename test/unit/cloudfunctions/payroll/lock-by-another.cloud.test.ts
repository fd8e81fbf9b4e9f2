import { openWithReset } from '../../../support/open';
import { MONTH, openPayrollCompany, PAID, payItem } from '../support/payroll-company';
import { employeeDocument, openidOf, PEOPLE } from '../support/request-company';

const company = openWithReset(
  () => openPayrollCompany(),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, who === 'payroll' ? 12_345 : 12_000);
  },
);
beforeEach(() => company.clock.advance(60_000));

type Officer = 'payroll' | 'hr2';
const calculatedBy = (who: Officer, again = false) =>
  company.pay(who, 'calculatePay', { month: MONTH, paidOn: '2026-11-10', again });
const monthOf = async (who: Officer) => (await company.pay(who, 'payMonth', { month: MONTH })).data;
const lockedBy = async (who: Officer) =>
  company.pay(who, 'lockPay', { month: MONTH, rev: (await monthOf(who)).run.rev });
const bonusBy = (who: Officer, employeeId: string, rev = 0) =>
  company.pay(who, 'saveBonus', {
    ...{ employeeId, month: MONTH, paidOn: '2026-11-10', rev, way: 'merged' },
    entry: { kind: 'amount', amount: 500_00 + rev },
  });
const extraBy = async (who: Officer, name = 'Extra') => {
  const { version } = (await company.pay(who, 'payItems')).data;
  const items = [
    payItem('extra', '5000', { condition: 'full_wage == 12345', name: { 'zh-CN': '补贴', en: name } }),
  ];
  return company.pay(who, 'savePayItems', { from: '2026-10-01', items, expectedVersion: version });
};

test('who has saved an item that the run pays does not lock it, also in the first run; who has changed nothing does', async () => {
  expect((await extraBy('payroll')).error).toBeUndefined();
  await calculatedBy('hr2');
  expect((await lockedBy('payroll')).error).toMatchObject({
    code: 'PAY_RUN_REFUSED',
    data: { rule: 'items-by-you', month: MONTH },
  });
  // Nobody is left: the one has worked it out, the other one has changed it.
  expect(await monthOf('payroll')).toMatchObject({
    lockers: [],
    run: { isOwn: false, changedByYou: { items: [{ en: 'Extra' }], oneOff: null } },
  });
  await calculatedBy('payroll', true);
  expect(await monthOf('payroll')).toMatchObject({ lockers: [{ id: PEOPLE.hr2 }] });
  expect((await monthOf('hr2')).run.changedByYou).toBeNull();
  expect((await lockedBy('hr2')).data).toMatchObject({ state: 'locked' });
});

test('who has entered a bonus does not lock it, also if another one has changed it since', async () => {
  expect((await bonusBy('payroll', PEOPLE.staff)).error).toBeUndefined();
  await calculatedBy('hr2');
  expect((await lockedBy('payroll')).error?.data).toEqual({ rule: 'one-off-by-you', month: MONTH });
  company.clock.advance(60_000);
  expect((await bonusBy('hr2', PEOPLE.staff, 1)).error).toBeUndefined();
  await calculatedBy('hr2', true);
  expect((await lockedBy('payroll')).error?.data).toEqual({ rule: 'one-off-by-you', month: MONTH });
  expect((await monthOf('payroll')).run.changedByYou).toMatchObject({
    ...{ items: [], oneOff: { count: 1, people: [{ id: PEOPLE.staff }] } },
  });
});

test('both have entered a bonus: a third person of payroll locks it, and is the only one who is asked to', async () => {
  // Hired after the month, so that the run does not pay them.
  const third = { roles: ['employee', 'payroll'], hiredOn: '2026-11-01' };
  await company.db.insertMany('employees', [employeeDocument('hr', third)]);
  await bonusBy('payroll', PEOPLE.staff);
  await bonusBy('hr2', PEOPLE.peer);
  await calculatedBy('payroll');
  expect((await monthOf('hr2')).lockers).toMatchObject([{ id: PEOPLE.hr }]);
  expect((await lockedBy('hr2')).error?.data).toEqual({ rule: 'one-off-by-you', month: MONTH });
  const asked = await company.db.find('messages', { event: 'pay.to-lock' });
  expect(asked.map(({ to }) => to)).toEqual([[PEOPLE.hr]]);
});

test('an item that is saved after the calculation has it worked out once more before it is locked', async () => {
  await calculatedBy('payroll');
  company.clock.advance(60_000);
  await extraBy('payroll');
  expect((await lockedBy('hr2')).error?.data).toEqual({ rule: 'changed', month: MONTH });
  await calculatedBy('payroll', true);
  expect((await lockedBy('hr2')).data).toMatchObject({ state: 'locked' });
});

test('who locks sees that HR has changed what grades are worth, with the rates before and after; none is above a wage', async () => {
  const [shipped] = (await company.act(openidOf('hr2'), 'appraisal.bonusRules', {})).data.rules;
  const rule = (percent: number) => ({ ...shipped, rates: [{ grade: 'A', percent, opensPlan: false }] });
  const save = (percent: number) =>
    company.act(openidOf('hr2'), 'appraisal.saveBonusRules', { rules: [rule(percent)], expectedVersion: 0 });
  expect((await save(300)).error).toMatchObject({
    code: 'BONUS_RULE_INVALID',
    data: { rule: 'out-of-range' },
  });
  expect((await save(100)).error).toBeUndefined();
  await calculatedBy('payroll');
  const [change] = (await monthOf('hr2')).bonusChanges;
  expect(change).toMatchObject({ byName: expect.any(String), version: 1 });
  expect(Object.values(change.values)).toContainEqual(['15', '100']);
});
