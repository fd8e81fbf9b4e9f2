import { useCompany } from './support/company';

/** Whoever has refused messages is asked for none: no sheet of WeChat's lies over the pages. */
const company = useCompany(undefined, { messages: 'refused' });
const TODAY = { page: '/pages/today/today' };
const CYCLE = '2026-11';
const SELLER = 'E0037';

test('the day is reported from the box on Today, and the ring has moved when one is back', async () => {
  const phone = await company.phoneOf(SELLER, TODAY);
  await phone.see('2026年11月目标', '今天做了什么');
  const before = await phone.read('#goals-now .ring-hole');
  await phone.screenshot('today-goals');
  await phone.tap('#report');
  await phone.see('其他关键结果');
  await phone.type('#text', '签下成交客户 3 位');
  await phone.frame.locator('#proposal-0').waitFor();
  await phone.tap('#save');
  await phone.see('跟着动的');
  await phone.tap('.mp-back');
  await phone.see('签下成交客户 3 位', '改日报');
  expect(await phone.read('#goals-now .ring-hole')).not.toBe(before);
  await phone.screenshot('today-goals-reported');
  const sheet = await company.cloud.db.get('goal_sheets', `${CYCLE}:p-${SELLER}`);
  expect(sheet?.log).toMatchObject([{}, { source: 'report', text: '签下成交客户 3 位' }]);
});

test('a review that is due leads from Today to its page', async () => {
  company.cloud.clock.set(Date.parse('2026-11-30T17:30:00+08:00'));
  const phone = await company.phoneOf(SELLER, TODAY);
  await phone.tap('2026年11月总结还没交');
  await phone.see('交总结');
});

test.each([
  [320, false, 'zh_CN'],
  [820, true, 'en'],
] as const)('Today with goals at %d px, dark: %s, in %s', async (width, dark, lang) => {
  const phone = await company.phoneOf(SELLER, { ...TODAY, width, dark, lang });
  await phone.see(lang === 'en' ? 'What I did today' : '今天做了什么');
  await phone.tap('#report');
  await phone.see(lang === 'en' ? 'Save report only' : '只存日报');
  await phone.tap('.mp-back');
  await phone.screenshot(`today-goals-${width}`);
});
