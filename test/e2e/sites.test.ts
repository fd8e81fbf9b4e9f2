import type { Site } from '../../cloudfunctions/sites/data/sites';
import { useCompany } from './support/company';
import type { Phone } from './support/phone';
import type { PhoneOptions } from './support/phone-address';
import { readCode } from './support/read-code';

const company = useCompany();

const HR = 'E0046';
const ADMIN = 'E0004';
/** Keeps the screen of Shenzhen and works there. */
const KEEPER = 'E0041';
const SHENZHEN = 'S-SZ';
const BEACON = 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825/755/1/-60';
const NETWORK = '58:69:6c:21:0a:20/SHENZHEN-OFFICE';
const SCREEN: Partial<PhoneOptions> = {
  width: 1024,
  height: 768,
  page: `/features/sites/pages/screen/screen?id=${SHENZHEN}`,
};
const at = (time: string) => `2026-11-23T${time}+08:00`;

const site = async (id: string) => (await company.cloud.db.get('sites', id)) as unknown as Site;

/** People of Shenzhen, bound to a WeChat user, who have not punched today. */
async function colleagues(): Promise<string[]> {
  const { db } = company.cloud;
  const people = await db.find('employees', { leftOn: null, 'assignments.siteIds': SHENZHEN });
  const free: string[] = [];
  for (const { _id } of people) {
    const id = String(_id);
    const isBound = await db.get('bindings', `demo_openid_${id}`);
    if (isBound && id !== KEEPER && !(await company.day(id))) free.push(id);
  }
  return free;
}

/** Holds the phone before a code at a given time: however slow the machine is, the code is as old as it says. */
async function scan(phone: Phone, code: string, now: string): Promise<void> {
  await phone.set({ scan: code, now: at(now) });
  await phone.tap('#scan');
}

test('the code at the door is good for one punch, for a short time', async () => {
  const [one = '', two = ''] = await colleagues();
  const keeper = await company.phoneOf(KEEPER, { width: 1024, height: 768 });
  await keeper.tap(`#screen-${SHENZHEN}`);
  await keeper.see('扫码打卡', '还没有人打卡');
  await keeper.set({ now: at('08:57:02') });
  const code = await readCode(keeper);

  const first = await company.phoneOf(one, { location: 'refused' });
  await first.see('没有位置权限，不能按位置打卡。允许后即可使用');
  await scan(first, 'https://example.com', '08:57:02');
  await first.see('这不是打卡码。请扫门口屏幕上的码');
  await first.tap('知道了');
  await first.frame.locator('.van-overlay').first().waitFor({ state: 'hidden' });
  await scan(first, code, '08:57:02');
  await first.see('已打卡 08:57');
  await first.screenshot('code-punched');
  expect(await company.punches(one)).toMatchObject([
    {
      slot: 'in',
      mode: 'code',
      site: { id: SHENZHEN },
      latitude: null,
      device: expect.stringMatching(/.{24}/),
    },
  ]);
  // The same finger, the same code: nothing is booked twice.
  await scan(first, code, '08:57:20');
  await first.tap('仍要打卡');
  await first.see('08:57 已打过卡，没有重复记录');
  expect(await company.punches(one)).toHaveLength(1);

  const second = await company.phoneOf(two, { location: 'refused' });
  await scan(second, code, '08:58:05');
  await second.see('这个码已经过期。门口屏幕每 30 秒换一次码，请扫现在显示的码');
  await second.screenshot('code-expired');
  expect(await company.punches(two)).toEqual([]);

  await keeper.set({ now: at('08:58:05') });
  await company.until(async () => (await readCode(keeper)) !== code);
  await second.set({ scan: await readCode(keeper), now: at('08:58:06') });
  await second.tap('重新扫码');
  await second.see('已打卡 08:58');
  expect(await company.punches(two)).toMatchObject([{ mode: 'code', site: { id: SHENZHEN } }]);

  await keeper.set({ now: at('08:58:40') });
  await company.until(async () => !/还没有人打卡/.test(await keeper.text()));
  const name = String((await company.cloud.db.get('employees', two))?.name);
  expect(await keeper.text()).not.toContain(name);
  expect(await keeper.text()).toContain('08:58');
  await keeper.screenshot('screen-1024');
});

test('the screen says that it has no network, and goes on by itself', async () => {
  const screen = await company.phoneOf(HR, { ...SCREEN, width: 1280, height: 800, dark: true });
  await screen.see('扫码打卡');
  expect(await screen.frame.evaluate(() => document.documentElement.hasAttribute('data-screen-on'))).toBe(
    true,
  );
  await screen.screenshot('screen-1280-dark');
  const before = await readCode(screen);
  await screen.set({ network: 'offline' });
  await screen.set({ now: at('08:59:00') });
  await screen.see('没有网络');
  await screen.screenshot('screen-offline');
  await screen.set({ network: 'online' });
  await screen.see('扫码打卡');
  expect(await readCode(screen)).not.toBe(before);

  const stranger = await company.phoneOf('E0012', SCREEN);
  await stranger.see('不能打开这块屏幕');
  const hand = await company.phoneOf(KEEPER, { page: SCREEN.page, lang: 'en' });
  await hand.see('Scan to clock in');
  await hand.screenshot('screen-phone-en');
});

test('where the location is refused a beacon decides, and a refused check on the phone stops nobody', async () => {
  const [one = ''] = await colleagues();
  const phone = await company.phoneOf(one, { location: 'refused', bluetooth: 'off', soter: 'refused' });
  await phone.tap('#dial');
  await phone.see('手机的蓝牙没有打开，打开后可以用门口的蓝牙信标打卡');
  // The tap also says why there is no location.
  await phone.tap('取消');
  expect(await company.punches(one)).toEqual([]);
  await phone.set({ bluetooth: 'on' });
  await phone.tap('#dial');
  await phone.see('没有收到门口的蓝牙信号，走近一些再试');
  await phone.screenshot('beacon-nothing');
  await phone.tap('取消');
  await phone.set({ beacons: BEACON });
  await phone.tap('#dial');
  await phone.see('已打卡 08:57');
  const [booked] = await company.punches(one);
  expect(booked).toMatchObject({ mode: 'beacon', site: { id: SHENZHEN }, beacon: { major: 755, minor: 1 } });
  expect(booked?.challenge).toBeUndefined();

  // In the evening inside the fence, with a finger on the sensor.
  await phone.set({ location: 'allowed', soter: 'ok', beacons: '', now: at('18:05:00') });
  await phone.reload();
  await phone.see('下班打卡');
  await phone.tap('#dial');
  await phone.see('已打卡 18:05');
  expect(await phone.text()).toContain('已通过本机验证');
  await phone.screenshot('soter-punched');
  const [, out] = await company.punches(one);
  expect(out).toMatchObject({ slot: 'out', mode: 'gps', challenge: expect.stringMatching(/.{20}/) });
});

test('a site that requires a check books a tap without reception once the person has made it', async () => {
  const hr = await company.phoneOf(HR, { page: `/features/sites/pages/site/site?id=${SHENZHEN}` });
  await hr.tap('#biometric-required');
  await hr.find('#biometric-required').scrollIntoViewIfNeeded();
  await hr.screenshot('site-biometric');
  await hr.tap('#save');
  await hr.see('本机验证：请员工做 → 必须做');

  const [one = ''] = await colleagues();
  const { latitude, longitude } = await site(SHENZHEN);
  const phone = await company.phoneOf(one, {
    place: { latitude, longitude, accuracy: 20 },
    soter: 'unsupported',
  });
  await phone.set({ network: 'offline' });
  await phone.tap('#dial');
  await phone.see(
    '已保存，联网后自动送出 08:57',
    '这个地点要求本机验证。联网后请打开小程序，验证后这次打卡才会记上',
  );
  await phone.screenshot('soter-offline');
  await phone.set({ network: 'online' });
  await phone.see(
    '08:57 的打卡没有成功',
    '在深圳分公司打卡要先通过指纹或面容验证。手机不支持的，请改用外勤打卡，或申请补卡',
  );
  await phone.screenshot('soter-required');
  expect(await company.punches(one)).toEqual([]);
  await phone.tap('验证并送出');
  await phone.see('没有完成本机验证。手机不支持指纹或面容的，请改用外勤打卡，或申请补卡');
  await phone.tap('知道了');
  await phone.set({ soter: 'ok' });
  await phone.tap('验证并送出');
  await phone.see('已打卡 08:57');
  expect(await company.punches(one)).toMatchObject([
    { mode: 'gps', challenge: expect.stringMatching(/.{20}/), site: { id: SHENZHEN } },
  ]);
});

test('where the location is coarse the company Wi-Fi decides, also for a tap without reception', async () => {
  const networks = [{ bssid: '58:69:6c:21:0a:20', ssid: 'SHENZHEN-OFFICE' }];
  await company.cloud.db.updateMany('sites', { _id: SHENZHEN }, { $set: { wifi: 'weak-fix', networks } });
  const [one = ''] = await colleagues();
  const { latitude, longitude } = await site(SHENZHEN);
  const phone = await company.phoneOf(one, {
    place: { latitude, longitude: longitude + 0.004, accuracy: 600 },
    wifi: '3c:84:6a:10:20:30/HOME',
    bluetooth: 'off',
  });
  await phone.tap('#dial');
  await phone.see('定位不够准');
  await phone.tap('取消');
  expect(await company.punches(one)).toEqual([]);
  await phone.set({ wifi: NETWORK, network: 'offline' });
  await phone.tap('#dial');
  await phone.see('已保存，联网后自动送出 08:57');
  await phone.set({ network: 'online' });
  await phone.see('已打卡 08:57');
  expect(await phone.text()).toContain('Wi-Fi');
  await phone.screenshot('wifi-punched');
  expect(await company.punches(one)).toMatchObject([{ mode: 'wifi', site: { id: SHENZHEN }, accuracy: 600 }]);
});

test('HR edits a site, with history, and meets somebody who was quicker', async () => {
  const hr = await company.phoneOf(HR, { page: '/pages/me/me' });
  await hr.tap('#office', '#office-sites', `#site-${SHENZHEN}`);
  await hr.see('示例员工甲辰');
  await hr.type('#radius', '400');
  await hr.tap('#save');
  await hr.see('已保存', '围栏半径：300 米 → 400 米');
  expect(await site(SHENZHEN)).toMatchObject({ radius: 400, version: 2 });

  const { _id: id, version = 0, secret, changes: _, ...fields } = await site(SHENZHEN);
  const theirs = { id, ...fields, name: { 'zh-CN': '深圳南山', en: 'Shenzhen Nanshan' } };
  const input = { site: theirs, expectedVersion: version };
  const as = { kind: 'user', openid: `demo_openid_${ADMIN}` } as const;
  const { result } = await company.cloud.invoke('attendance', { action: 'saveSite', input }, { as });
  expect(result).toMatchObject({ ok: true });
  await hr.type('#tolerance', '60');
  await hr.set({ wifi: NETWORK });
  await hr.tap('#add-network');
  await hr.see('SHENZHEN-OFFICE', '58:69:6c:21:0a:20');
  await hr.tap('#add-network');
  await hr.see('这个 Wi-Fi 已经在列表里');
  await hr.find('#wifi').scrollIntoViewIfNeeded();
  await hr.screenshot('site-wifi');
  await hr.tap('#save');
  await hr.see(
    '刚刚有人改过，现在是第 3 版。你改的内容还在：误差容许、Wi-Fi 的作用、Wi-Fi 列表。其余已更新，请核对后再保存',
  );
  await hr.screenshot('site-conflict');
  await hr.tap('#save');
  await company.until(async () => (await site(SHENZHEN)).version === 4);
  expect(await site(SHENZHEN)).toMatchObject({
    tolerance: 60,
    radius: 400,
    name: theirs.name,
    wifi: 'weak-fix',
  });

  await hr.tap('#rotate', '.van-dialog__confirm');
  await company.until(async () => (await site(SHENZHEN)).version === 5);
  const rotated = await site(SHENZHEN);
  expect(rotated.secret?.version).toBe((secret?.version ?? 0) + 1);
  expect(rotated.changes?.map(({ what }) => what)).toEqual([
    ['secret'],
    ['tolerance', 'wifi', 'networks'],
    ['name'],
    ['radius'],
  ]);
  await hr.screenshot('site-history');
});

test('a new site is put on the map, with a beacon and a keeper', async () => {
  const hr = await company.phoneOf(HR, { page: '/features/sites/pages/list/list', lang: 'en', dark: true });
  await hr.tap('#add');
  await hr.type('#name-zh', '成都办事处');
  await hr.tap('#save');
  await hr.see('Choose the place');
  await hr.tap('#choose');
  await hr.frame.locator('.mp-modal textarea').fill('30.6586, 104.0648 Tianfu Square');
  await hr.tap('.mp-confirm');
  await hr.see('30.6586, 104.0648');
  await hr.screenshot('site-new-en-dark');
  await hr.tap('#add-beacon');
  await hr.type('#beacon-0 .uuid', BEACON.split('/')[0] ?? '');
  await hr.tap('#add-keeper');
  await hr.type('#person-search', 'E0051');
  await hr.tap('#person-E0051');
  await hr.frame.locator('#person-search').waitFor({ state: 'hidden' });
  await hr.tap('#save');
  await hr.see('created');
  await hr.screenshot('site-saved-en-dark');
  const [made] = (await company.cloud.db.find('sites', { 'name.en': '成都办事处' })) as unknown as Site[];
  expect(made).toMatchObject({
    latitude: 30.6586,
    longitude: 104.0648,
    radius: 200,
    screenKeepers: ['E0051'],
    beacons: [{ major: 1, minor: 1, minRssi: -85 }],
    version: 1,
  });
});

/** An open flag on the morning punch of E0012. */
const flagOf = (day: string, flag: string, data: object) => ({
  _id: `${day}:E0012:${flag}`,
  employeeId: 'E0012',
  day,
  flag,
  evidence: [{ at: Date.parse(`${day}T08:55:00+08:00`), data }],
  rule: { id: 'PLACES', version: 1, source: { 'zh-CN': '示例', en: 'sample' } },
  rev: 1,
  state: 'open',
  note: '',
  decidedById: null,
  decidedByName: null,
  decidedAt: null,
});

test('who was flagged is told why, and that a person decides', async () => {
  const { db } = company.cloud;
  const _id = 'E0012:2026-11-19';
  await db.updateMany('attendance_days', { _id }, { $set: { 'punches.0.flags': ['impossible-travel'] } });
  const data = { metres: 62_000, minutes: 12, kmh: 310, limit: 150, before: Date.parse(at('08:00:00')) };
  const shared = { people: 2, others: 'E0013', limit: 7 };
  await db.insertMany('attendance_flags', [
    flagOf('2026-11-19', 'impossible-travel', data),
    flagOf('2026-11-18', 'shared-phone', shared),
  ]);
  const phone = await company.phoneOf('E0012', { page: '/features/attendance/pages/month/month' });
  await phone.tap('[data-day="2026-11-18"]');
  await phone.see('08:55 · 同一部手机给 2 个人打过卡');
  await phone.tap('[data-day="2026-11-19"]');
  await phone.see('这次打卡被标记核实', '08:55 · 12 分钟里移动了 62 公里，快于每小时 150 公里');
  await phone.see('由人事核实，不会自动影响结果');
  await phone.find('#flags').scrollIntoViewIfNeeded();
  await phone.screenshot('month-flagged');
});
