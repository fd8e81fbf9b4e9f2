import { useCompany } from './support/company';
import { SEPTEMBER } from './support/made-before';
import type { Phone } from './support/phone';
import { pickPeriod, pickTime } from './support/pickers';
import { sendForm } from './support/send-form';

/** The Monday before National Day 2026: 1 to 7 October are off, Saturday 10 October is worked. */
const company = useCompany(SEPTEMBER);
const TODAY = { page: '/pages/today/today' };
/** Of somebody who wants no messages: no sheet of WeChat's lies over the cards. */
const PENDING = { page: '/pages/pending/pending', messages: 'refused' as const };
const LEAVE = { page: '/features/requests/pages/form/form?type=leave' };
const BALANCES = { page: '/features/requests/pages/balances/balances' };
const ANNUAL_RULES = { page: '/features/types/pages/leave-type/leave-type?id=annual' };
const monthOn = (day: string) => ({ page: `/features/attendance/pages/month/month?day=${day}` });

interface StoredLeaveType {
  readonly rules: readonly { lostBy?: { sick: { tiers: readonly { months: number }[] } } }[];
}

/** Approves on the card, and waits until the five seconds of undo are over. */
async function approve(desk: Phone, applicantId: string) {
  const { _id, rev } = await company.requestOf(applicantId);
  await desk.tap(`#card-${_id} >> text="同意"`);
  await desk.see('已同意 1 项');
  await company.until(async () => (await company.requestOf(applicantId)).rev > rev);
}

describe('leave across National Day', () => {
  test('is counted day by day before it is sent; once approved, balance, calendar and punch follow', async () => {
    await countedDayByDay();
    await approvedByBoth();
    await followedByTheRest();
  });

  /** The form says what counts and why. */
  async function countedDayByDay() {
    const phone = await company.phoneOf('E0017', LEAVE);
    await pickPeriod(phone, '2026-09-30', '2026-10-10');
    await phone.see('国庆节 · 不计', '10月1日 周四 – 10月7日 周三', '国庆节调休上班 · 1 天');
    await phone.see('余额 10 天 → 6 天', '按 100% 发', '第 2 级主管');
    await phone.screenshot('story-national-day');
    await sendForm(phone);
    expect(await company.requestOf('E0017')).toMatchObject({ amountMinutes: 4 * 480, state: 'pending' });
  }

  /** The managers, on their cards. */
  async function approvedByBoth() {
    const first = await company.phoneOf('E0009', PENDING);
    await approve(first, 'E0017');
    const second = await company.phoneOf('E0002', PENDING);
    await second.see('10 天 → 6 天');
    await approve(second, 'E0017');
    expect(await company.requestOf('E0017')).toMatchObject({ state: 'approved' });
  }

  async function followedByTheRest() {
    const balances = await company.phoneOf('E0017', BALANCES);
    await balances.see('已用 4 天 · 6 天 在 12月31日 周四 到期');
    await balances.tap('#balance-annual');
    await balances.see('使用');
    expect(await balances.text()).not.toContain('申请占用');
    await balances.screenshot('story-balance');
    const month = await company.phoneOf('E0017', monthOn('2026-10-10'));
    await month.see('国庆节调休上班，按工作日算', '年休假 1 天');
    await month.tap('[data-day="2026-10-05"]');
    await month.see('国庆节放假，休息日');
    await month.screenshot('story-month-october');

    await company.goTo('2026-10-10T10:30:00+08:00');
    const today = await company.phoneOf('E0017', TODAY);
    // Before the holiday still: the days that can be corrected within seven workdays, and September's review. None of the leave.
    await today.see('3 项', '2026年9月总结还没交', '9月29日 周二 缺上班、下班卡', '9月28日 周一 缺下班卡');
    await company.goTo('2026-10-11T10:30:00+08:00');
    const after = await company.phoneOf('E0017', monthOn('2026-10-10'));
    await after.see('请假');
    expect(await after.text()).not.toContain('旷工');
  }
});

describe('two and a half hours of leave in the morning', () => {
  test('are asked for by the clock, shown in hours, and make who comes after them not late', async () => {
    const phone = await company.phoneOf('E0013', LEAVE);
    await phone.tap('#unit-hour');
    await pickTime(phone, '#period-start', '09:00');
    await pickTime(phone, '#period-end', '11:30');
    await phone.see('余额 3 天 → 2 天 5 小时 30 分钟');
    await phone.screenshot('story-hours');
    await sendForm(phone);
    const desk = await company.phoneOf('E0009', PENDING);
    await approve(desk, 'E0013');

    await company.goTo('2026-09-29T11:26:00+08:00');
    const today = await company.phoneOf('E0013', TODAY);
    await today.tap('#dial');
    await today.see('已打卡 11:26');
    const month = await company.phoneOf('E0013', monthOn('2026-09-29'));
    await month.see('年休假 2 小时 30 分钟');
    expect(await month.text()).not.toContain('迟到 1');
    await month.see('年休假 09:00–11:30，这段时间不要求打卡');
    await month.screenshot('story-hours-day');
  });
});

describe('the shortest way', () => {
  test('from Today to a sent request for tomorrow are three taps, without typing', async () => {
    const phone = await company.phoneOf('E0014', TODAY);
    await phone.see('请假');
    let taps = 0;
    const tap = async (target: string) => {
      await phone.tap(target);
      taps += 1;
    };
    await tap('#shortcut-leave');
    await phone.see('余额 10 天 → 9 天');
    await tap('#submit');
    await tap('允许');
    await phone.see('已提交');
    expect(taps).toBeLessThanOrEqual(3);
    expect(await company.requestOf('E0014')).toMatchObject({
      period: { unit: 'day', from: '2026-09-29', to: '2026-09-29' },
      title: { en: 'Annual leave' },
    });
  });

  test('two and a half days over a weekend are six taps, two hours are five', async () => {
    let taps = 0;
    const begin = async (id: string) => {
      const phone = await company.phoneOf(id, { ...TODAY, messages: 'refused' });
      taps = 0;
      return async (...targets: readonly string[]) => {
        taps += targets.length;
        await phone.tap(...targets);
        return phone;
      };
    };
    const days = await begin('E0020');
    await days('#shortcut-leave', '#day-2026-10-09', '#day-2026-10-12', '#portion-to-morning');
    const phone = await days('#submit');
    await phone.see('已提交');
    expect(taps).toBeLessThanOrEqual(6);
    expect(await company.requestOf('E0020')).toMatchObject({
      // Saturday is a make-up workday, Sunday is free.
      amountMinutes: 2.5 * 480,
      period: { unit: 'half', from: '2026-10-09', fromHalf: 1, to: '2026-10-12', toHalf: 1 },
    });
    const hours = await begin('E0021');
    await hours('#shortcut-leave', '#unit-hour', '#length-120', '#submit').then((each) => each.see('已提交'));
    expect(taps).toBeLessThanOrEqual(5);
    expect(await company.requestOf('E0021')).toMatchObject({ amountMinutes: 120 });
  });

  test('before a holiday tomorrow is the next day of work', async () => {
    await company.goTo('2026-09-30T09:00:00+08:00');
    const phone = await company.phoneOf('E0015', LEAVE);
    await phone.see('10月8日 周四');
  });
});

describe('on a weak network', () => {
  test('an answer that is lost and a second tap are one request', async () => {
    const phone = await company.phoneOf('E0016', LEAVE);
    await pickPeriod(phone, '2026-10-09');
    await phone.see('余额 10 天 → 9 天');
    const before = await company.cloud.db.count('requests', { applicantId: 'E0016' });
    await phone.set({ network: 'lost' });
    await phone.tap('#submit', '拒绝');
    await phone.see('没有收到答复，填的内容都在。再点提交，不会重复');
    await phone.screenshot('story-no-answer');
    await phone.set({ network: 'online' });
    await phone.tap('#submit');
    await phone.see('已提交');
    expect(await company.cloud.db.count('requests', { applicantId: 'E0016' })).toBe(before + 1);
  });

  test('without network it is said, and what was filled in is there when it is back', async () => {
    const phone = await company.phoneOf('E0018', LEAVE);
    await phone.type('#input-reason', '家里有事');
    // Kept on the phone: the page is loaded anew.
    await phone.page.waitForTimeout(1_000);
    await phone.reload();
    await phone.see('重新填');
    await phone.set({ network: 'offline' });
    await phone.tap('#submit');
    await phone.see('现在没有网络，填的内容都在，联网后再提交');
    await phone.set({ network: 'online' });
    await phone.tap('#submit', '拒绝');
    await phone.see('已提交');
    expect(await company.requestOf('E0018')).toMatchObject({ reason: '家里有事' });
  });

  test('a decision without network says so, and the card is back', async () => {
    const period = { unit: 'day', from: '2026-09-29', to: '2026-09-29' };
    const _id = await company.submit('E0018', 'leave', { leaveType: 'annual', period, reason: '家里有事' });
    const desk = await company.phoneOf('E0010', PENDING);
    await desk.see('同意');
    await desk.set({ network: 'offline' });
    await desk.tap(`#card-${_id} >> text="同意"`);
    await desk.see('这项没有处理成功：现在没有网络，联网后再试');
    await desk.screenshot('story-decide-offline');
    expect(await company.requestOf('E0018')).toMatchObject({ state: 'pending' });
    await desk.set({ network: 'online' });
    await approve(desk, 'E0018');
  });
});

test('one consent is one message; the result is in the inbox and in WeChat', async () => {
  const phone = await company.phoneOf('E0019', LEAVE);
  await phone.see('提交后会怎样');
  await phone.tap('#submit');
  await phone.see('申请给你发送以下消息各一次');
  await phone.tap('允许');
  await phone.see('已提交');
  await approve(await company.phoneOf('E0010', PENDING), 'E0019');
  const sent = () => company.cloud.outbox.list().filter(({ touser }) => touser === 'demo_openid_E0019');
  // With the decision, and not again by the timer.
  await company.until(async () => sent().length === 1);
  await company.cloud.invoke('notices', {}, { as: { kind: 'timer', name: 'notices' } });
  expect(sent()).toHaveLength(1);
  const inbox = await company.phoneOf('E0019', { page: '/features/notices/pages/inbox/inbox' });
  await inbox.see('你的请假已同意');
  await inbox.screenshot('story-inbox');
});

describe('long sick leave', () => {
  const SICK_SINCE = '2026-04-01';
  /** Eight years at work, of which six here. */
  const settle = (id: string) =>
    company.cloud.db.updateMany(
      'employees',
      { _id: id },
      { $set: { hiredOn: '2020-03-02', workingSince: '2018-07-01', city: 'shanghai' } },
    );

  test('that would take the annual leave away says so before it is sent, and to who decides', async () => {
    await settle('E0020');
    const phone = await company.phoneOf('E0020', LEAVE);
    await phone.tap('#option-sick');
    await pickPeriod(phone, '2026-10-08', '2026-12-07');
    const lost = '加上这次，2026 年病假累计 61 天，达到 60 天，不再享受当年的法定年休假；已休的从下一年扣';
    await phone.see(`年休假：${lost}`, '不低于当地最低工资的 80%');
    await phone.find(`年休假：${lost}`).scrollIntoViewIfNeeded();
    await phone.screenshot('story-sick-form');
    await sendForm(phone);
    const { _id, waitingFor } = await company.requestOf('E0020');
    const desk = await company.phoneOf(waitingFor[0] ?? '', PENDING);
    await desk.see(`年休假：${lost}`);
    await desk.find(`#card-${_id}`).scrollIntoViewIfNeeded();
    await desk.screenshot('story-sick-card');
  });

  test('once approved, the balance says what was lost, by which figures and which rule', async () => {
    await settle('E0020');
    const period = { unit: 'day', from: '2026-10-08', to: '2026-12-07' };
    await company.submit('E0020', 'leave', { leaveType: 'sick', period, reason: '' });
    await company.approveAll('E0020');
    const phone = await company.phoneOf('E0020', BALANCES);
    await phone.see('不再享受 5 天');
    await phone.tap('#balance-annual');
    await phone.see('2026 年法定 5 天 − 已休和审批中的法定假 0 天：扣 5 天');
    await phone.screenshot('story-lost');
    for (const dark of [false, true]) {
      const english = await company.phoneOf('E0020', { ...BALANCES, lang: 'en', dark });
      await english.tap('#balance-annual');
      await english.see('2026: 5 days by law − 0 days taken or asked for: 5 days lost');
      await english.screenshot(dark ? 'story-lost-en-dark' : 'story-lost-en');
    }
  });

  test('of more than six months is paid like any other since Shanghai’s notices have ended', async () => {
    await settle('E0021');
    const days = Array.from({ length: 182 }, (_, at) =>
      new Date(Date.parse(SICK_SINCE) + at * 86_400_000).toISOString().slice(0, 10),
    );
    const span = {
      requestId: 'S1',
      kind: 'leave',
      state: 'approved',
      name: { 'zh-CN': '病假', en: 'Sick leave' },
      day: SICK_SINCE,
      from: 0,
      to: 0,
      minutes: days.length * 480,
      perDay: Object.fromEntries(days.map((day) => [day, 480])),
      leaveTypeId: 'sick',
      paidShare: 90,
    };
    await company.cloud.db.updateMany('accounts', { _id: 'E0021' }, { $set: { 'spans.S1': span } });
    const phone = await company.phoneOf('E0021', LEAVE);
    await phone.tap('#option-sick');
    await pickPeriod(phone, '2026-09-30', '2026-10-09');
    await phone.see('3 天', '按 60% 发', '不低于当地最低工资的 80%');
    expect(await phone.text()).not.toContain('满 6 个月后');
    await phone.find('按 60% 发').scrollIntoViewIfNeeded();
    await phone.screenshot('story-sick-long');
    await sendForm(phone);
    const { waitingFor } = await company.requestOf('E0021');
    const desk = await company.phoneOf(waitingFor[0] ?? '', { ...PENDING, lang: 'en' });
    await desk.see('60% of the usual');
    expect(await desk.text()).not.toContain('after 6 months');
    await desk.screenshot('story-sick-long-en');
  });

  test('is a rule that is read and changed on the page of the leave type', async () => {
    const field = (phone: Phone, id: string) => phone.find(`[id="sheet-${id}"] input`).inputValue();
    const [ofTenYears, ofTwentyYears] = ['lostBy.tier-1', 'lostBy.tier-2'];
    const desk = await company.phoneOf('E0004', ANNUAL_RULES);
    await desk.tap('全国 · 2008-01-01 起');
    await desk.see('工龄满 10 年：病假累计');
    // Article 4 of the regulation on paid annual leave.
    expect([await field(desk, ofTenYears), await field(desk, ofTwentyYears)]).toEqual(['3', '4']);
    expect(await field(desk, 'lostBy.personal')).toBe('20');
    await desk.find('工龄满 10 年：病假累计').scrollIntoViewIfNeeded();
    await desk.screenshot('story-lost-rule');
    await desk.type(`[id="sheet-${ofTenYears}"]`, '5');
    await desk.tap('#sheet-done');
    await desk.frame.locator('#sheet-title').waitFor({ state: 'hidden' });
    await desk.tap('#save');
    await desk.see('已保存为第 1 版');

    const stored = await company.cloud.db.get('leave_types', 'annual');
    const months = (stored as unknown as StoredLeaveType).rules.map(({ lostBy }) =>
      lostBy?.sick.tiers.map((tier) => tier.months),
    );
    expect(months).toContainEqual([2, 5, 4]);
    const later = await company.phoneOf('E0004', ANNUAL_RULES);
    await later.tap('全国 · 2008-01-01 起');
    await later.see('工龄满 10 年：病假累计');
    expect([await field(later, ofTenYears), await field(later, ofTwentyYears)]).toEqual(['5', '4']);
  });
});
