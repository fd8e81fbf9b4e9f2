import { openWithReset } from '../../../support/open';
import { openPayrollCompany, PAID } from '../support/payroll-company';
import { openidOf, PEOPLE } from '../support/request-company';

/** Four months are locked: the run after them works the last three out again. */
const company = openWithReset(
  () => openPayrollCompany('2026-12-05T09:00:00+08:00'),
  async (opened) => {
    for (const who of PAID) await opened.setSalary(who, 12_000);
    for (const month of ['2026-08', '2026-09', '2026-10', '2026-11']) {
      await opened.calculate(month, { paidOn: '2026-12-10' });
      expect((await opened.lock(month)).error).toBeUndefined();
    }
  },
);

const rule = (from: string, best: number) => ({
  ...{ from, to: null, source: { 'zh-CN': '奖金办法', en: 'Bonus rules' } },
  rates: [
    { grade: 'A', percent: best, opensPlan: false },
    { grade: 'B', percent: 10, opensPlan: false },
  ],
});
/** Another rate of A from a day on, 15 % before it as it is shipped. */
const save = (from: string, more: object = {}) =>
  company.act(openidOf('hr2'), 'appraisal.saveBonusRules', {
    ...{ rules: [rule('2020-01-01', 15), rule(from, 20)], expectedVersion: 0, ...more },
  });

test('rates of a month that no run works out again are refused, with the first day that is possible', async () => {
  expect((await save('2026-08-15')).error).toEqual({
    code: 'BONUS_RULE_INVALID',
    data: { path: 'rules.1.from', rule: 'paid', month: '2026-08', first: '2026-09-01' },
  });
});

test('rates of paid months that get a difference are saved once it was said which', async () => {
  const months = ['2026-10', '2026-11'];
  expect((await save('2026-10-31')).error).toEqual({
    code: 'BONUS_RULES_PAID',
    data: { months: '2026-10,2026-11' },
  });
  expect((await save('2026-10-31', { paid: ['2026-11'] })).error?.code).toBe('BONUS_RULES_PAID');
  expect((await save('2026-10-31', { paid: months })).data).toMatchObject({ version: 1 });
});

test('rates from a day after the paid months are saved without a question, and so are the same in a paid one', async () => {
  expect((await save('2026-12-01')).data).toMatchObject({ version: 1 });
});

const entryFrom = (from: string, insurance = 2_000_000, rev = 0) => ({
  ...{ employeeId: PEOPLE.staff, from, insurance, fund: 2_000_000, rev },
  ...{ isLocal: false, isPensioner: false },
});
const saveBase = (...input: Parameters<typeof entryFrom>) =>
  company.pay('payroll', 'saveBases', { entries: [entryFrom(...input)] });

test('a base that would hold in a month that no run works out again is refused, with the first month that is possible', async () => {
  const data = { line: 1, employeeId: PEOPLE.staff, rule: 'paid', first: '2026-09' };
  expect((await saveBase('2026-07')).error).toEqual({ code: 'BASES_INVALID', data });
  const { rev: _, ...entry } = entryFrom('2026-08');
  expect((await company.pay('payroll', 'checkBases', { entries: [entry] })).data.problems).toEqual([data]);
  expect((await saveBase('2026-09')).data).toEqual({ saved: 1 });
  // It holds until the next one alone, and what is declared already is no change.
  expect((await saveBase('2026-06', 2_000_000, 1)).error?.data).toMatchObject({ rule: 'paid' });
  expect((await saveBase('2026-10', 2_500_000, 1)).data).toEqual({ saved: 1 });
  expect((await saveBase('2026-09', 2_000_000, 1)).data).toEqual({ saved: 0 });
});

test('so is one of who has left and was paid for the last time', async () => {
  await company.db.updateMany('employees', { _id: PEOPLE.staff }, { $set: { leftOn: '2026-11-20' } });
  expect((await saveBase('2026-11')).error).toEqual({
    code: 'BASES_INVALID',
    data: { line: 1, employeeId: PEOPLE.staff, rule: 'paid-off', day: '2026-11-20' },
  });
});
