import { messageTo } from '../support/notices';
import { useCompany } from './support/company';

const company = useCompany();
const NOW = Date.parse('2026-11-23T08:57:00+08:00');
const ME = 'E0012';

/** `count` messages to the main person, the first one newest. */
const post = (count: number, name: string) =>
  company.cloud.db.insertMany(
    'messages',
    Array.from({ length: count }, (_, n) =>
      messageTo([ME], `${name}-${String(n).padStart(2, '0')}`, NOW - (n + 1) * 60_000, {
        data: {
          type: { 'zh-CN': '请假', en: 'Leave' },
          title: { 'zh-CN': `年假 第 ${n + 1} 份`, en: `Annual leave no. ${n + 1}` },
        },
        template: null,
        delivery: 'done',
      }),
    ),
  );
/** Without the messages of the demo, and of the test before. */
beforeEach(() => company.cloud.db.replaceAll({ messages: [], inboxes: [] }));

test('new messages are counted under Me, listed in pages, and read once they were seen', async () => {
  await post(25, 'news');
  const phone = await company.phoneOf(ME, { page: '/pages/me/me' });
  await phone.see('25 条未读');
  await phone.tap('#inbox');
  await phone.see('年假 第 1 份', '你的请假已同意');
  await phone.screenshot('inbox');
  expect(await phone.text()).not.toContain('年假 第 25 份');
  await phone.find('年假 第 20 份').scrollIntoViewIfNeeded();
  await phone.see('年假 第 25 份');
  await phone.tap('.mp-back');
  await phone.see('消息');
  await phone.find('25 条未读').waitFor({ state: 'hidden' });
  expect(await company.cloud.db.find('inboxes')).toMatchObject([{ _id: ME, readUntil: NOW - 60_000 }]);
});

test('nothing yet, in English and dark', async () => {
  const phone = await company.phoneOf(ME, {
    page: '/features/notices/pages/inbox/inbox',
    lang: 'en',
    dark: true,
  });
  await phone.see('No messages yet');
  await phone.screenshot('inbox-empty-dark-en');
  expect(await phone.text()).not.toMatch(/[一-鿿]/);
});

test('without a network the page says so, and recovers', async () => {
  await post(1, 'late');
  const phone = await company.phoneOf(ME, {
    page: '/features/notices/pages/inbox/inbox',
    network: 'offline',
  });
  await phone.see('没有取到消息');
  await phone.set({ network: 'online' });
  await phone.see('年假 第 1 份');
});

test('who allows a message in WeChat gets one, and one only', async () => {
  const phone = await company.phoneOf(ME, { page: '/features/notices/pages/inbox/inbox' });
  await phone.tap('允许提醒', '拒绝');
  await phone.see('没有打开微信提醒，消息仍会出现在这里');
  await phone.tap('允许提醒', '允许');
  await phone.see('已允许，下一次会用微信提醒你');
  const credits = async () => (await company.cloud.db.get('inboxes', ME))?.credits;
  await company.until(async () => Boolean(await credits()));
  expect(await credits()).toEqual({ result: 1, waiting: 0 });
  await company.cloud.db.insertMany(
    'messages',
    ['one', 'two'].map((id, n) => messageTo([ME], id, NOW + n)),
  );
  await company.cloud.timers.runNow('notices');
  expect(company.cloud.outbox.list().map(({ touser, page }) => [touser, page])).toEqual([
    [`demo_openid_${ME}`, 'features/requests/pages/detail/detail?id=R1'],
  ]);
  expect(await credits()).toEqual({ result: 0, waiting: 0 });
});
