import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';

const company = useCompany();
/** Of somebody who wants no messages: no sheet of WeChat's lies over the cards. */
const PENDING = { page: '/pages/pending/pending', messages: 'refused' as const };
const FORM = '/features/requests/pages/form/form';
const DETAIL = '/features/requests/pages/detail/detail?id=';
const HANDOVER = '/features/requests/pages/handover/handover';
const PAYMENTS = '/features/requests/pages/payments/payments';
/** Who leaves, their manager, HR, payroll, and somebody with an expense. */
const LEAVER = 'E0019';
const MANAGER = 'E0010';
const HR = 'E0047';
const PAYROLL = 'E0006';
const SPENDER = 'E0020';

const call = async (employeeId: string, action: string, input: object) =>
  company.cloud.invoke(
    'requests',
    { action, input },
    { as: { kind: 'user', openid: `demo_openid_${employeeId}` } },
  );
const only = async (applicantId: string) => {
  const [request] = await company.cloud.db.find('requests', { applicantId });
  return request as unknown as { _id: string; rev: number; state: string };
};
const taskState = async (id: string) => (await company.cloud.db.get('handover_tasks', id))?.state;
const approveAs = async (employeeId: string, applicantId: string) => {
  const { _id, rev } = await only(applicantId);
  await call(employeeId, 'decide', { id: _id, rev, verb: 'approve' });
};

/** A taxi of the spender's, approved by manager and payroll. */
const approvedExpense = async () => {
  const lines = [{ day: '2026-11-20', category: 'travel', amount: 12_345 }];
  await company.submit(SPENDER, 'expense', { lines, reason: '打车' });
  await approveAs(MANAGER, SPENDER);
  await approveAs(PAYROLL, SPENDER);
};

test('a resignation: notice, handover, settlement, and the end of access', async () => {
  const phone = await company.phoneOf(LEAVER, { page: `${FORM}?type=resignation&lastDay=2026-12-23` });
  await phone.type('#input-reason', '回家乡发展');
  await phone.see('30 天，最早 12月23日 周三 离开');
  await phone.screenshot('leaving-form');
  await phone.tap('#submit');
  // It is named, with the last day, before it is sent.
  await phone.see('提交离职申请？');
  expect(await phone.text()).toContain('最后工作日是 12月23日 周三');
  // WeChat asks about messages in the tap that sends, not before.
  await phone.tap('.van-dialog >> text="提交离职"', '允许');
  await phone.see('已提交', '最后工作日');
  await phone.screenshot('leaving-sent');
  const { _id: id } = await only(LEAVER);
  const desk = await company.phoneOf(MANAGER, PENDING);
  await desk.tap(`#card-${id} >> text="同意"`);
  await desk.see('已同意 1 项');
  await company.until(async () => (await only(LEAVER)).rev === 2);
  await approveAs(HR, LEAVER);
  expect((await only(LEAVER)).state).toBe('approved');
  // `people` enters the last day by its timer; all else has happened with the decision.
  await company.until(async () => (await company.cloud.db.count('leavings', { employeeId: LEAVER })) === 1);
  company.cloud.clock.advance(60 * 60_000);
  await company.until(async () => (await company.cloud.db.get('employees', LEAVER))?.leftOn === '2026-12-23');
  expect(await company.cloud.db.count('handover_tasks', { employeeId: LEAVER })).toBe(6);

  const own = await company.phoneOf(LEAVER, { page: DETAIL + id });
  await own.see('还有 6 项没有完成，共 6 项');
  await own.screenshot('leaving-detail');
  await own.tap('#handover');
  await own.see('我的交接');
  expect(await own.frame.locator('.done').count()).toBe(0);
  await own.screenshot('handover-own');

  const hr = await company.phoneOf(HR, { page: HANDOVER });
  await hr.see('等 4 项交接完成或免除后才能结算');
  await hr.screenshot('handover-list');

  const manager = await company.phoneOf(MANAGER, { page: '/features/office/pages/home/home' });
  await manager.tap('#office-handover');
  for (const area of ['work', 'accounts', 'files']) {
    await manager.tap(`#task-${id}-${area} >> .done`);
    await company.until(async () => (await taskState(`${id}-${area}`)) === 'done');
  }
  await manager.tap(`#task-${id}-assets >> .waive`);
  await manager.see('为什么不需要');
  await manager.type('#waive-comment', '没有领用物品');
  await confirmSheet(manager, '#waive-ok', '没有领用物品');
  await manager.screenshot('handover-manager');
  expect(await taskState(`${id}-assets`)).toBe('waived');

  await hr.reload();
  await hr.tap(`#task-${id}-certificate >> .done`);
  await company.until(async () => (await taskState(`${id}-certificate`)) === 'done');
  await hr.tap(`#task-${id}-settlement >> .done`);
  await company.until(async () => (await taskState(`${id}-settlement`)) === 'done');
  await hr.tap(`#leaver-${LEAVER} >> text=查看全部`);
  await hr.see('6 项都已完成');
  await hr.screenshot('handover-done');
  await hr.tap(`#task-${id}-work >> text=改回未完成`);
  await hr.see('已经做了最终结算，先把结算改回未完成，再改交接');

  company.cloud.clock.set(Date.parse('2026-12-23T17:00:00+08:00'));
  const last = await company.phoneOf(LEAVER);
  await last.see('12月23日 周三');
  company.cloud.clock.set(Date.parse('2026-12-24T09:00:00+08:00'));
  const after = await company.phoneOf(LEAVER);
  await after.see('你的任职已结束，不能再使用。如有疑问请联系人事');
  await after.screenshot('leaving-ended');
});

test('an approved expense is paid with a reference, and the person sees it', async () => {
  await approvedExpense();
  const { _id: id, state } = await only(SPENDER);
  expect(state).toBe('approved');
  const phone = await company.phoneOf(SPENDER, { page: DETAIL + id });
  await phone.see('已批准，等待付款 ¥123.45');
  const payroll = await company.phoneOf(PAYROLL, { page: PAYMENTS });
  await payroll.see('1 笔，共 ¥123.45');
  await payroll.screenshot('payments');
  await payroll.tap(`#due-${id} >> .mark`);
  await payroll.see('付款流水号');
  await payroll.type('#paid-comment', '工行 20261123-001');
  await payroll.screenshot('payments-sheet');
  await confirmSheet(payroll, '#paid-ok', '没有待付款的报销');
  await phone.reload();
  await phone.see('11月23日 周一 已付款 ¥123.45，流水号 工行 20261123-001');
  await phone.screenshot('expense-paid');

  await payroll.tap('#show-paid', `#paid-${id} >> .correct`);
  await payroll.type('#reference-comment', '工行 20261123-002');
  await payroll.tap('#reference-ok');
  await payroll.see('工行 20261123-001 → 工行 20261123-002');
  await payroll.type('#reason-comment', '抄错了一位');
  await payroll.screenshot('payments-correct');
  await confirmSheet(payroll, '#reason-ok', '11月23日 周一 已付款 ¥123.45，流水号 工行 20261123-002');
  await payroll.screenshot('payments-corrected');
  await phone.reload();
  await phone.see('抄错了一位');
  await phone.find('.comment-said').scrollIntoViewIfNeeded();
  await phone.screenshot('expense-corrected');
});

test('in English and in the dark', async () => {
  await company.submit(LEAVER, 'resignation', { lastDay: '2026-12-23', reason: '回家乡发展' });
  await company.approveAll(LEAVER);
  await approvedExpense();
  const { _id: id } = await only(SPENDER);
  const { rev } = (await company.cloud.db.get('expense_payments', id)) as unknown as { rev: number };
  await company.act(PAYROLL, 'markPaid', { id, rev, reference: '工行 20261123-001' });
  const hr = await company.phoneOf(HR, { page: `${HANDOVER}?employee=${LEAVER}`, dark: true, lang: 'en' });
  await hr.see('Final settlement');
  await hr.screenshot('handover-dark-en');
  const payroll = await company.phoneOf(PAYROLL, { page: PAYMENTS, dark: true, lang: 'en' });
  await payroll.see('Nothing to be paid');
  const own = await company.phoneOf(SPENDER, { page: PAYMENTS, lang: 'en' });
  await own.see('My expenses');
  await own.screenshot('payments-own-en');
  const change = await company.phoneOf(SPENDER, { page: `${FORM}?type=profile`, lang: 'en' });
  await change.type('#input-what', '新住址');
  await change.see('HR enters it into your record; nothing changes by itself');
  await change.screenshot('profile-form-en');
});
