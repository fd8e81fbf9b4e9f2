import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { startPreview } from '../../../local/preview/start-preview';
import { cloud, eventually, FIXTURE, mini, open, phone, useMiniPreview } from '../support/mini-preview';

useMiniPreview();

test('the clock of phone and cloud is one, and set before the first page', async () => {
  await open({ now: '2026-11-20T08:57:00+08:00' });
  const wanted = Date.parse('2026-11-20T08:57:00+08:00');
  const onPhone = await phone.frame.evaluate(() => [
    Date.now(),
    new Date(Date.now()).getTime(),
    new Date(0).getTime(),
  ]);
  expect((onPhone[0] ?? 0) - wanted).toBeLessThan(10_000);
  expect(onPhone[1]).toBeGreaterThanOrEqual(wanted);
  expect(onPhone[2]).toBe(0);
  expect(Math.abs(cloud.clock.now() - (onPhone[0] ?? 0))).toBeLessThan(5_000);
  await phone.see('8:57');
  await phone.set({ now: null });
  expect(Math.abs(cloud.clock.now() - Date.now())).toBeLessThan(5_000);
});

test('what is not supported is a problem: unknown tag, API, error of a page', async () => {
  const strange = await startPreview({ root: path.resolve(FIXTURE, '../mini-strange'), cloud });
  await open({ url: strange.url });
  await phone.see('strange');
  await eventually(async () => String((await phone.problems()).length), '5');
  const problems = await phone.problems();
  expect(problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'tag', level: 'fault', place: 'pages/strange/strange.wxml:1:21' }),
      expect.objectContaining({
        kind: 'api',
        level: 'fault',
        message: expect.stringContaining('wx.startBluetoothDevicesDiscovery is not supported by the preview'),
      }),
      expect.objectContaining({
        kind: 'runtime',
        message: 'thrown in onShow',
        place: 'pages/strange/strange',
      }),
    ]),
  );
  await expect(phone.expectNoProblems()).rejects.toThrow('startBluetoothDevicesDiscovery');
  await phone.close();
  await strange.close();
});

test('the panel tells faults from hints, which WeChat takes without effect; a test fails on either', async () => {
  const strange = await startPreview({ root: path.resolve(FIXTURE, '../mini-strange'), cloud });
  await open({ url: strange.url, withPanel: true });
  await phone.see('shown all the same');
  await expect(phone.expectNoProblems()).rejects.toThrow('<span> is neither built in nor registered');
  const panel = phone.page.locator('#problems');
  const kindsOf = async (list: string) => (await panel.locator(`.${list} b`).allTextContents()).join(' ');
  await eventually(() => kindsOf('faults'), 'tag api runtime');
  expect(await kindsOf('hints')).toBe('tag wxml');
  await strange.close();
});

test('a phone that was put nowhere is at the first place of its person', async () => {
  await open();
  expect(await phone.frame.evaluate(() => globalThis.__preview.state())).toMatchObject({
    person: 'demo-an',
    place: 'inside',
    latitude: 31.2,
    longitude: 121.4,
  });
});

test('the panel steers the phone and folds away on a small window', async () => {
  await open({ withPanel: true, width: 1280, height: 900, touch: false });
  const panel = phone.page.locator('.panel');
  await panel.getByRole('radio', { name: '外地' }).click();
  await panel.getByRole('radio', { name: '断网' }).click();
  expect(await phone.frame.evaluate(() => globalThis.__preview.state())).toMatchObject({
    latitude: 30,
    longitude: 120,
    network: 'offline',
  });
  await panel.getByLabel('人员').selectOption({ label: '未绑定用户' });
  await eventually(
    () =>
      phone.page.evaluate(() => (globalThis.__preview.isReady() ? globalThis.__preview.state().person : '')),
    'demo-unbound-user',
  );
  await panel.getByRole('radio', { name: '外地', checked: true }).waitFor();
  await panel.getByLabel('深色').check();
  await eventually(() => phone.frame.evaluate(() => document.documentElement.className), /mp-dark/);
  await phone.close();
  await open({ withPanel: true });
  expect(await phone.page.locator('.panel').isVisible()).toBe(false);
  await phone.page.locator('.handle').tap();
  await phone.page.getByRole('heading', { name: '网络' }).waitFor();
  await phone.expectNoProblems();
});

test('saving a source reloads the phone; a mistake is shown on it', async () => {
  await open();
  const file = path.join(mini.root, 'miniprogram/pages/home/line.wxml');
  const script = path.join(mini.root, 'miniprogram/pages/home/home.ts');
  const [template, source] = [readFileSync(file, 'utf8'), readFileSync(script, 'utf8')];
  writeFileSync(file, template.replace('{{text}}', 'edited'));
  await phone.see('edited');
  writeFileSync(script, `${source}\nconst = ;`);
  await phone.find('.mp-fatal').waitFor();
  expect(await phone.text()).toContain('home.ts');
  writeFileSync(script, source);
  await phone.see('edited');
  // The other tests of this file find the fixture as it was.
  writeFileSync(file, template);
  await phone.find('edited').waitFor({ state: 'hidden' });
});

test('other web pages and other names cannot use the server', async () => {
  const { port } = new URL(mini.url);
  const ask = (options: { method: string; path: string; headers: Record<string, string> }): Promise<number> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, agent: false, ...options }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end(options.method === 'POST' ? '{"now":null}' : undefined);
    });
  const own = { host: `127.0.0.1:${port}`, 'x-demo-client': 'preview' };
  const clock = { method: 'POST', path: '/preview/clock' };
  expect(await ask({ ...clock, headers: { ...own, origin: `http://127.0.0.1:${port}` } })).toBe(200);
  expect(await ask({ ...clock, headers: { ...own, origin: 'http://evil.example' } })).toBe(403);
  expect(await ask({ ...clock, headers: { host: own.host } })).toBe(403);
  expect(await ask({ ...clock, headers: { ...own, 'sec-fetch-site': 'cross-site' } })).toBe(403);
  expect(await ask({ method: 'GET', path: '/', headers: { host: `evil.example:${port}` } })).toBe(403);
  expect(await ask({ method: 'GET', path: '/app/app.json', headers: own })).toBe(404);
  expect(await ask({ method: 'GET', path: '/app/..%2f..%2fpackage.json', headers: own })).toBe(404);
});
