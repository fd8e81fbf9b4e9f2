import type { Instant, Month } from '#contracts/common';
import type { PayItemsView, PayRunView, PayrollContract } from '#contracts/payroll';
import { daysOfMonth } from '../../cloudfunctions/shared/calendar/company-time';
import { askOf } from '../../local/demo/ask';
import { seedPayroll } from '../../local/demo/seed-payroll';
import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';
import { picture } from './support/picture';

const company = useCompany();
const pay = askOf('payroll');

/** Who works pay out, and the two others who can lock it. */
const [OFFICER, SECOND, THIRD] = ['E0006', 'E0058', 'E0001'];
/** Who decides what grades are worth, and who manages people. */
const [HR, MANAGER] = ['E0046', 'E0002'];
/** Who has doubted a line of their slip in the demo, and with what they open it. */
const DOUBTER = { id: 'E0020', pass: '135790' };
const page = (name: string, more = '') => ({
  ...{ page: `/features/pay/pages/${name}/${name}${more}`, messages: 'refused' as const },
});
const by = (id: string) => ({ by: id, at: company.cloud.clock.now() as Instant });
/** The last month that was paid. */
let month = '';
const monthOf = () =>
  pay<PayrollContract['payMonth']['output']>(company.cloud, by(SECOND), 'payMonth', { month });

beforeEach(async () => {
  await seedPayroll(company.cloud, company.cloud.clock.now());
  const runs = await company.cloud.db.find('payroll_runs');
  month =
    runs
      .map(({ _id }) => String(_id))
      .sort()
      .at(-1) ?? '';
});

test('who locks sees an item that pays in effect who has saved it, in both languages', async () => {
  const { run } = await monthOf();
  const { paidOn, rev } = run as PayRunView;
  await pay(company.cloud, by(THIRD), 'recallPay', { month, rev, reason: '再算一遍' });
  const { version, versions } = await pay<PayItemsView>(company.cloud, by(OFFICER), 'payItems', {});
  const { versions: own } = await pay<{ versions: { wage: number }[] }>(company.cloud, by(SECOND), 'salary', {
    employeeId: OFFICER,
  });
  const wage = (own[own.length - 1]?.wage ?? 0) / 100;
  const extra = {
    ...{ id: 'extra', name: { 'zh-CN': '岗位补贴', en: 'Post extra' }, kind: 'earning', isTaxable: true },
    ...{ isInsurable: true, isInMinimum: false, formula: '5000', condition: `full_wage == ${wage}` },
  };
  const items = [...(versions[versions.length - 1]?.items ?? []), extra];
  await pay(company.cloud, by(OFFICER), 'savePayItems', {
    from: `${month}-01`,
    items,
    expectedVersion: version,
  });
  let again = true;
  let state = 'running';
  while (state === 'running') {
    const input = { month, paidOn, ...(again && { again }) };
    ({ state } = await pay<PayRunView>(company.cloud, by(OFFICER), 'calculatePay', input));
    again = false;
  }
  const phone = await company.phoneOf(SECOND, page('run', `?month=${month}`));
  await phone.see(
    '#step-check .alert:has-text("岗位补贴")',
    '.alert:has-text("只关系到保存的人自己，请重点核对")',
  );
  await phone.screenshot('pay-alone-run');
  const english = await company.phoneOf(SECOND, { ...page('run', `?month=${month}`), lang: 'en' });
  await english.see('.alert:has-text("is new")', '.alert:has-text("nobody but who saved it")');
  await picture(english, 'pay-alone-run-en');
});

test('a difference that no run pays waits among the questions until it is settled, and its owner reads how', async () => {
  const { version, versions } = await pay<PayItemsView>(company.cloud, by(OFFICER), 'payItems', {});
  const items = (versions[versions.length - 1]?.items ?? []).map((item) =>
    item.id === 'meals' ? { ...item, formula: `${item.formula} + 100` } : item,
  );
  await pay(company.cloud, by(OFFICER), 'savePayItems', {
    ...{ from: `${month}-01`, items, expectedVersion: version },
  });
  // Who has left with the last month that was paid is in no further run.
  const lastDay = daysOfMonth(month as Month).at(-1);
  await company.cloud.db.updateMany('employees', { _id: DOUBTER.id }, { $set: { leftOn: lastDay } });
  const desk = await company.phoneOf(SECOND, page('disputes'));
  await desk.tap('#answer-0');
  await desk.type('#answer-comment', '餐补已更正');
  await picture(desk, 'pay-alone-answer');
  await confirmSheet(desk, '#answer-ok', '待结清', '#owed-0:has-text("差额 ¥100.00")');
  await picture(desk, 'pay-alone-owed');
  const run = await company.phoneOf(SECOND, page('run', `?month=${month}`));
  await run.see('#disputes:has-text("1 人的差额待单独结清")');
  await run.screenshot('pay-alone-month');
  await desk.tap('#settle-0', '已结清');
  await desk.see('没有等答复的疑问');

  const own = await company.phoneOf(DOUBTER.id, { ...page('slip', `?month=${month}`), lang: 'en' });
  await own.type('#pass', DOUBTER.pass);
  await own.tap('#lock-ok');
  await own.see('#disputes:has-text("settled separately by payroll on")');
  expect(await own.text()).not.toContain('Open it and say so there');
  await picture(own, 'pay-alone-slip-en');
});

test('a month that is paid offers no removal of a bonus, and says why', async () => {
  const phone = await company.phoneOf(SECOND, page('bonuses', `?month=${month}`));
  await phone.see('#final:has-text("先撤回这个月的工资")', '[id^="paid-"]:has-text("已计入工资")');
  expect(await phone.text()).not.toMatch(/^(删除|录入奖金)$/m);
  await picture(phone, 'pay-alone-bonus');
  const english = await company.phoneOf(SECOND, { ...page('leavers', `?month=${month}`), lang: 'en' });
  await english.see('#final:has-text("reasons stay as they are")');
  await picture(english, 'pay-alone-leavers-en');
});

test('another rate of a grade in paid months is asked about before it is saved; managers are told that salaries are not theirs', async () => {
  const hr = await company.phoneOf(HR, {
    page: '/features/appraisal/pages/bonus/bonus',
    messages: 'refused',
  });
  await hr.type('#percent-0-0', '18');
  await hr.tap('#save');
  await hr.see('.mp-modal:has-text("的工资已经发放。下次算薪会补差额")');
  await hr.screenshot('pay-alone-rates');
  await hr.tap('.mp-modal >> text="保存"');
  await hr.see('#history:has-text("第 2 版")');
  const manager = await company.phoneOf(MANAGER, { ...page('salary'), lang: 'en' });
  await manager.see('The salary was not loaded', 'This is for payroll only');
  expect(await manager.text()).not.toContain('Another');
  await manager.screenshot('pay-alone-no-salaries-en');
});
