import { createHash } from 'node:crypto';
import { bytesResponse } from '../../http/responses';
import type { PreviewBuild } from '../build/build-preview';
import type { BrowserCode } from './browser-code';

/** A script or style sheet, and the hash of its content. */
export interface Asset {
  readonly type: 'js' | 'css';
  readonly body: string;
  readonly version: string;
}

export type Assets = ReadonlyMap<string, Asset>;

/** Hashing megabytes takes longer than the rest of a start; tests start many servers of one build. */
const known = new WeakMap<PreviewBuild, Assets>();

/** The resources of the documents, by path. */
export function assetsOf(code: BrowserCode, build: PreviewBuild): Assets {
  const before = known.get(build);
  if (before) return before;
  const assets = makeAssets(code, build);
  known.set(build, assets);
  return assets;
}

function makeAssets(code: BrowserCode, { script, styles, packages }: PreviewBuild): Assets {
  return new Map([
    ['/preview/phone.js', asset('js', code.phoneScript)],
    ['/preview/phone.css', asset('css', code.phoneStyles)],
    ['/preview/panel.js', asset('js', code.panelScript)],
    ['/preview/panel.css', asset('css', code.panelStyles)],
    ['/preview/app.js', asset('js', `${script}\n//# sourceMappingURL=app.js.map`)],
    ['/preview/app.css', asset('css', styles)],
    ...Object.entries(packages).map(([root, body]): [string, Asset] => [
      `/preview/packages/${root}.js`,
      asset('js', body),
    ]),
  ]);
}

/** The address with the version, so that the browser may cache it permanently. */
export const addressOf = (assets: Assets, path: string): string => `${path}?v=${assets.get(path)?.version}`;

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const;

/** `named`: the version in the address. An outdated version is answered with the newest one, not cached. */
export function assetResponse({ type, body, version }: Asset, named: string | undefined): Response {
  const answer = bytesResponse(TYPES[type], body);
  if (named === version) answer.headers.set('cache-control', 'private, max-age=31536000, immutable');
  return answer;
}

const asset = (type: Asset['type'], body: string): Asset => ({
  type,
  body,
  version: createHash('sha256').update(body).digest('hex').slice(0, 16),
});
