import { useCompany } from './support/company';

const company = useCompany();
const PERSON = 'E0037';
const HR = 'E0046';
const LIST = '/features/tax/pages/deductions/deductions';

test('rent is declared on the phone, returned with a reason, declared again, accepted and ended', async () => {
  const phone = await company.phoneOf(PERSON, { page: '/pages/me/me' });
  await phone.tap('#deductions');
  await phone.see('还没有填报专项附加扣除');
  await phone.screenshot('deductions-empty');
  await phone.tap('#add', '#kind-rent');
  await phone.type('#city', '上海');
  await phone.tap('#size-large', '#send');
  await phone.see('直辖市、省会城市和计划单列市按 1500 元扣除，请检查城市和标准');
  await phone.screenshot('deduction-form');
  await phone.tap('#size-major', '#send');
  await phone.see('待核对', '每月 ¥1,500.00', '1 项等待核对，通过后从开始月份起一并补扣');

  const desk = await company.phoneOf(HR, { page: '/features/tax/pages/checks/checks' });
  await desk.screenshot('deduction-checks');
  await desk.tap('#person-0', '#return-0');
  await desk.type('#reason', '租房合同从 3 月开始');
  await desk.tap('#return-send');
  await desk.see('被退回', '退回原因：租房合同从 3 月开始');

  await phone.tap('#add', '#kind-elder');
  await phone.see('你是独生子女吗');
  await phone.screenshot('deduction-form-elder');
  await phone.tap('#kind-rent');
  await phone.type('#city', '上海');
  await phone.tap('#send');
  await phone.see('退回原因：租房合同从 3 月开始', '待核对');
  await desk.reload();
  await desk.tap('#accept-0');
  await desk.see('已通过');
  await desk.screenshot('deduction-check');

  await phone.reload();
  await phone.see('2026年11月可扣除');
  await phone.screenshot('deductions');
  await phone.tap('#end-0');
  await phone.see('选择最后一个扣除的月份');
  await phone.screenshot('deduction-end');
  await phone.tap('#end-save');
  await phone.see('2026年1月至2026年11月');

  const english = await company.phoneOf(PERSON, { page: LIST, lang: 'en', width: 320 });
  await english.see('Rent', 'Returned', 'Accepted');
  await english.screenshot('deductions-en-320');
  const wide = await company.phoneOf(PERSON, { page: LIST, width: 820 });
  await wide.see('2026年11月可扣除');
  await wide.set({ dark: true });
  await wide.screenshot('deductions-dark-820');
});

test('payroll takes over the totals of an earlier system, and another allowance needs what it rests on', async () => {
  const desk = await company.phoneOf('E0006', { page: '/features/tax/pages/year/year' });
  await desk.type('#person-search', PERSON);
  await desk.tap(`#person-${PERSON}`, '#allowance-first-job', '#confirm', '#source-earlier-system');
  await desk.type('#amount-income', '120,000');
  await desk.type('#amount-withheld', '1,234.56');
  await desk.tap('#save');
  await desk.see('本年内已有工资或按累计预扣法计税的劳务报酬，不能按“当年首次取得工资”计算减除费用');
  await desk.tap('#allowance-monthly', '#save');
  await desk.see('已保存');
  await desk.screenshot('tax-year');
  expect((await company.cloud.db.get('tax_years', `${PERSON}:2026`))?.version).toBe(1);
});
