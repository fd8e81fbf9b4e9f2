import { useCompany } from './support/company';

const company = useCompany();

test('a nervous finger books one punch', async () => {
  const { _id: id } = await company.notPunched();
  const phone = await company.phoneOf(id);
  await phone.see('上班打卡');
  const { x, y } = await phone.centreOf('#dial');
  for (let tap = 0; tap < 4; tap += 1) await phone.page.touchscreen.tap(x, y);
  await phone.see('已打卡 08:57');
  expect(await company.punches(id)).toHaveLength(1);
});

test('two phones of one person at the same moment book one punch', async () => {
  const { _id: id } = await company.notPunched();
  const [one, two] = await Promise.all([company.phoneOf(id), company.phoneOf(id)]);
  await Promise.all([one.see('上班打卡'), two.see('上班打卡')]);
  await Promise.all([one.tap('#dial'), two.tap('#dial')]);
  await Promise.all([one.see('下班打卡'), two.see('下班打卡')]);
  expect(await company.punches(id)).toHaveLength(1);
});

test('leaving before the end of the shift is asked about first', async () => {
  const { _id: id } = await company.notPunched();
  const phone = await company.phoneOf(id);
  await phone.tap('#dial');
  await phone.see('下班打卡');
  await phone.set({ now: '2026-11-23T16:30:00+08:00' });
  await phone.see('16:30');
  await phone.tap('#dial');
  await phone.see('现在 16:30，离下班 18:00 还有 1 小时 30 分钟。');
  await phone.screenshot('early');
  await phone.tap('先不打卡');
  await phone.frame.waitForSelector('.van-dialog', { state: 'hidden' });
  expect(await company.punches(id)).toHaveLength(1);
  await phone.tap('#dial', '仍要打卡');
  await phone.see('已打卡 16:30');
  expect(await company.punches(id)).toHaveLength(2);
});

test('after midnight a night shift still belongs to the day it began', async () => {
  const { _id: night } = await company.notPunched('SH-NIGHT');
  const phone = await company.phoneOf(night, { now: '2026-11-24T02:00:00+08:00' });
  await phone.tap('#dial');
  await phone.see('已打卡 02:00');
  expect((await company.punches(night, '2026-11-23')).at(-1)?.mode).toBe('gps');
  expect(await company.day(night, '2026-11-24')).toBeUndefined();
});

test('one tap in the office books a punch that survives a restart', async () => {
  const phone = await company.phoneOf('E0012');
  await phone.see('上班打卡', '已进入 上海总部 · 误差 12 米');
  await phone.tap('#dial');
  await phone.see('已打卡 08:57');
  await phone.see('上海总部 · 误差 12 米', '下班打卡');
  expect(await company.punches('E0012')).toMatchObject([
    { slot: 'in', mode: 'gps', site: { id: 'S-SH' }, accuracy: 12, flags: [] },
  ]);
  await phone.screenshot('clock-in');
  await company.closePhones();

  await company.restart('2026-11-23T18:05:00+08:00');
  const evening = await company.phoneOf('E0012');
  await evening.see('下班打卡', '08:57');
  await evening.tap('#dial');
  await evening.see('已打卡 18:05', '更新下班');
  expect((await company.punches('E0012')).map(({ slot }) => slot)).toEqual(['in', 'out']);
});
