import { CONSOLE_SECRET } from '../../local/demo/function-variables';
import { seenInTime } from '../support/patience';
import { useCompany } from './support/company';
import type { Phone } from './support/phone';
import { pickTime } from './support/pickers';
import { readCode } from './support/read-code';
import { sendForm } from './support/send-form';

const company = useCompany();

test('the month says of a late day why it is late', async () => {
  const phone = await company.phoneOf('E0012');
  await phone.tap('#month-link');
  await phone.see('2026年11月');
  await phone.tap('[data-day="2026-11-05"]');
  await phone.see('迟到 14 分钟', '怎么算的');
  expect(await phone.text()).toMatch(/晚于 09:00 加弹性 10 分钟，迟到 14 分钟/);
  expect(await phone.text()).toMatch(/依据：白班规则第 1 版/);
  await phone.screenshot('month-late');
  await phone.tap('#previous');
  await phone.see('2026年10月');
  await phone.tap('[data-day="2026-10-01"]');
  expect(await phone.text()).toMatch(/国庆节，法定节假日/);
  await phone.tap('[data-day="2026-10-10"]');
  await phone.see('国庆节调休上班');
  await phone.screenshot('month-october');
});

test('a missing punch leads from Today to its correction, and from then on to the request that waits', async () => {
  const { _id: id } = await company.notPunched();
  const yesterday = (await company.punches(id, '2026-11-20')).filter(({ slot }) => slot === 'in');
  await company.cloud.db.updateMany(
    'attendance_days',
    { _id: `${id}:2026-11-20` },
    { $set: { punches: yesterday } },
  );
  const phone = await company.phoneOf(id);
  await phone.tap('11月20日 周五 缺下班卡');
  await pickTime(phone, '#input-time', '18:10');
  await phone.type('#input-reason', '开会忘记');
  await sendForm(phone);
  expect((await company.requestOf(id)).values).toMatchObject({ day: '2026-11-20', slot: 'out' });
  const again = await company.phoneOf(id);
  await again.see('11月20日 周五 下班补卡', '审批中，查看');
  await again.screenshot('today-correction-waits');
  await again.tap('#month-link', '[data-day="2026-11-20"]');
  await again.see('补卡审批中，查看');
  await again.screenshot('month-correction-waits');
  await again.tap('补卡审批中，查看');
  await company.until(async () => (await again.route()) === 'features/requests/pages/detail/detail');
});

test('language switches every screen at once and stays', async () => {
  const phone = await company.phoneOf('E0012');
  await phone.see('上班打卡');
  await phone.tap('我的');
  // What comes last moves the rows below it.
  await phone.see('2 条未读');
  await phone.tap('语言', 'English');
  await phone.see('My attendance', '.mp-title >> text="Me"');
  await phone.screenshot('me-en');
  await phone.tap('Today');
  await phone.see('Clock in', '.mp-title >> text="Today"');
  await phone.tap('Pending');
  expect(await phone.text()).not.toMatch(/[一-鿿]/);
  await phone.reload();
  expect(await phone.text()).not.toMatch(/上班打卡/);
  // Another phone follows the choice once the functions have looked the person up again.
  company.cloud.clock.advance(61_000);
  const again = await company.phoneOf('E0012');
  await again.see('Clock in');
  await again.tap('Me');
  await again.see('2 unread');
  await again.tap('Language', '简体中文');
  await again.see('月考勤');
});

test('dark follows the phone', async () => {
  const phone = await company.phoneOf('E0012');
  await phone.see('上班打卡');
  const background = () =>
    phone.frame.evaluate(
      () => getComputedStyle(document.querySelector('wx-page') ?? document.body).backgroundColor,
    );
  const light = await background();
  await phone.set({ dark: true });
  await phone.page.waitForTimeout(300);
  expect(await background()).not.toBe(light);
  await phone.screenshot('today-dark');
});

test('another person sees their own day', async () => {
  const phone = await company.phoneOf('E0012');
  await phone.see('早上好，示例员工乙亥');
  const other = String((await company.cloud.db.get('employees', 'E0009'))?.name);
  await phone.set({ person: 'demo_openid_E0009' });
  await phone.ready();
  await phone.see(`早上好，${other}`);
});

test('HR makes a code on the phone, and a stranger binds with it, once', async () => {
  const hr = await company.phoneOf('E0046', { page: '/features/people/pages/invites/invites' });
  await hr.tap('#person-E0060');
  await hr.screenshot('invites');
  await hr.tap('#make');
  await hr.see('邀请码');
  await hr.screenshot('invites-made');
  const code = (await hr.read('#invite-E0060 .code')).replace(' ', '');
  expect(code).toMatch(/^[A-Z0-9]{8}$/);
  await hr.tap('#invite-E0060 [aria-label^="二维码"]');
  await hr.see('对方在“绑定员工身份”页扫这个码');
  expect(await readCode(hr)).toBe(code);
  await hr.screenshot('invites-qr');
  const phone = await company.phone({ person: 'demo_openid_newcomer' });
  await phone.see('输入邀请码');
  await phone.type('#code', 'ZZZZ 9999');
  await phone.tap('#submit');
  await phone.see('邀请码不对、已用过或已过期，还可以试 4 次');
  await phone.screenshot('binding-wrong');
  await phone.set({ scan: 'TX1.S-SH.1.a.b' });
  await phone.tap('#scan');
  await phone.see('这不是邀请码');
  await phone.set({ scan: code });
  await phone.tap('#scan');
  await phone.tap('#submit');
  await phone.see('进入今日');
  await phone.tap('进入今日');
  await phone.see('今天的打卡');
  const thief = await company.phone({ person: 'demo_openid_thief' });
  await thief.type('#code', code);
  await thief.tap('#submit');
  await thief.see('邀请码不对、已用过或已过期，还可以试 4 次');
});

test('who has left is told so, without a button that cannot help', async () => {
  const phone = await company.phoneOf('E0044');
  await phone.see('已结束使用');
  expect(await phone.text()).not.toMatch(/重试/);
});

test('a tab without content says so', async () => {
  const phone = await company.phoneOf('E0012');
  await phone.tap('待办', '#segment-waiting');
  await phone.see('没有等你决定的事');
});

/** Reads the labels until they are these, or gives what they stay. */
async function tabsOnce(phone: Phone, wanted: readonly string[]): Promise<string[]> {
  let found: string[] = [];
  await seenInTime(async () => {
    found = await phone.frame.locator('mp-tabbar [role=tab]').allInnerTexts();
    return found.join() === wanted.join();
  }, 50);
  return found;
}

const ENGLISH_TABS = ['Today', 'Pending', 'Goals', 'Me'];

test('a language chosen where there is no tab bar is on every tab afterwards', async () => {
  const issued = await company.cloud.invoke(
    'people',
    { action: 'createInvite', input: { employeeId: 'E0059' }, secret: CONSOLE_SECRET },
    { as: { kind: 'console' } },
  );
  const { data } = issued.result as { data?: { code: string } };
  const phone = await company.phone({ person: 'demo_openid_speaker' });
  await phone.see('输入邀请码');
  await phone.tap('English');
  await phone.type('#code', data?.code ?? '');
  await phone.tap('#submit', 'Go to Today');
  await phone.see('Clock in');
  expect(await tabsOnce(phone, ENGLISH_TABS)).toEqual(ENGLISH_TABS);
});

test.each(['today', 'pending', 'me'])(
  'a phone that opens on %s has its tabs in its language',
  async (tab) => {
    // Somebody who has never chosen a language: a choice on another phone would come before that of WeChat.
    const phone = await company.phoneOf('E0013', { page: `/pages/${tab}/${tab}`, lang: 'en' });
    expect(await tabsOnce(phone, ENGLISH_TABS)).toEqual(ENGLISH_TABS);
  },
);

test('a phone opened by a message shows the labels and the number on the first tab it comes to', async () => {
  const phone = await company.phoneOf('E0009', {
    page: '/features/notices/pages/inbox/inbox',
    lang: 'en',
  });
  await phone.see('Messages');
  await phone.tap('.mp-home');
  await phone.see('Clock in');
  const waiting = await company.cloud.db.count('requests', { waitingFor: 'E0009', state: 'pending' });
  const tabs = ['Today', `${waiting}\nPending`, 'Goals', 'Me'];
  expect(await tabsOnce(phone, tabs)).toEqual(tabs);
});
