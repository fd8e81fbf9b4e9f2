import { seenInTime } from '../support/patience';
import { useCompany } from './support/company';
import type { Phone } from './support/phone';

const company = useCompany();
const CYCLE = '2026-11';
const SELLER = 'E0037';
const KEY_RESULT = {
  page: `/features/goals/pages/key-result/key-result?sheet=${encodeURIComponent(`${CYCLE}:p-${SELLER}`)}&id=result`,
};
const BRAND = { light: '15,118,110', dark: '45,181,166' };

/** Figures of three more days, as the person reports them. */
async function reportDays(): Promise<void> {
  const as = { kind: 'user', openid: `demo_openid_${SELLER}` } as const;
  for (const [day, value] of [
    ['24', 2],
    ['25', 1],
    ['26', 3],
  ] as const) {
    company.cloud.clock.set(Date.parse(`2026-11-${day}T17:00:00+08:00`));
    const input = {
      ...{ key: `chart-test-${day}-0001`, cycleId: CYCLE, owner: { kind: 'person', id: SELLER } },
      entries: [{ keyResultId: 'result', mode: 'add', value }],
    };
    const { result } = await company.cloud.invoke('goals', { action: 'checkIn', input }, { as });
    expect(result).toMatchObject({ ok: true });
  }
}

/** Pixels of a colour in the picture. */
const pixelsOf = (phone: Phone, colour: string): Promise<number> =>
  phone.frame.locator('#picture canvas').evaluate((element, wanted) => {
    const canvas = element as HTMLCanvasElement;
    if (canvas.width === 0) return 0;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if (`${data[at]},${data[at + 1]},${data[at + 2]}` === wanted && data[at + 3] === 255) count += 1;
    return count;
  }, colour);

/** Asks again until it is so. */
async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  if (!(await seenInTime(isSo, 100))) throw new Error(`${what} did not happen`);
}

const seeDrawn = (phone: Phone, colour: string): Promise<void> =>
  until(async () => (await pixelsOf(phone, colour)) > 100, `a picture in ${colour}`);

test('the course of a key result is drawn, said as a sentence, and read as a table', async () => {
  await reportDays();
  const phone = await company.phoneOf(SELLER, KEY_RESULT);
  await phone.see('走势', '现在 16\u00a0位，按进度应到 12.7\u00a0位');
  await seeDrawn(phone, BRAND.light);
  await phone.screenshot('charts-course');
  const label = await phone.find('#picture').getAttribute('aria-label');
  expect(label).toContain('实际：11月1日 0\u00a0位 · 11月23日 10\u00a0位');
  await phone.tap('#chart-table');
  await phone.see('按进度', '收起数字');
  await phone.screenshot('charts-table');
});

test('the picture follows theme, language and width', async () => {
  const phone = await company.phoneOf(SELLER, { ...KEY_RESULT, width: 820, height: 1000 });
  await seeDrawn(phone, BRAND.light);
  await phone.set({ dark: true, language: 'en' });
  await seeDrawn(phone, BRAND.dark);
  expect(await pixelsOf(phone, BRAND.light)).toBe(0);
  await phone.screenshot('charts-wide-dark');
  await phone.page.setViewportSize({ width: 320, height: 640 });
  const widths = () =>
    phone.frame.locator('#picture canvas').evaluate((canvas) => {
      const shown = canvas as HTMLCanvasElement;
      return Math.round(shown.width / devicePixelRatio) - Math.round(shown.clientWidth);
    });
  await until(async () => (await widths()) === 0, 'a picture as wide as its place');
  await phone.screenshot('charts-narrow');
});

test('the package of charts is loaded when one is shown, and a failure is told', async () => {
  const phone = await company.phoneOf(SELLER, { page: '/pages/goals/goals' });
  const asked: string[] = [];
  await phone.page.route('**/preview/packages/**', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await phone.see('华东新客户');
  expect(asked).toEqual([]);
  await phone.tap('#key-result-result');
  await phone.see('图没有取到，连上网后重新打开这一页', '填过的进展');
  expect(asked).toHaveLength(1);
  // Opened again, it is asked for again.
  await phone.page.unroute('**/preview/packages/**');
  await phone.tap('.mp-back');
  await phone.tap('#key-result-result');
  await seeDrawn(phone, BRAND.light);
});
