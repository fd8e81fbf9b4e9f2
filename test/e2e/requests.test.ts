import { useCompany } from './support/company';
import { sendForm } from './support/send-form';

const company = useCompany();
/** Of somebody who wants no messages: no sheet of WeChat's lies over the cards. */
const PENDING = { page: '/pages/pending/pending', messages: 'refused' as const };
const FORM = '/features/requests/pages/form/form';

const requestsOf = (applicantId: string) => company.cloud.db.find('requests', { applicantId });
const stateOf = async (applicantId: string) => (await requestsOf(applicantId)).map(({ state }) => state);
test('on a narrow phone the boxes of the first and the last day stand apart', async () => {
  const phone = await company.phoneOf('E0017', { page: `${FORM}?type=leave`, width: 320, height: 640 });
  await phone.see('提交后会怎样');
  const boxes = await phone.frame
    .locator('#period-from, #period-to')
    .evaluateAll((found) => found.map((box) => box.getBoundingClientRect()));
  expect(boxes).toHaveLength(2);
  expect((boxes[1]?.top ?? 0) - (boxes[0]?.bottom ?? 0)).toBeGreaterThan(0);
});

test('leave: seen before it is sent, sent, approved on one card, and on the calendar', async () => {
  const phone = await company.phoneOf('E0017', { page: `${FORM}?type=leave` });
  await phone.see('提交后会怎样', '10 天 → 9 天');
  await phone.screenshot('leave-form');
  await sendForm(phone);
  expect(await requestsOf('E0017')).toMatchObject([{ state: 'pending', amountMinutes: 480 }]);
  await phone.tap('#open');
  await phone.see('审批中', '审批步骤');
  await phone.screenshot('leave-detail');

  const desk = await company.phoneOf('E0009', { ...PENDING, messages: 'ask' });
  const [request] = await requestsOf('E0017');
  await desk.see('拒绝');
  await desk.tap(`#card-${request?._id} >> text="同意"`);
  await desk.see('已同意 1 项');
  await desk.page.waitForTimeout(6_000);
  await desk.tap('.mp-confirm');
  // The five seconds begin when nothing lies over the way back any more.
  await desk.screenshot('pending-undo');
  await desk.tap('#undo');
  await desk.frame.waitForSelector('#undo', { state: 'detached' });
  expect(await stateOf('E0017')).toEqual(['pending']);
  await desk.tap(`#card-${request?._id} >> text="同意"`);
  await desk.see('已同意 1 项');
  await company.until(async () => (await stateOf('E0017'))[0] === 'approved');
  await desk.tap('#segment-done');
  await desk.see('示例员工庚辰 · 年休假 1 天');

  const month = await company.phoneOf('E0017', {
    page: '/features/attendance/pages/month/month?day=2026-11-24',
  });
  await month.see('年休假 1 天');
  await month.screenshot('month-leave');
});

test('several decided in one tap; one that was withdrawn meanwhile comes back with the reason', async () => {
  const desk = await company.phoneOf('E0009', PENDING);
  await desk.see('多选');
  await desk.tap('#choose');
  const waiting = (await company.cloud.db.find('requests', { waitingFor: 'E0009' })).map(({ _id }) =>
    String(_id),
  );
  expect(waiting.length).toBeGreaterThan(2);
  await desk.tap('#choose-all');
  await desk.see('全不选');
  await desk.see(`已选 ${waiting.length} 项`);
  await desk.screenshot('pending-many');
  const [withdrawn = ''] = waiting;
  const { applicantId, rev } = (await company.cloud.db.get('requests', withdrawn)) as unknown as {
    applicantId: string;
    rev: number;
  };
  await company.cloud.invoke(
    'requests',
    { action: 'withdraw', input: { id: withdrawn, rev } },
    { as: { kind: 'user', openid: `demo_openid_${applicantId}` } },
  );
  await desk.tap('#approve-many');
  // Overtime of four and a half hours is approved knowingly.
  await desk.see('1 份有红色提醒');
  await desk.tap('一起同意');
  await desk.see(`已同意 ${waiting.length} 项`);
  await company.until(
    async () => (await company.cloud.db.find('requests', { waitingFor: 'E0009' })).length === 0,
  );
  const states = await Promise.all(waiting.map((id) => company.cloud.db.get('requests', id)));
  expect(states.map((found) => found?.state)).toEqual([
    'withdrawn',
    ...waiting.slice(1).map(() => expect.stringMatching(/approved|pending/)),
  ]);
});

test('a missing punch is put right from the calendar, and rejected with a word', async () => {
  const phone = await company.phoneOf('E0019', { page: `${FORM}?type=correction&day=2026-11-20&slot=out` });
  await phone.tap('#input-time', '确定');
  await phone.type('#input-reason', '客户会议后忘记');
  await phone.see('第 1 次，最多 3 次');
  await phone.frame.waitForSelector('#submit .van-button--disabled', { state: 'detached' });
  await phone.tap('#submit');
  await phone.see('申请给你发送以下消息各一次');
  await phone.tap('拒绝');
  await phone.see('已提交');
  const [request] = await requestsOf('E0019');
  const desk = await company.phoneOf('E0010', PENDING);
  await desk.tap(`#card-${request?._id} >> text="拒绝"`);
  await desk.see('拒绝这份申请');
  await desk.find('#reject-comment textarea').fill('当天有下班记录');
  await desk.tap('#reject-ok');
  await desk.see('已拒绝 1 项');
  await company.until(async () => (await stateOf('E0019'))[0] === 'rejected');
  const mine = await company.phoneOf('E0019', PENDING);
  await mine.tap('#segment-mine');
  await mine.see('已拒绝');
  await mine.tap(`#card-${request?._id}`);
  await mine.see('当天有下班记录');
});

test('what cannot be sent says why before it is sent', async () => {
  const phone = await company.phoneOf('E0012', { page: `${FORM}?type=leave` });
  await phone.tap('#option-comp-time');
  await phone.see('余额不够：需要 1 天，还剩 3 小时');
  await phone.screenshot('leave-short');
});
