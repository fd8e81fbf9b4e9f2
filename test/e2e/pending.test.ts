import { useCompany } from './support/company';
import { confirmSheet } from './support/confirm-sheet';
import type { Phone } from './support/phone';
import { sendForm } from './support/send-form';

const company = useCompany();
/** Of somebody who wants no messages: no sheet of WeChat's lies over the cards. */
const PENDING = { page: '/pages/pending/pending', messages: 'refused' as const };
const DETAIL = '/features/requests/pages/detail/detail?id=';

interface Stored {
  readonly _id: string;
  readonly rev: number;
  readonly state: string;
  readonly applicantId: string;
  readonly waitingFor: readonly string[];
}

const find = async (filter: Record<string, unknown>) =>
  (await company.cloud.db.find('requests', filter)) as unknown as readonly Stored[];
const stored = async (id: string) => (await company.cloud.db.get('requests', id)) as unknown as Stored;
const call = (employeeId: string, action: string, input: object) =>
  company.cloud.invoke(
    'requests',
    { action, input },
    { as: { kind: 'user', openid: `demo_openid_${employeeId}` } },
  );
const only = async (applicantId: string, kind: string): Promise<Stored> => {
  const [request] = await find({ applicantId, kind });
  if (!request) throw new Error(`${applicantId} has no ${kind}`);
  return request;
};
/** A trip of an employee of E0009's that E0009 has approved. */
const approvedTrip = async (employeeId: string, day: string): Promise<string> => {
  await trip(employeeId, day);
  const { _id, rev } = await only(employeeId, 'trip');
  await call('E0009', 'decide', { id: _id, rev, verb: 'approve' });
  expect(await stored(_id)).toMatchObject({ state: 'approved' });
  return _id;
};
const trip = (employeeId: string, day: string) =>
  call(employeeId, 'submit', {
    key: `trip-of-${employeeId}-on-${day}`,
    typeId: 'trip',
    version: 1,
    values: { period: { unit: 'day', from: day, to: day }, place: '苏州', reason: '客户现场' },
  });
/** Opens what else can be done with a card. */
const more = async (desk: Phone, id: string, verb: string) => {
  await desk.tap(`#card-${id} >> text="更多"`, `#more-${verb}`);
};
const pick = async (desk: Phone, employeeId: string) => {
  await desk.type('#person-search', employeeId);
  await desk.tap(`#person-${employeeId}`);
};

test('returned with spoken words, changed by the applicant and sent again', async () => {
  const { _id: id } = await only('E0016', 'trip');
  const desk = await company.phoneOf('E0009', PENDING);
  await desk.see('左右滑动卡片，看下一项或上一项');
  await desk.screenshot('pending-cards');
  await desk.tap(`#card-${id} >> text="更多"`);
  await desk.see('退回修改');
  await desk.screenshot('pending-more');
  await desk.tap('#more-return');
  await desk.set({ said: '请补充客户联系人' });
  await desk.hold('#talk', () => desk.see('松开，转成文字'));
  await desk.see('已填在上面，可以修改，确认后再发送');
  const field = desk.find('#return-comment textarea');
  expect(await field.inputValue()).toBe('请补充客户联系人');
  await field.fill('请补充客户联系人和电话');
  await desk.screenshot('pending-voice');
  await confirmSheet(desk, '#return-ok');
  await company.until(async () => (await stored(id)).state === 'returned');

  const phone = await company.phoneOf('E0016', { ...PENDING, messages: 'ask' });
  await phone.tap('#segment-mine');
  await phone.see('已退回');
  await phone.tap(`#card-${id}`);
  await phone.see('请补充客户联系人和电话');
  await phone.screenshot('detail-returned');
  await phone.tap('#do-resubmit');
  await phone.see('提交后会怎样');
  const reason = phone.find('#input-reason textarea');
  expect(await reason.inputValue()).not.toBe('');
  await reason.fill('拜访客户，联系人王经理');
  await phone.see('谁来审批');
  await sendForm(phone);
  expect(await stored(id)).toMatchObject({ state: 'pending', waitingFor: ['E0009'] });
});

test('without the plugin there is no button to speak', async () => {
  const { _id: id } = await only('E0015', 'correction');
  const desk = await company.phoneOf('E0009', { ...PENDING, said: '' });
  await desk.tap(`#card-${id} >> text="拒绝"`);
  await desk.see('拒绝这份申请');
  expect(await desk.text()).not.toContain('按住说话');
});

test('a microphone that was refused is explained, and allowed again', async () => {
  const { _id: id } = await only('E0015', 'correction');
  const desk = await company.phoneOf('E0009', { ...PENDING, microphone: 'refused' });
  await more(desk, id, 'approve');
  await desk.hold('#talk', () => desk.see('没有麦克风权限，允许后再按住说话'));
  await desk.screenshot('voice-denied');
});

test('passed on to somebody else, and a signer added, from the card', async () => {
  const { _id: correction } = await only('E0015', 'correction');
  const { _id: overtime } = await only('E0014', 'overtime');
  const desk = await company.phoneOf('E0009', PENDING);
  await more(desk, correction, 'transfer');
  await desk.see('转交给谁');
  await pick(desk, 'E0010');
  await company.until(async () => (await stored(correction)).waitingFor.join() === 'E0010');
  await desk.frame.waitForSelector(`#card-${correction}`, { state: 'detached' });
  await more(desk, overtime, 'add-signer');
  await pick(desk, 'E0010');
  await company.until(async () => (await stored(overtime)).waitingFor.includes('E0010'));
  const other = await company.phoneOf('E0010', PENDING);
  await other.find(`#card-${correction}`).waitFor();
  await other.tap(`#card-${correction}`);
  await other.see('示例员工壬申 转交给 示例员工癸酉');
});

test('an approver allows one message in the tap that approves, and the next request is told in WeChat', async () => {
  const ME = 'demo_openid_E0009';
  const credits = async () => (await company.cloud.db.get('inboxes', 'E0009'))?.credits;
  const toMe = () => company.cloud.outbox.list().filter(({ touser }) => touser === ME);
  for (const day of ['15', '16', '17']) await trip('E0016', `2026-12-${day}`);
  const ids = (await find({ applicantId: 'E0016', kind: 'trip', state: 'pending' })).map(({ _id }) => _id);
  const [first = '', second = '', third = ''] = ids;
  const desk = await company.phoneOf('E0009', { ...PENDING, messages: 'ask' });
  await desk.tap(`#card-${first} >> text="同意"`);
  await desk.see('申请给你发送以下消息各一次', 'demo-waiting');
  await desk.screenshot('pending-asks');
  await desk.tap('允许');
  // The same sitting: nothing lies over the card.
  await desk.tap(`#card-${second} >> text="同意"`);
  await company.until(async () => (await stored(first)).state === 'approved');
  await company.until(async () => JSON.stringify(await credits()) === '{"result":0,"waiting":1}');
  const before = toMe().length;
  await trip('E0016', '2026-12-18');
  await company.cloud.timers.runNow('notices');
  expect(toMe()).toHaveLength(before + 1);
  expect(toMe().at(-1)?.templateId).toBe('demo-waiting');
  await trip('E0016', '2026-12-21');
  await company.cloud.timers.runNow('notices');
  expect(toMe()).toHaveLength(before + 1);
  // Later, from the request itself; who refuses has decided all the same, and is not asked again.
  company.cloud.clock.advance(11 * 60_000);
  const detail = await company.phoneOf('E0009', { page: DETAIL + third });
  await detail.tap('#do-approve');
  await detail.see('申请给你发送以下消息各一次');
  await detail.tap('.mp-cancel');
  await company.until(async () => (await stored(third)).state === 'approved');
});

test('an approver who switched messages off decides as before', async () => {
  await trip('E0015', '2026-12-22');
  const [request] = await find({ applicantId: 'E0015', kind: 'trip', state: 'pending' });
  const desk = await company.phoneOf('E0009', { ...PENDING, messages: 'off' });
  await desk.tap(`#card-${request?._id} >> text="同意"`);
  await desk.see('已同意 1 项');
  await company.until(async () => (await stored(request?._id ?? '')).state === 'approved');
});

test('urged: a pause until the next time, and the card is urgent; a swipe leads to the next card', async () => {
  const { _id: id } = await only('E0013', 'leave');
  const phone = await company.phoneOf('E0013', { page: DETAIL + id });
  await phone.tap('#do-urge');
  await phone.see('已催办，12:57 后可以再催');
  await phone.tap('#explain');
  await phone.screenshot('detail-urged');
  expect(await phone.frame.locator('#do-urge').count()).toBe(0);
  const desk = await company.phoneOf('E0009', PENDING);
  await desk.see('加急');
  await desk.swipe(`#card-${id}`, -160);
  const topOf = async (card: string) => (await desk.frame.locator(`#card-${card}`).boundingBox())?.y ?? 0;
  await company.until(async () => (await topOf(id)) < 0);
});

test('ten in one tap: nine go through, the one that was withdrawn says so', async () => {
  const DAYS = ['01', '02', '03', '04', '07', '08', '09', '10', '11', '14'];
  for (const day of DAYS) await trip('E0017', `2026-12-${day}`);
  const trips = await find({ applicantId: 'E0017', kind: 'trip' });
  expect(trips).toHaveLength(10);
  const [withdrawn] = trips;
  const desk = await company.phoneOf('E0009', PENDING);
  // The cards are there before their end is scrolled to.
  await desk.find('#choose').waitFor();
  await desk.find('#create').scrollIntoViewIfNeeded();
  await desk.find(`#card-${trips.at(-1)?._id}`).waitFor();
  await desk.tap('#choose');
  for (const { _id } of trips) await desk.tap(`#card-${_id}`);
  await desk.see('已选 10 项，共 18 项');
  await call('E0017', 'withdraw', { id: withdrawn?._id, rev: withdrawn?.rev });
  await desk.tap('#approve-many');
  await desk.see('已同意 10 项', '9 项成功，1 项没有成功', '对方已撤回');
  await desk.find('#outcome').scrollIntoViewIfNeeded();
  await desk.screenshot('pending-outcome');
  expect(await find({ applicantId: 'E0017', kind: 'trip', state: 'approved' })).toHaveLength(9);
  await desk.tap('#outcome-read');
  await desk.frame.waitForSelector('#outcome', { state: 'detached' });
});

test('two taps in a row approve the card that was meant, and not the next one under the thumb', async () => {
  const desk = await company.phoneOf('E0009', PENDING);
  const waiting = () => company.cloud.db.count('requests', { waitingFor: 'E0009', state: 'pending' });
  const before = await waiting();
  const { x, y } = await desk.centreOf('同意');
  await desk.page.touchscreen.tap(x, y);
  await desk.page.touchscreen.tap(x, y);
  await desk.see('已同意 1 项');
  await desk.tap('#undo');
  await desk.find('#undo').waitFor({ state: 'detached' });
  await desk.tap('我发起的');
  expect(await waiting()).toBe(before);
});

test('what was approved is undone with the consent of who approved it', async () => {
  const id = await approvedTrip('E0017', '2026-12-02');
  const phone = await company.phoneOf('E0017', { page: DETAIL + id });
  await phone.tap('#do-cancel');
  await phone.see('申请撤销已批准的申请');
  await phone.type('#comment', '客户改期');
  await confirmSheet(phone, '#sheet-ok');
  await company.until(async () => (await find({ cancels: id })).length === 1);
  const desk = await company.phoneOf('E0009', PENDING);
  const [asking] = await find({ cancels: id });
  await desk.see('客户改期');
  await desk.tap(`#card-${asking?._id} >> text="同意"`);
  await desk.see('已同意 1 项');
  await company.until(async () => (await stored(id)).state === 'cancelled');
  await phone.reload();
  await phone.see('已撤销');
});

test('what was decided is found by name, state and type', async () => {
  await approvedTrip('E0017', '2026-12-02');
  const desk = await company.phoneOf('E0009', PENDING);
  await desk.tap('#segment-done');
  await desk.see('全部状态');
  await desk.type('#search', '庚辰');
  await desk.see('清除筛选');
  await desk.screenshot('pending-done');
  await desk.tap('#filter-state', '已拒绝', '确定');
  await desk.see('没有符合的申请');
  await desk.screenshot('pending-nothing');
  await desk.tap('#filter-clear', '#filter-kind', '出差', '确定');
  await desk.see('示例员工庚辰 · 出差 苏州 1 天');
});

test('what waits stands first among the to-dos of Today, and leads back to Pending', async () => {
  const desk = await company.phoneOf('E0009', PENDING);
  const waiting = await company.cloud.db.count('requests', { waitingFor: 'E0009', state: 'pending' });
  await desk.find('[id^="card-"]').waitFor();
  await desk.tap('今日');
  await desk.see(`有 ${waiting} 项申请等你处理`);
  await desk.find('#todo-waiting').scrollIntoViewIfNeeded();
  await desk.screenshot('today-waiting');
  await desk.tap('#todo-waiting');
  await company.until(async () => (await desk.route()) === 'pages/pending/pending');
});

test('in English and in the dark', async () => {
  const desk = await company.phoneOf('E0009', { ...PENDING, dark: true, lang: 'en' });
  await desk.see('Reject');
  await desk.screenshot('pending-dark-en');
  const { _id: id } = await only('E0013', 'leave');
  await desk.tap(`#card-${id} >> text="More"`, '#more-approve');
  await desk.see('Hold to speak');
  await desk.screenshot('pending-voice-dark-en');
  const detail = await company.phoneOf('E0009', { page: DETAIL + id, dark: true, lang: 'en' });
  await detail.tap('#explain');
  await detail.see('Hide the explanation');
  await detail.screenshot('detail-dark-en');
});
