import type { PreviewBuild } from '../../../../local/preview/build/build-preview';
import { addressOf, assetResponse, assetsOf } from '../../../../local/preview/server/assets';

const CODE = { phoneScript: 'phone()', phoneStyles: 'p{}', panelScript: 'panel()', panelStyles: 'q{}' };
const built = (script: string) => ({ script, map: '{}', styles: 'a{}', packages: {} }) as PreviewBuild;

const assets = assetsOf(CODE, built('app()'));

const read = async (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://preview');
  const asset = assets.get(pathname);
  if (!asset) throw new Error(`There is nothing at ${address}.`);
  const reply = assetResponse(asset, searchParams.get('v') ?? undefined);
  return [await reply.text(), reply.headers.get('cache-control')];
};

test('what has the name of its content is kept for good, anything else is asked for again', async () => {
  const [body, kept] = await read(addressOf(assets, '/preview/app.js'));
  expect(body).toContain('app()');
  expect(kept).toContain('immutable');
  expect(await read('/preview/app.js')).toEqual([body, null]);
  expect(await read('/preview/app.js?v=0')).toEqual([body, null]);
});

test('another build has another name, and what did not change keeps its own', () => {
  const later = assetsOf(CODE, built('app(2)'));
  expect(addressOf(later, '/preview/app.js')).not.toBe(addressOf(assets, '/preview/app.js'));
  expect(addressOf(later, '/preview/phone.js')).toBe(addressOf(assets, '/preview/phone.js'));
});
