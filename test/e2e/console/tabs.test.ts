import type { Page } from 'playwright-core';
import { HOSTILE } from '../../support/console';
import { readCsv } from '../../support/read-csv';
import { useConsole } from '../support/console-page';

const stand = useConsole();
let page: Page;

afterEach(() => page?.context().close());

const see = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
const openCollection = async (name: string): Promise<void> => {
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  // What is typed before would go into the form of the one before.
  await page.getByRole('heading', { name, exact: true }).waitFor();
};
const find = async (filter: string, sort = ''): Promise<void> => {
  await page.getByLabel('查询条件').fill(filter);
  await page.getByLabel('排序').fill(sort);
  await page.getByRole('button', { name: '查询' }).click();
};

test('collections: counts, a query, its order, its pages', async () => {
  page = await stand.page();
  await see('这是这台电脑上的本地云');
  expect(page.url()).not.toContain('token');
  await page.getByRole('link', { name: 'numbers 10,000' }).click();
  await see('共 10,000 条');
  await find('{"n": {"$gte": 100}}', '{"n": -1}');
  await see('共 9,900 条');
  expect(await page.locator('.card').count()).toBe(50);
  expect(await page.locator('.card code').first().textContent()).toBe('n09999');
  await page.getByRole('button', { name: '下一页' }).click();
  await see('51–100 / 9,900');
  expect(await page.locator('.card code').first().textContent()).toBe('n09949');
  await page.getByRole('button', { name: '上一页' }).click();
  await see('1–50 / 9,900');
  await openCollection('empty');
  await see('没有内容');
  await openCollection('numbers');
  await see('共 9,900 条');
  expect(await page.getByLabel('查询条件').inputValue()).toBe('{"n": {"$gte": 100}}');
});

test('a wrong query says what is wrong, and the next one works', async () => {
  page = await stand.page();
  await openCollection('numbers');
  await find('{"n": ');
  await page.getByRole('alert').getByText('填写有误 · INVALID_PARAM').waitFor();
  await page.getByRole('alert').getByText('The filter is not JSON').waitFor();
  await find('{"$where": "1"}');
  await page.getByRole('alert').getByText('DATABASE_INVALID_OPERRATOR').waitFor();
  await find('{"n": 7}');
  await see('共 1 条');
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('an answer that comes late does not replace a newer one', async () => {
  page = await stand.page();
  await openCollection('notes');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = 0;
  await page.route('**/api/find', async (route) => {
    asked += 1;
    if (asked === 1) await held;
    await route.continue();
  });
  await openCollection('numbers');
  await find('{"n": ');
  await page.getByRole('alert').waitFor();
  const late = page.waitForResponse('**/api/find');
  release();
  await (await late).finished();
  expect(await page.getByRole('alert').textContent()).toContain('INVALID_PARAM');
});

test('a hostile document is shown as text, folded where it is long, and exported harmlessly', async () => {
  page = await stand.page();
  await openCollection('notes');
  await page.locator('.card > summary').first().click();
  const document = page.locator('.document').first();
  await document.getByText(JSON.stringify(HOSTILE.text)).waitFor();
  await document.getByText(JSON.stringify(HOSTILE._id)).waitFor();
  expect(await document.getByText(JSON.stringify(HOSTILE.long)).isVisible()).toBe(false);
  await document.getByText('展开 (1000)').click();
  await document.getByText(JSON.stringify(HOSTILE.long)).waitFor();
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);

  const csv = await stand.saved(page, '导出 CSV');
  expect(csv.name).toBe('notes.csv');
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const cells = (await readCsv(csv.bytes)).flat();
  expect(cells).toContain(`'${HOSTILE.equals}`);
  expect(cells.filter((cell) => /^[=+@\t]/.test(cell))).toEqual([]);

  await find('{"_id": "plain"}');
  await see('共 1 条');
  const json = await stand.saved(page, '导出 JSON');
  expect(JSON.parse(json.bytes.toString('utf8'))).toEqual([{ _id: 'plain', text: '文字', at: '2026' }]);
});

test('functions: run as somebody at an instant, see result, costs, logs and the last calls', async () => {
  page = await stand.page();
  await stand.tab(page, '云函数');
  await page.getByRole('link', { name: 'nightly' }).click();
  await see('超时 20 秒 · 内存 256 MB · 定时器 0 0 2 * * * *');
  await page.getByLabel('事件').fill('{"note": "from the console"}');
  await page.getByRole('radio', { name: '员工' }).click();
  await page.getByLabel('工号').fill('E1');
  await page.getByLabel('当作此刻').fill('2025-01-01T08:00:00');
  await page.getByRole('button', { name: '运行', exact: true }).click();
  const reply = page.locator('.reply');
  await reply.getByText('成功').waitFor();
  await reply.getByText('"oReader"').waitFor();
  await reply.getByText(/数据库 1 次 · 扫描 2 条 · 返回 2 条/).waitFor();
  await reply.getByText(/^2025-01-01 08:00:\d\d log nightly has run from the console$/).waitFor();
  await page.getByRole('row', { name: /nightly oReader 成功/ }).waitFor();

  await page.getByLabel('事件').fill('{"fail": true}');
  await page.getByRole('radio', { name: '控制台' }).press('Enter');
  await page.getByRole('button', { name: '运行', exact: true }).press('Enter');
  await reply.getByRole('alert').getByText('broken on purpose').waitFor();
  await page.getByRole('row', { name: /FUNCTIONS_EXECUTE_FAIL/ }).waitFor();

  await page.getByLabel('事件').fill('{');
  await page.getByRole('button', { name: '运行', exact: true }).click();
  await page.getByRole('alert').getByText('The event is not JSON').waitFor();
});

test('an own example stays in the browser until it is removed', async () => {
  page = await stand.page();
  await stand.tab(page, '云函数');
  await page.getByLabel('事件').fill('{"note": "mine"}');
  await page.getByLabel('示例名称').fill('我的示例');
  await page.getByRole('button', { name: '存为示例' }).click();
  await page.reload();
  await page.getByRole('button', { name: '我的示例', exact: true }).click();
  expect(await page.getByLabel('事件').inputValue()).toBe('{"note": "mine"}');
  await page.getByRole('button', { name: '删除 我的示例' }).click();
  expect(await page.getByRole('button', { name: '我的示例', exact: true }).count()).toBe(0);
});

test('files are found by the beginning of their path and saved as they are', async () => {
  await stand.upload('faces/一.png', 'not really a picture');
  await stand.upload('pages/evil.html', '<script>window.hacked=1</script>');
  page = await stand.page();
  await stand.tab(page, '云存储');
  await see('pages/evil.html');
  await page.getByLabel('路径开头').fill('faces/');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('pages/evil.html').waitFor({ state: 'detached' });
  const { name, bytes } = await stand.saved(page, '下载');
  expect([name, bytes.toString('utf8')]).toEqual(['一.png', 'not really a picture']);
});

test('a timer is run at once and says so', async () => {
  page = await stand.page();
  await stand.tab(page, '定时器');
  const row = page.getByRole('row', { name: /nightly/ });
  await row.getByText('2026-03-03 02:00:00').waitFor();
  await row.getByRole('button', { name: '立即运行' }).click();
  await page.locator('.reply').getByText('"Timer"').waitFor();
  await row.getByText(/^2026-03-02 .* · 成功$/).waitFor();
});

test('a sent message shows to whom, which template, what and when', async () => {
  await stand.cloud.grantSubscription('oReader', 'template-1');
  const message = {
    touser: 'oReader',
    templateId: 'template-1',
    page: 'pages/today/today',
    data: { thing1: { value: '<b>请假</b>' } },
  };
  await stand.cloud.invoke('letters', message, { as: { kind: 'console' } });
  page = await stand.page();
  await stand.tab(page, '订阅消息');
  const row = page.getByRole('row', { name: /E1 · oReader/ });
  for (const text of ['template-1', 'pages/today/today', 'letters', /<b>请假<\/b>/, /^2026-03-02/])
    await row.getByText(text).waitFor();
  expect(await page.locator('main b').count()).toBe(0);
});

test('English by the browser or by choice, dark by the system, one column on a phone', async () => {
  page = await stand.page({ locale: 'en-GB', colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  await see('This is the local cloud of this machine');
  await page.getByRole('link', { name: 'numbers 10,000' }).click();
  await see(/10,000 found/);
  const [background, overflow] = await page.evaluate(() => [
    getComputedStyle(document.documentElement).backgroundColor,
    document.documentElement.scrollWidth - document.documentElement.clientWidth,
  ]);
  expect([background, overflow]).toEqual(['rgb(17, 22, 27)', 0]);
  for (const tab of ['Functions', 'Storage', 'Timers', 'Messages']) {
    await stand.tab(page, tab);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
  await page.getByRole('radio', { name: '中文' }).click();
  await see('这是这台电脑上的本地云');
  await page.reload();
  await see('这是这台电脑上的本地云');
});

test('everything can be reached with the keyboard alone', async () => {
  page = await stand.page();
  await openCollection('numbers');
  await page.reload();
  await see('共 10,000 条');
  const reached = new Set<string>();
  for (let n = 0; n < 30; n += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
  }
  for (const name of ['刷新', 'English', '云函数', '查询', '导出 JSON', '导出 CSV', '下一页'])
    expect([...reached]).toContain(name);
});
