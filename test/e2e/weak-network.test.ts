import { useCompany } from './support/company';

const company = useCompany();

/** A clock-in at 08:57 on a phone without network. */
async function tapOffline() {
  const { _id: id } = await company.notPunched();
  const phone = await company.phoneOf(id);
  await phone.see('上班打卡');
  await phone.set({ network: 'offline' });
  await phone.tap('#dial');
  await phone.see('已保存，联网后自动送出 08:57');
  return { id, phone };
}

test('a punch without network waits on the phone and is booked once', async () => {
  const { id, phone } = await tapOffline();
  await phone.screenshot('offline-queued');
  expect(await company.day(id)).toBeUndefined();

  await phone.set({ network: 'online' });
  await phone.see('已打卡 08:57');
  expect(await company.punches(id)).toHaveLength(1);
});

test('a punch that waited ten minutes says so, and keeps the time of the tap', async () => {
  const { id, phone } = await tapOffline();
  await phone.set({ now: '2026-11-23T09:07:00+08:00' });
  await phone.set({ network: 'online' });
  await phone.see('已打卡 08:57');
  expect(await phone.text()).toContain('网络恢复后 09:07 送达');
  expect(await company.punches(id)).toMatchObject([{ slot: 'in', flags: ['late-arrival'] }]);
});

test('a clock-in and a clock-out that waited together are both booked', async () => {
  const { id, phone } = await tapOffline();
  await phone.set({ now: '2026-11-23T18:10:00+08:00' });
  // The phone knows the time: a tap of the minute before would be the same tap.
  await phone.find('#dial >> text="18:10"').waitFor();
  await phone.tap('#dial');
  await phone.see('已保存，联网后自动送出 18:10');
  await phone.set({ network: 'online' });
  await phone.see('已打卡 18:10');
  await company.until(async () => (await company.punches(id)).length === 2);
  expect((await company.punches(id)).map(({ slot }) => slot)).toEqual(['in', 'out']);
});

test('an answer that is lost on the way leads to no second punch', async () => {
  const { _id: id } = await company.notPunched();
  const phone = await company.phoneOf(id);
  await phone.see('上班打卡');
  await phone.set({ network: 'lost' });
  await phone.tap('#dial');
  await phone.page.waitForTimeout(1_000);
  await phone.set({ network: 'online' });
  await phone.see('已打卡 08:57');
  expect(await company.punches(id)).toHaveLength(1);
});

test('a queued punch survives closing the Mini Program', async () => {
  const { id, phone } = await tapOffline();
  await phone.reload();
  await phone.see('已保存，联网后自动送出 08:57');
  await phone.set({ network: 'online' });
  await phone.see('已打卡 08:57');
  expect(await company.punches(id)).toHaveLength(1);
});

test('a first start without network says what happened and recovers', async () => {
  const { _id: id } = await company.notPunched();
  const phone = await company.phoneOf(id, { network: 'offline' });
  await phone.see('今天的数据没有取到');
  await phone.set({ network: 'online' });
  await phone.see('上班打卡');
});

test('on a slow network the rows of Me are where a finger goes before and after the person has come', async () => {
  const { _id: id } = await company.notPunched();
  const phone = await company.phoneOf(id, { page: '/pages/me/me', network: 'slow' });
  const placeOf = async (target: string) => (await phone.find(target).boundingBox())?.y;
  await phone.see('#profile-bones', '#results');
  const before = await placeOf('#results');
  await phone.see('#fact-manager');
  expect(before).toBe(await placeOf('#results'));
});
