import { publishGrade } from '../../../e2e/support/published-grade';
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
    run: { isOwn: false, changedByYou: { items: [{ en: 'Extra' }], oneOff: null, bases: null } },
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

const baseBy = (who: Officer, from: string, more: object = {}) =>
  company.pay(who, 'saveBases', {
    entries: [
      {
        ...{ employeeId: PEOPLE.staff, from, insurance: 2_000_000, fund: 2_000_000 },
        ...{ isLocal: false, isPensioner: false, ...more },
      },
    ],
  });

test('who has changed a base since the last lock does not lock it; a base of a later month is nothing of it', async () => {
  expect((await baseBy('payroll', '2026-11')).error).toBeUndefined();
  await calculatedBy('hr2');
  expect((await monthOf('payroll')).run.changedByYou).toBeNull();
  company.clock.advance(60_000);
  expect((await baseBy('payroll', MONTH, { rev: 1 })).error).toBeUndefined();
  await calculatedBy('hr2', true);
  expect((await lockedBy('payroll')).error?.data).toEqual({ rule: 'bases-by-you', month: MONTH });
  expect(await monthOf('payroll')).toMatchObject({
    lockers: [],
    run: { changedByYou: { items: [], oneOff: null, bases: { count: 1, people: [{ id: PEOPLE.staff }] } } },
  });
  await calculatedBy('payroll', true);
  expect((await lockedBy('hr2')).data).toMatchObject({ state: 'locked' });
  // What was changed before the lock is nothing of the next month, but for what was entered ahead for it.
  company.clock.set(Date.parse('2026-12-05T09:00:00+08:00'));
  await company.pay('hr2', 'calculatePay', { month: '2026-11', paidOn: '2026-12-10' });
  const next = (await company.pay('payroll', 'payMonth', { month: '2026-11' })).data.run;
  expect(next.changedByYou).toMatchObject({ bases: { count: 1, people: [{ id: PEOPLE.staff }] } });
  const locking = { month: '2026-11', rev: next.rev };
  expect((await company.pay('payroll', 'lockPay', locking)).error?.data).toMatchObject({
    rule: 'bases-by-you',
  });
});

test('a rate of the city that was entered ahead is new in the month from which it holds', async () => {
  await baseBy('payroll', MONTH);
  const fund = {
    from: '2026-11-01',
    until: null,
    kind: 'fund',
    floor: 250_000,
    cap: 3_500_000,
    source: '沪公积金',
  };
  const saved = await company.pay('payroll', 'saveInsuranceProfile', {
    ...{ city: 'shanghai', settings: { choices: [], limits: [fund], rates: [] }, expectedVersion: 0 },
  });
  expect(saved.error).toBeUndefined();
  expect(saved.data.history[0]).not.toHaveProperty('months');
  await calculatedBy('payroll');
  expect((await lockedBy('hr2')).data).toMatchObject({ state: 'locked' });
  company.clock.set(Date.parse('2026-12-05T09:00:00+08:00'));
  await company.pay('hr2', 'calculatePay', { month: '2026-11', paidOn: '2026-12-10' });
  const next = (await company.pay('payroll', 'payMonth', { month: '2026-11' })).data.run;
  expect((await company.pay('payroll', 'lockPay', { month: '2026-11', rev: next.rev })).error?.data).toEqual({
    ...{ rule: 'bases-by-you', month: '2026-11' },
  });
});

test('a base, or a rate of the city, that is saved after the calculation has it worked out once more', async () => {
  await calculatedBy('payroll');
  await baseBy('payroll', '2026-11');
  expect((await lockedBy('hr2')).data).toMatchObject({ state: 'locked' });
  const { rev } = (await monthOf('hr2')).run;
  await company.pay('payroll', 'recallPay', { month: MONTH, rev, reason: '再算一遍' });
  await calculatedBy('payroll', true);
  await baseBy('payroll', MONTH, { rev: 1 });
  expect((await lockedBy('hr2')).error?.data).toEqual({ rule: 'changed', month: MONTH });
  await calculatedBy('payroll', true);
  const fund = {
    from: '2026-10-01',
    until: null,
    kind: 'fund',
    floor: 250_000,
    cap: 3_500_000,
    source: '沪公积金',
  };
  const settings = { choices: [], limits: [fund], rates: [] };
  const saved = await company.pay('payroll', 'saveInsuranceProfile', {
    ...{ city: 'shanghai', settings, expectedVersion: 0 },
  });
  expect(saved.error).toBeUndefined();
  expect((await lockedBy('hr2')).error?.data).toEqual({ rule: 'changed', month: MONTH });
  await calculatedBy('hr2', true);
  expect((await lockedBy('payroll')).error?.data).toEqual({ rule: 'bases-by-you', month: MONTH });
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
  company.clock.advance(60_000);
  // What changes after the calculation is worked out once more.
  const rules = [rule(90)];
  await company.act(openidOf('hr2'), 'appraisal.saveBonusRules', { rules, expectedVersion: 1 });
  expect((await lockedBy('hr2')).error?.data).toEqual({ rule: 'changed', month: MONTH });
});

const lastDay = async (day: string | null) => {
  const { managerId, departmentId, assignments, rev } = (await company.db.get(
    'employees',
    PEOPLE.staff,
  )) as Record<string, unknown>;
  const settings = { id: PEOPLE.staff, rev, managerId, departmentId, assignments, lastDay: day };
  const { error } = await company.act(openidOf('hr2'), 'people.saveEmployee', settings);
  expect(error).toBeUndefined();
};

test('a last day that is set, moved or taken back after the calculation has the month worked out once more', async () => {
  for (const day of ['2026-10-30', '2026-10-31', null]) {
    await calculatedBy('payroll', true);
    company.clock.advance(60_000);
    await lastDay(day);
    expect((await lockedBy('hr2')).error?.data).toEqual({ rule: 'changed', month: MONTH });
  }
  // One of a later month is nothing of it.
  await calculatedBy('payroll', true);
  await lastDay('2026-12-31');
  expect((await lockedBy('hr2')).data).toMatchObject({ state: 'locked' });
});

test('so it is once an approved resignation enters one', async () => {
  await calculatedBy('payroll');
  await company.db.insertMany('leavings', [
    {
      ...{ _id: 'R1-ends', employeeId: PEOPLE.staff, lastDay: '2026-10-30', ends: true },
      ...{ at: company.clock.now(), state: 'due' },
    },
  ]);
  await company.invoke('people', { Type: 'Timer' }, { as: { kind: 'timer', name: 'people' } });
  expect((await lockedBy('hr2')).error?.data).toEqual({ rule: 'changed', month: MONTH });
});

const asksToLock = async (who: Officer): Promise<boolean> =>
  (await company.act(openidOf(who), 'attendance.today')).data.office.some(
    ({ kind }: { kind: string }) => kind === 'pay-lock',
  );

test('today asks to lock who has not worked it out', async () => {
  await calculatedBy('hr2');
  expect([await asksToLock('payroll'), await asksToLock('hr2')]).toEqual([true, false]);
});

const ratesBy = async (who: Officer, from: string, best: number, expectedVersion: number) => {
  const rates = (percent: number) => [{ grade: 'A', percent, opensPlan: false }];
  const [shipped] = (await company.act(openidOf(who), 'appraisal.bonusRules', {})).data.rules;
  const rules = [
    { ...shipped, rates: rates(15) },
    { ...shipped, from, rates: rates(best) },
  ];
  return company.act(openidOf(who), 'appraisal.saveBonusRules', { rules, expectedVersion });
};
const isGraded = () => publishGrade(company.db, { month: MONTH, employeeId: PEOPLE.staff });

test.each([
  ['an item', () => extraBy('payroll')],
  ['a bonus', () => bonusBy('payroll', PEOPLE.staff)],
  ['a base', () => baseBy('payroll', MONTH)],
  [
    'what a grade is worth',
    async () => {
      await isGraded();
      const saved = await ratesBy('payroll', '2026-10-01', 90, 0);
      company.clock.advance(600_000);
      return saved;
    },
  ],
])('today does not ask who has changed %s', async (_, change) => {
  expect((await change()).error).toBeUndefined();
  await calculatedBy('hr2');
  expect(await asksToLock('payroll')).toBe(false);
});

test('who has changed what a grade is worth does not lock a run that pays by one', async () => {
  await isGraded();
  expect((await ratesBy('payroll', '2026-10-01', 90, 0)).error).toBeUndefined();
  company.clock.advance(600_000);
  await calculatedBy('hr2');
  expect((await lockedBy('payroll')).error?.data).toEqual({ rule: 'rates-by-you', month: MONTH });
  expect((await monthOf('payroll')).run.changedByYou).toMatchObject({
    ...{ items: [], oneOff: null, bases: null, rates: { count: 1, people: [{ id: PEOPLE.staff }] } },
  });
  // Whoever has not changed it does.
  await calculatedBy('payroll', true);
  expect((await lockedBy('hr2')).data).toMatchObject({ state: 'locked' });
});

test('rates that were changed within the minute before the calculation, which it may not have read, have it worked out once more', async () => {
  await isGraded();
  await calculatedBy('payroll');
  expect((await ratesBy('hr2', '2026-10-01', 90, 0)).error).toBeUndefined();
  company.clock.advance(1_000);
  await calculatedBy('payroll', true);
  expect((await lockedBy('hr2')).error?.data).toMatchObject({ rule: 'changed' });
  company.clock.advance(120_000);
  await calculatedBy('payroll', true);
  expect((await lockedBy('hr2')).error?.data).toMatchObject({ rule: 'rates-by-you' });
});
