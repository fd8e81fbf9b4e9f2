import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PreviewBuild } from '../../../../local/preview/build/build-preview';
import { type Assets, addressOf, assetsOf, sendAsset } from '../../../../local/preview/server/assets';

const CODE = { phoneScript: 'phone()', phoneStyles: 'p{}', panelScript: 'panel()', panelStyles: 'q{}' };
const built = (script: string) => ({ script, map: '{}', styles: 'a{}' }) as PreviewBuild;

let assets: Assets;
let server: Server;
beforeAll(async () => {
  assets = assetsOf(CODE, built('app()'));
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://preview');
    const asset = assets.get(url.pathname);
    if (asset) sendAsset(response, asset, url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const read = async (address: string) => {
  const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`);
  return [await reply.text(), reply.headers.get('cache-control')];
};

test('what has the name of its content is kept for good, anything else is asked for again', async () => {
  const [body, kept] = await read(addressOf(assets, '/preview/app.js'));
  expect(body).toContain('app()');
  expect(kept).toContain('immutable');
  expect(await read('/preview/app.js')).toEqual([body, 'no-store']);
  expect(await read('/preview/app.js?v=0')).toEqual([body, 'no-store']);
});

test('another build has another name, and what did not change keeps its own', () => {
  const later = assetsOf(CODE, built('app(2)'));
  expect(addressOf(later, '/preview/app.js')).not.toBe(addressOf(assets, '/preview/app.js'));
  expect(addressOf(later, '/preview/phone.js')).toBe(addressOf(assets, '/preview/phone.js'));
});
