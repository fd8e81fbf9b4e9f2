import { STREET, useCompany } from './support/company';

const company = useCompany();

test('outside the fence a field punch with a photo is one tap away', async () => {
  const phone = await company.phoneOf('E0012', { place: STREET });
  await phone.see('外勤打卡', '距上海总部 2.2 公里，可外勤打卡');
  await phone.tap('#dial');
  await phone.see('现场照片');
  await phone.tap('拍照');
  await phone.type('#place-name', '示例客户大厦 8 层');
  await phone.type('#note', '客户拜访');
  await phone.screenshot('field-punch');
  await phone.tap('提交外勤打卡');
  await phone.see('已打卡 08:57');
  await phone.screenshot('field-punched');
  const [punch] = await company.punches('E0012');
  expect(punch).toMatchObject({
    slot: 'in',
    mode: 'field',
    site: null,
    placeName: '示例客户大厦 8 层',
    note: '客户拜访',
    flags: ['field'],
  });
  expect(punch?.photo).toBe(`cloud://${punch?.photo?.split('/')[2]}/field-punches/E0012/${punch?.key}.jpg`);
});

test('whoever may not work in the field is told how far it is', async () => {
  const phone = await company.phoneOf('E0051', { place: STREET });
  await phone.tap('#dial');
  await phone.see('不在打卡地点');
  await phone.tap('知道了');
  expect(await company.punches('E0051')).toEqual([]);
});

test('a refused location says why and how to allow it', async () => {
  const { _id: id } = await company.notPunched();
  const phone = await company.phoneOf(id, { location: 'refused', camera: 'ask', microphone: 'ask' });
  await phone.see('没有位置权限，不能按位置打卡。允许后即可使用', '允许定位');
  await phone.screenshot('location-refused');
  expect(await company.day(id)).toBeUndefined();
  await phone.tap('#dial', '允许');
  await phone.see('上班打卡', '已进入 上海总部 · 误差 12 米');
  await phone.tap('#dial');
  await phone.see('已打卡 08:57');
});

test('a fix too coarse to decide is not a refusal for good', async () => {
  const { _id: id } = await company.notPunched();
  const phone = await company.phoneOf(id, { place: { ...(await company.siteOf(id)), accuracy: 900 } });
  await phone.see('定位误差 900 米，到窗边或开阔处再试');
  await phone.set({ accuracy: 20 });
  await phone.tap('#dial');
  await phone.see('已打卡 08:57');
});
