import { useCompany } from './support/company';
import type { Phone } from './support/phone';

const company = useCompany();
const ROSTER = '/features/schedule/pages/roster/roster';
const MONTH = '/features/attendance/pages/month/month';

/** Opens a page of somebody in HR. */
const desk = (page: string, employeeId = 'E0046', more: Parameters<typeof company.phoneOf>[1] = {}) =>
  company.phoneOf(employeeId, { page, ...more });

const fill = (phone: Phone, field: string, text: string) =>
  phone.find(`${field} input, ${field} textarea`).fill(text);

/** The roster of the testers. */
async function openRoster(
  employeeId = 'E0046',
  more: Parameters<typeof company.phoneOf>[1] = {},
): Promise<Phone> {
  const phone = await desk(ROSTER, employeeId, more);
  await close(phone, '#department-D13');
  await phone.find('#person-E0024').waitFor();
  return phone;
}

/** Taps what closes a sheet, and waits until it no longer lies over the page. */
async function close(phone: Phone, button: string): Promise<void> {
  await phone.tap(button);
  await phone.frame.locator('.van-overlay').filter({ visible: true }).first().waitFor({ state: 'hidden' });
}

/** Chooses what a cell of the sheet says; again, as a person does, where the tap met the sheet while it slid in. */
async function plan(phone: Phone, cell: string, choice: string): Promise<void> {
  const label = () => phone.frame.locator(`#cell-${cell}`).getAttribute('aria-label');
  const before = await label();
  for (let tries = 0; tries < 3; tries += 1) {
    await phone.tap(`#cell-${cell}`);
    await close(phone, `#choice-${choice}`);
    if ((await label()) !== before) return;
  }
}

test('HR adds a flexible shift and sees what the day looks like', async () => {
  const phone = await company.phoneOf('E0046', { page: '/pages/me/me' });
  await phone.tap('#office', '#office-shifts');
  await phone.see('夜班');
  await phone.screenshot('schedule-shifts');
  await phone.tap('#add');
  await fill(phone, '#input-zh', '研发弹性');
  await fill(phone, '#input-en', 'R&D flexible');
  await fill(phone, '#input-id', 'SH-RD');
  await phone.tap('#kind-flexible');
  await fill(phone, '#input-requiredMinutes', '600');
  await fill(phone, '#input-sourceZh', '员工手册 4.2');
  await fill(phone, '#input-sourceEn', 'Staff handbook 4.2');
  await phone.tap('#save');
  // Ten hours lie between ten and eight, one of them a break: ten cannot be worked.
  await phone.see('扣除休息后，按时到的人做不满这么长');
  await phone.screenshot('schedule-shift-refused');
  await fill(phone, '#input-requiredMinutes', '420');
  await phone.see('每天做满 7 小时');
  await phone.tap('.mp-back');
  await phone.see('改动还没有保存，离开后会丢失。');
  await phone.tap('取消');
  await phone.screenshot('schedule-shift');
  await phone.tap('#save');
  await phone.see('研发弹性');
  expect(await company.cloud.db.get('shifts', 'SH-RD')).toMatchObject({
    version: 1,
    kind: 'flexible',
    requiredMinutes: 420,
    core: { start: 600, end: 900 },
    history: [{ byId: 'E0046' }],
  });
});

test('a roster: pasted, copied to the next week, and what the people see', async () => {
  const phone = await openRoster();
  await phone.screenshot('schedule-roster');
  await phone.tap('#paste');
  const week = ['姓名', '16', '17', '18', '19', '20', '21', '22'].join('\t');
  const first = ['示例员工丁亥', '夜', '夜', '休', '休', '白', '白', '休'].join('\t');
  await fill(phone, '#paste-text', `${week}\n${first}\nE0099\t早`);
  await phone.see('第 3 行第 1 列：这里没有“E0099”');
  await phone.screenshot('schedule-paste-refused');
  const second = ['e0025', 'off', 'off', 'SH-NIGHT', '夜班', '夜班', 'off', 'off'].join('\t');
  await fill(phone, '#paste-text', `${week}\n${first}\n${second}`);
  await phone.see('都看懂了：2 人 14 天。放进表里，确认后再保存。');
  await phone.screenshot('schedule-paste');
  await close(phone, '#paste-apply');
  await phone.see('未保存：2 人 14 天');
  await phone.tap('#copy-week');
  // Last week onto this one, unless something else is chosen.
  await phone.see('11月16日 周一 – 11月22日 周日', '11月23日 周一 – 11月29日 周日');
  await phone.screenshot('schedule-week');
  await close(phone, '#week-copy');
  await phone.see('未保存：2 人 28 天');
  await phone.screenshot('schedule-roster-changed');
  await phone.tap('#save');
  await phone.frame.waitForSelector('#changes', { state: 'detached' });
  const stored = await company.cloud.db.get('rosters', 'E0024:2026-11');
  expect(stored).toMatchObject({ days: { '2026-11-23': 'SH-NIGHT', '2026-11-27': 'SH-DAY' } });

  company.cloud.clock.advance(61_000);
  const tester = await company.phoneOf('E0024', { page: `${MONTH}?day=2026-11-28` });
  await tester.see('11月28日 周六');
  expect(await tester.read('#day-detail')).toMatch(/排班上班|白班/);
  company.cloud.clock.set(Date.parse('2026-11-24T21:50:00+08:00'));
  const today = await company.phoneOf('E0024');
  await today.see('11月24日 周二 · 夜班 22:00–次日 06:00');
});

test('a company day off is on the calendar of everybody', async () => {
  const phone = await desk('/features/schedule/pages/calendar/calendar');
  await phone.see('2026 年');
  await phone.screenshot('schedule-calendar');
  await phone.tap('#day-2026-11-27', '#kind-company');
  await fill(phone, '#name-zh', '搬迁放假');
  await fill(phone, '#name-en', 'Office move');
  await phone.screenshot('schedule-calendar-day');
  await close(phone, '#apply');
  await phone.see('未保存：1 天');
  await phone.screenshot('schedule-calendar-changed');
  await phone.tap('#save');
  await phone.frame.waitForSelector('#changes', { state: 'detached' });
  await phone.see('搬迁放假');
  await phone.screenshot('schedule-calendar-saved');

  // Attendance may also remember the calendar from before the clock was set to this morning.
  company.cloud.clock.advance(150_000);
  const month = await company.phoneOf('E0012', { page: `${MONTH}?day=2026-11-27` });
  await month.see('11月27日 周五', '搬迁放假');
  expect(await month.read('#day-detail')).toMatch(/搬迁放假/);
});

test('a holiday entered after leave over it was approved: HR sees it first, the day returns, the person is told', async () => {
  const period = { unit: 'day', from: '2026-12-16', to: '2026-12-18' };
  await company.submit('E0012', 'leave', { leaveType: 'annual', period, reason: '回老家', files: [] });
  await company.approveAll('E0012');
  const used = await usedMinutes('E0012');
  for (const how of [{ lang: 'zh_CN' }, { lang: 'en', dark: true, width: 320 }] as const) {
    const other = await desk('/features/schedule/pages/calendar/calendar', 'E0047', how);
    await dayOff(other, '2026-12-17');
    await other.tap('#save');
    await other.find('#effects-save').waitFor();
    await other.frame.locator('#effects-save').click({ trial: true });
    await other.screenshot(`schedule-effects-${how.lang}`);
  }
  const phone = await desk('/features/schedule/pages/calendar/calendar');
  await dayOff(phone, '2026-12-17');
  await phone.tap('#save');
  await phone.see('涉及 1 人，1 项申请');
  await phone.see('退回假期 1 天');
  await phone.see('3 天 → 2 天');
  await close(phone, '#effects-back');
  expect(await company.requestOf('E0012')).toMatchObject({ amountMinutes: 1_440 });
  await phone.tap('#save');
  await close(phone, '#effects-save');
  await phone.frame.waitForSelector('#changes', { state: 'detached' });
  const request = await company.requestOf('E0012');
  expect(request).toMatchObject({ state: 'approved', amountMinutes: 960 });
  expect((await usedMinutes('E0012')) - used).toBe(-480);

  const own = await company.phoneOf('E0012', { page: '/features/notices/pages/inbox/inbox' });
  await own.see('公司日历有变动，你的年休假改为 2 天（原 3 天）');
  await own.screenshot('schedule-effects-inbox');
  const detail = await company.phoneOf('E0012', {
    page: `/features/requests/pages/detail/detail?id=${request._id}`,
  });
  await detail.see('公司日历有变动，重新计算：3 天 → 2 天');
  await detail.screenshot('schedule-effects-request');
  // What attendance remembers of the calendar may be a minute old.
  company.cloud.clock.advance(61_000);
  const month = await company.phoneOf('E0012', { page: `${MONTH}?day=2026-12-17` });
  await month.see('搬迁放假');
});

/** Enters a company day off on the calendar page, and does not save it. */
async function dayOff(phone: Phone, day: string): Promise<void> {
  await phone.tap('#tile-2026-12');
  await phone.tap(`#day-${day}`);
  await phone.tap('#kind-company');
  await fill(phone, '#name-zh', '搬迁放假');
  await fill(phone, '#name-en', 'Office move');
  await close(phone, '#apply');
}

/** Leave minutes of annual leave that a person has used. */
async function usedMinutes(employeeId: string): Promise<number> {
  const { balances } = (await company.act(employeeId, 'balances', {})) as {
    balances: { type: { id: string }; used: number }[];
  };
  return balances.find(({ type }) => type.id === 'annual')?.used ?? 0;
}

test('HR gives somebody another manager: the sheet names what moves, and the new one decides', async () => {
  const EMPLOYEE = '/features/schedule/pages/employee/employee';
  const period = { unit: 'day', from: '2026-12-28', to: '2026-12-28' };
  await company.submit('E0014', 'leave', { leaveType: 'annual', period, reason: '家事', files: [] });
  const phone = await desk(EMPLOYEE);
  await phone.see('给谁调整');
  await phone.tap('选择员工');
  await phone.type('#person-search', 'E0014');
  await phone.tap('#person-E0014');
  await phone.frame.locator('#person-search').waitFor({ state: 'hidden' });
  await phone.find('#manager').waitFor();
  await phone.screenshot('employee-person');
  await phone.tap('#add-assignment');
  await phone.frame.locator('#apply').click({ trial: true });
  await phone.screenshot('employee-assignment');
  await close(phone, '#apply');
  await phone.tap('#manager');
  await phone.type('#person-search', 'E0047');
  await phone.tap('#person-E0047');
  await phone.frame.locator('#person-search').waitFor({ state: 'hidden' });
  await phone.see('2 处改动');
  await phone.tap('#save');
  await phone.see('2 项待审批的申请改由新的审批人处理');
  await phone.frame.locator('#effects-save').click({ trial: true });
  await phone.screenshot('employee-effects');
  await close(phone, '#effects-save');
  await phone.frame.waitForSelector('#discard', { state: 'detached' });
  expect(await company.requestOf('E0014')).toMatchObject({ state: 'pending', waitingFor: ['E0047'] });

  const small = await desk(EMPLOYEE, 'E0046', { lang: 'en', dark: true, width: 320 });
  await small.tap('Choose a person');
  await small.type('#person-search', 'E0014');
  await small.tap('#person-E0014');
  await small.find('#manager').waitFor();
  await small.screenshot('employee-person-en');
});

test('two of HR at once: nothing is lost, and each is told of the other', async () => {
  const one = await openRoster('E0046');
  const other = await openRoster('E0047');
  await plan(one, 'E0026-2026-11-25', 'off');
  await plan(one, 'E0026-2026-11-26', 'SH-NIGHT');
  await plan(other, 'E0026-2026-11-26', 'SH-FLEX');
  await plan(other, 'E0026-2026-11-30', 'off');
  await other.tap('#save');
  await other.frame.waitForSelector('#changes', { state: 'detached' });
  await one.tap('#save');
  await one.see('刚刚有人改了同样的人。你的改动都还在，看过后再保存。');
  const told = await one.read('#clash');
  expect(told).toMatch(/11月30日 周一 已换成对方的/);
  expect(told).toMatch(/11月26日 周四 两人都改了，保留你的/);
  await one.screenshot('schedule-roster-clash');
  await one.tap('#save');
  await one.frame.waitForSelector('#changes', { state: 'detached' });
  expect(await company.cloud.db.get('rosters', 'E0026:2026-11')).toMatchObject({
    rev: 2,
    days: { '2026-11-25': 'off', '2026-11-26': 'SH-NIGHT', '2026-11-30': 'off' },
  });
  await one.tap('#person-E0026');
  await one.see('修改记录');
  await one.screenshot('schedule-roster-history');
});

test('a shift that somebody else has just saved keeps what both changed', async () => {
  const phone = await desk('/features/schedule/pages/shift/shift?id=SH-NIGHT');
  await fill(phone, '#input-flexMinutes', '20');
  await fill(phone, '#input-zh', '大夜班');
  const { db } = company.cloud;
  const { _id: id, ...shift } = { ...(await db.get('shifts', 'SH-NIGHT')), version: undefined };
  const theirs = { kind: 'fixed', requiredMinutes: null, core: null, ...shift, id, lateHalfDayAfter: 45 };
  const input = { shift: { ...theirs, name: { 'zh-CN': '晚班', en: 'Night shift' } }, expectedVersion: 1 };
  const as = { kind: 'user', openid: 'demo_openid_E0047' } as const;
  const saved = await company.cloud.invoke('schedule', { action: 'saveShift', input }, { as });
  expect(saved.result).toMatchObject({ ok: true });
  await phone.tap('#save');
  await phone.see('两人都改了，保留你填的：中文名称');
  expect(await phone.read('#clash')).toMatch(
    /示例员工庚戌刚刚保存了这个班次.*已换成对方改的：迟到超过，算缺勤半天/,
  );
  await phone.screenshot('schedule-shift-clash');
  await phone.tap('#save');
  await company.until(async () => (await db.get('shifts', 'SH-NIGHT'))?.version === 3);
  expect(await db.get('shifts', 'SH-NIGHT')).toMatchObject({
    flexMinutes: 20,
    lateHalfDayAfter: 45,
    name: { 'zh-CN': '大夜班' },
    history: [{ byId: 'E0046', what: ['flexMinutes', 'name'] }, { byId: 'E0047' }],
  });
});
