import { htmlDocument } from '../../http/html-document';
import type { PhoneBoot } from '../shared/preview-handle';
import { type Assets, addressOf } from './assets';

/** JSON inside a script element must not end it. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The document of the phone: its own window, so that vw and media queries mean the phone's width. */
export function phoneDocument(boot: PhoneBoot, assets: Assets): string {
  return htmlDocument({
    title: '同心人事',
    stylesheets: ['/preview/phone.css', '/preview/app.css'].map((path) => addressOf(assets, path)),
    inlineScript: `globalThis.__previewBoot=${inScript(boot)}`,
    scripts: ['/preview/phone.js', '/preview/app.js'].map((path) => addressOf(assets, path)),
  });
}

/** The page with panel and phone. */
export function hostDocument(assets: Assets): string {
  return htmlDocument({
    title: '同心人事 · 预览 Preview',
    stylesheets: [addressOf(assets, '/preview/panel.css')],
    scripts: [addressOf(assets, '/preview/panel.js')],
  });
}
