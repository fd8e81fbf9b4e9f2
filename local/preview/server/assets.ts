import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { PreviewBuild } from '../build/build-preview';
import type { BrowserCode } from './browser-code';
import { FOR_GOOD, send } from './respond';

/** A script or style sheet, and a name of exactly this content. */
export interface Asset {
  readonly type: 'js' | 'css';
  readonly body: string;
  readonly version: string;
}

export type Assets = ReadonlyMap<string, Asset>;

/** What the documents load, by path. */
export function assetsOf(code: BrowserCode, { script, styles }: PreviewBuild): Assets {
  return new Map([
    ['/preview/phone.js', asset('js', code.phoneScript)],
    ['/preview/phone.css', asset('css', code.phoneStyles)],
    ['/preview/panel.js', asset('js', code.panelScript)],
    ['/preview/panel.css', asset('css', code.panelStyles)],
    ['/preview/app.js', asset('js', `${script}\n//# sourceMappingURL=app.js.map`)],
    ['/preview/app.css', asset('css', styles)],
  ]);
}

/** Where a document finds it: the browser keeps what it read and compiled until there is another version. */
export const addressOf = (assets: Assets, path: string): string => `${path}?v=${assets.get(path)?.version}`;

/** A version that is not the newest is answered with the newest, and not kept. */
export function sendAsset(response: ServerResponse, { type, body, version }: Asset, url: URL): void {
  const isNamed = url.searchParams.get('v') === version;
  send(response, 200, type, body, isNamed ? FOR_GOOD : undefined);
}

const asset = (type: Asset['type'], body: string): Asset => ({
  type,
  body,
  version: createHash('sha256').update(body).digest('hex').slice(0, 16),
});
