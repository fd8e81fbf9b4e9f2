import { openWithReset } from '../../../support/open';
import { openPayrollCompany, PAID } from '../support/payroll-company';
import { openidOf } from '../support/request-company';

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
