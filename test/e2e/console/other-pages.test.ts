import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { useConsole } from '../support/console-page';

const stand = useConsole();
/** A page of somebody else, on this machine too: the nearest that another origin can come. */
let foreign: Server;
let page: Page;

beforeAll(async () => {
  foreign = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><body>elsewhere</body>');
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
});
afterEach(() => page?.context().close());
afterAll(() => new Promise((resolve) => foreign.close(resolve)));

const addressAs = (name: string): string => `http://${name}:${(foreign.address() as AddressInfo).port}/`;
const RUN = { name: 'nightly', event: '{}', as: 'console', who: '', now: null };

describe.each(['127.0.0.1', 'localhost'])('a page at %s and another port', (name) => {
  beforeEach(async () => {
    page = await stand.page({}, addressAs(name));
  });

  test.each([
    ['that knows the token', () => stand.cloud.token],
    ['that guesses one', () => 'x'.repeat(32)],
    ['without a token', () => ''],
  ])('%s neither reads nor runs anything', async (_, token) => {
    const outcomes = await page.evaluate(
      async ([origin, given, body]) => {
        const ways: RequestInit[] = [
          { method: 'POST', headers: { 'content-type': 'application/json', 'x-local-token': given }, body },
          { method: 'POST', headers: { 'content-type': 'text/plain' }, body },
          { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body },
          { method: 'GET' },
        ];
        const ends = ways.map((way) =>
          fetch(`${origin}/api/run`, way).then(
            async (response) => `${response.type} ${await response.text()}`,
            (error: Error) => error.name,
          ),
        );
        return Promise.all(ends);
      },
      [stand.origin, token(), JSON.stringify(RUN)] as const,
    );
    // The answer to a request without CORS is refused as well: its resource is for its own origin.
    expect(outcomes).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
    expect(stand.cloud.calls.list()).toEqual([]);
  });

  test('cannot post a form that runs a function', async () => {
    await page.evaluate(
      ([origin, body]) => {
        const form = Object.assign(document.createElement('form'), {
          action: `${origin}/api/run`,
          method: 'post',
          enctype: 'text/plain',
        });
        form.append(Object.assign(document.createElement('input'), { name: body, value: '' }));
        document.body.append(form);
        form.submit();
      },
      [stand.origin, JSON.stringify(RUN)] as const,
    );
    await page.getByText(/another page/).waitFor();
    expect(stand.cloud.calls.list()).toEqual([]);
  });

  test('cannot embed it, load its script or keep hold of its window', async () => {
    const loaded = await page.evaluate(
      async ([origin, url]) => {
        const frame = Object.assign(document.createElement('iframe'), { src: url });
        const script = Object.assign(document.createElement('script'), { src: `${origin}/console.js` });
        const end = (element: HTMLElement): Promise<string> =>
          new Promise((resolve) => {
            element.addEventListener('load', () => resolve('load'));
            element.addEventListener('error', () => resolve('error'));
          });
        const ends = [end(frame), end(script)];
        document.body.append(frame, script);
        return Promise.all(ends);
      },
      [stand.origin, stand.url] as const,
    );
    expect(loaded[1]).toBe('error');
    const texts = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.locator('body').textContent()),
    );
    expect(texts.join()).not.toContain('云控制台');

    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((url) => void Object.assign(globalThis, { held: open(url) }), stand.url),
    ]);
    await popup.getByText('这是这台电脑上的本地云').waitFor();
    const held = await page.evaluate(() => (globalThis as unknown as { held: Window }).held.closed);
    expect([held, await popup.evaluate(() => window.opener === null)]).toEqual([true, true]);
  });
});

test.each([
  ['without a token', ''],
  ['with a wrong one', '#token=wrong'],
])(
  'an address %s leads to a page that says what is needed, and the right one heals it',
  async (_, fragment) => {
    page = await stand.page({}, `${stand.origin}/${fragment}`);
    await page.getByRole('alert').getByText('需要带令牌的网址').waitFor();
    expect(await page.locator('.side').count()).toBe(0);
    await page.goto(stand.url);
    await page.getByRole('link', { name: /numbers/ }).waitFor();
  },
);

test('a name that somebody else bound to this machine shows nothing', async () => {
  page = await stand.page({}, 'about:blank');
  const port = new URL(stand.origin).port;
  // Browsers resolve every name below localhost to this machine: a rebound name without a name server.
  const response = await page.goto(`http://evil.localhost:${port}/#token=${stand.cloud.token}`);
  expect(response?.status()).toBe(404);
});
