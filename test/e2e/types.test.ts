import { useCompany } from './support/company';
import type { Phone } from './support/phone';
import { sendForm } from './support/send-form';

const company = useCompany();
const TYPES = '/features/types/pages';
const FORM = '/features/requests/pages/form/form';
const KEY = 'e2e-of-types-000000001';

const row = (id: string) => `[id="row-${id}"]`;
const afterAMinute = () => company.cloud.clock.advance(61_000);
const act = async (who: string, action: string, input: unknown) => {
  const as = { kind: 'user', openid: `demo_openid_${who}` } as const;
  return (await company.cloud.invoke('requests', { action, input }, { as })).result as {
    data: { readonly id: string; readonly rev: number };
  };
};

/** Leaves the sheet, and waits until it is gone. */
async function leaveSheet(phone: Phone): Promise<void> {
  await phone.tap('#sheet-done');
  await phone.frame.locator('#sheet-title').waitFor({ state: 'hidden' });
}

const inSheet = (id: string) => `[id="sheet-${id}"]`;
/** The Chinese name in the open sheet. */
const name = (phone: Phone, id: string, text: string) => phone.type(inSheet(`${id}.zh-CN`), text);

async function addOwnType(phone: Phone): Promise<void> {
  await phone.tap('#add');
  await phone.see('谁来审批');
  await phone.type(row('name.zh-CN'), '用车');
  await phone.tap('#row-add-field');
  await phone.see('是否必填');
  await name(phone, 'label', '费用');
  await phone.tap('#kind-money', '#required-yes');
  await phone.screenshot('type-field');
  await leaveSheet(phone);
  await phone.tap('#row-add-field');
  await name(phone, 'label', '病史');
  await phone.tap('#private-yes');
  await phone.screenshot('type-private');
  await leaveSheet(phone);
  await phone.see('文字 · 选填 · 加密');
  await phone.tap(row('step:0'));
  await name(phone, 'name', '主管');
  await leaveSheet(phone);
  await phone.tap('#row-add-step');
  await name(phone, 'name', '人事和财务');
  await phone.tap(inSheet('approver:0'));
  await phone.tap('#by-role', '#sheet-done', '#sheet-add-approver', '#role-payroll');
  await phone.screenshot('type-approver');
  await phone.tap('#sheet-done', '#mode-all', '#sheet-add-when', '#what-amount');
  await phone.type('#sheet-value', '1000');
  await phone.tap('#sheet-done');
  await phone.screenshot('type-step');
  await leaveSheet(phone);
}

test('a type of the company’s own: drawn, tried, sent by an employee, and changed while it runs', async () => {
  const desk = await company.phoneOf('E0004', { page: '/features/office/pages/home/home' });
  await desk.tap('#office-request-types');
  await desk.see('新增申请类型');
  await desk.screenshot('types-list');
  await addOwnType(desk);
  const sentence = '直属主管 → 人事和薪酬都同意（¥1,000及以上）';
  await desk.see(sentence);
  await desk.type(row('trial.amount'), '500');
  await desk.see('这样会经过：直属主管');
  await desk.type(row('trial.amount'), '1500');
  await desk.see('这样会经过：直属主管 → 人事和薪酬都同意');
  await desk.screenshot('type-editor');
  await desk.tap('#save');
  await desk.see('已保存为第 1 版');
  await desk.screenshot('type-saved');
  const [type] = await company.cloud.db.find('request_types', { current: true });
  const id = String(type?._id);
  afterAMinute();

  const phone = await company.phoneOf('E0017', { page: `${FORM}?type=${id}` });
  await phone.type('#input-f1', '1500');
  await phone.type('#input-f2', '晕车');
  await phone.see('人事和财务');
  await phone.screenshot('type-form');
  await sendForm(phone);

  await desk.tap(row('step:1'));
  await desk.tap('#sheet-remove');
  await desk.frame.locator('#sheet-title').waitFor({ state: 'hidden' });
  await desk.tap('#save');
  await desk.see('已保存为第 2 版', '第 2 步：人事和薪酬都同意（¥1,000及以上） → 无');
  afterAMinute();
  const [sent] = await company.cloud.db.find('requests', { typeId: id });
  expect(sent?.values).toMatchObject({ f1: 150_000, f2: expect.not.stringContaining('晕车') });
  await act('E0009', 'decide', { id: sent?._id, rev: 1, verb: 'approve' });
  const running = await company.cloud.db.get('requests', String(sent?._id));
  expect(running).toMatchObject({ state: 'pending' });
  expect(running?.waitingFor).toEqual(expect.arrayContaining(['E0046', 'E0006']));
  const input = { key: KEY, typeId: id, version: 2, values: { f1: 150_000 } };
  const { data } = await act('E0017', 'submit', input);
  await act('E0009', 'decide', { id: data.id, rev: data.rev, verb: 'approve' });
  expect(await company.cloud.db.get('requests', data.id)).toMatchObject({ state: 'approved' });
});

test('a field that the rules need says why it stays', async () => {
  const desk = await company.phoneOf('E0004', { page: `${TYPES}/request-type/request-type?id=leave` });
  await desk.tap(row('field:1'));
  await desk.see('系统按“时间”计算和检查这种申请，所以不能删除，也不能换成别的内容。可以改名、换位置。');
  expect(await desk.frame.locator('#sheet-remove').count()).toBe(0);
  await desk.screenshot('type-fixed');
});

test('whoever may not see a page is told who may, and is led back', async () => {
  const phone = await company.phoneOf('E0017', { page: `${TYPES}/request-types/request-types` });
  await phone.see('这里只对管理员开放');
  expect(await phone.text()).not.toContain('重试');
  await phone.screenshot('not-allowed');
  await phone.set({ language: 'en', dark: true });
  await phone.see('This is for administrators only');
  await phone.screenshot('not-allowed-en');
  await phone.tap('Back');
  await company.until(async () => (await phone.route()) === 'pages/today/today');
});

test('a leave type that is switched on is a balance a minute later; less than the law says so', async () => {
  const desk = await company.phoneOf('E0004', { page: `${TYPES}/leave-types/leave-types` });
  await desk.see('公司年休假');
  await desk.screenshot('leave-types');
  await desk.tap('#leave-company-annual', '#enabled-yes', '#save');
  await desk.see('已保存为第 1 版');
  afterAMinute();
  const phone = await company.phoneOf('E0017', { page: '/features/requests/pages/balances/balances' });
  await phone.see('公司年休假');

  const other = await company.phoneOf('E0004', { page: `${TYPES}/leave-type/leave-type?id=annual` });
  await other.tap(row('rule:0'));
  await other.screenshot('leave-rule');
  await other.tap(inSheet('tier:0'));
  await other.type('#sheet-days', '3');
  await other.tap('#sheet-done');
  await leaveSheet(other);
  await other.tap('#save');
  await other.see('全国工龄满 1 年给 3 天，法定 5 天');
  await other.frame.locator('#warnings').scrollIntoViewIfNeeded();
  await other.screenshot('leave-warning');
});

test('HR corrects a balance, and the person sees why', async () => {
  const desk = await company.phoneOf('E0046', { page: `${TYPES}/person-balance/person-balance` });
  await desk.see('看谁的余额');
  await desk.screenshot('balance-empty');
  await desk.tap('选一位员工');
  await desk.type('#person-search', 'E0017');
  await desk.tap('#person-E0017');
  await desk.frame.locator('#person-search').waitFor({ state: 'hidden' });
  await desk.tap('#balance-annual', '#adjust-annual');
  await desk.type('#sheet-days', '1');
  await desk.type('#sheet-hours', '4');
  await desk.type('#sheet-reason', '补录上一年');
  await desk.see('10 天 → 11 天 4 小时');
  await desk.screenshot('balance-adjust');
  await desk.tap('#sheet-done');
  await desk.see('年休假已更正：10 天 → 11 天 4 小时');
  await desk.screenshot('balance-done');
  const phone = await company.phoneOf('E0017', { page: '/features/requests/pages/balances/balances' });
  await phone.tap('#balance-annual');
  await phone.see('11月23日 周一 · 补录上一年');
});

test('of two who save at once the second keeps what was entered, and sees what the first one changed', async () => {
  const page = `${TYPES}/company-rules/company-rules`;
  const first = await company.phoneOf('E0004', { page: '/features/office/pages/home/home' });
  await first.tap('#office-company-rules');
  const second = await company.phoneOf('E0046', { page });
  await second.type(row('resignation.noticeDays'), '45');
  await first.type(row('correction.monthlyQuota'), '5');
  await first.screenshot('company-rules');
  await first.tap('.mp-back');
  await first.see('改动还没有保存，离开后会丢失。');
  await first.screenshot('rules-leave');
  await first.tap('取消', '#save');
  await first.see('已保存为第 1 版');
  await second.tap('#save');
  await second.see('刚刚有人保存过另一版。你填的内容都还在，先看看对方改了什么再保存。');
  await second.screenshot('rules-conflict');
  await second.tap('看对方的改动');
  await second.see('补卡 · 每月最多：3 次 → 5 次');
  expect(await second.find(`${row('resignation.noticeDays')} input`).inputValue()).toBe('45');
  await second.tap('#save');
  await second.see('离职提前 45 天通知，法律只要求 30 天');
  await second.find('#warnings').scrollIntoViewIfNeeded();
  await second.screenshot('rules-warning');
  expect(await company.cloud.db.get('request_rules', 'company')).toMatchObject({
    version: 2,
    resignation: { noticeDays: 45 },
  });
});
