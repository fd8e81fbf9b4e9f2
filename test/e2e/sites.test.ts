import type { Site } from '../../cloudfunctions/attendance/data/sites';
import type { Reply } from '../../typings/contracts/common';
import { STREET, useCompany } from './support/company';
import type { Phone } from './support/phone';
import { readCode } from './support/read-code';

const company = useCompany();

const HR = 'E0046';
/** Keeps the screen of Shenzhen and works there; two colleagues do too. */
const KEEPER = 'E0041';
const SHENZHEN = 'S-SZ';
const SCREEN = '/features/sites/pages/screen/screen?id=';
const TABLET = { width: 1024, height: 768 };

const site = async (id: string) => (await company.cloud.db.get('sites', id)) as unknown as Site;

/** Somebody of a site, bound to a WeChat user, who has not punched today. */
async function colleagues(siteId: string): Promise<string[]> {
  const { db } = company.cloud;
  const people = await db.find('employees', { leftOn: null, 'assignments.siteIds': siteId });
  const free = await Promise.all(
    people.map(async ({ _id }) => {
      const id = String(_id);
      const isBound = await db.get('bindings', `demo_openid_${id}`);
      return isBound && id !== KEEPER && !(await company.day(id)) ? [id] : [];
    }),
  );
  return free.flat();
}

/** Both clocks: the cloud's is one, each phone follows when it is told. */
async function setClock(now: string, ...phones: Phone[]): Promise<void> {
  for (const phone of phones) await phone.set({ now });
}

test('look', async () => {
  const screen = await company.phoneOf(KEEPER, { ...TABLET, page: `${SCREEN}${SHENZHEN}` });
  await screen.see('微信扫一扫，打卡');
  await screen.screenshot('screen-1024');
  console.log(await readCode(screen), (await site(SHENZHEN)).name);
  const [one = ''] = await colleagues(SHENZHEN);
  const phone = await company.phoneOf(one, { location: 'refused' });
  await phone.see('扫门口的码打卡');
  await phone.screenshot('today-refused-scan');
  await phone.set({ location: 'allowed' });
  await phone.screenshot('today-scan');
  const hr = await company.phoneOf(HR, { page: '/features/sites/pages/list/list' });
  await hr.see('上海总部');
  await hr.screenshot('sites-list');
  await hr.tap('#site-S-SZ');
  await hr.see('变更记录');
  await hr.page.waitForTimeout(500);
  await hr.screenshot('sites-site');
  await hr.page.evaluate(() => document.querySelector('#biometric')?.scrollIntoView());
  await hr.page.waitForTimeout(300);
  await hr.screenshot('sites-site-2');
  void setClock; void STREET; void ({} as Reply<unknown>);
});
