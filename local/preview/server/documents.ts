import type { PhoneBoot } from '../shared/preview-handle';
import { type Assets, addressOf } from './assets';

/** JSON inside a script element must not end it. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The document of the phone: its own window, so that vw and media queries mean the phone's width. */
export function phoneDocument(boot: PhoneBoot, assets: Assets): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>同心人事</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${addressOf(assets, '/preview/phone.css')}">
<link rel="stylesheet" href="${addressOf(assets, '/preview/app.css')}">
</head>
<body>
<script>globalThis.__previewBoot=${inScript(boot)}</script>
<script src="${addressOf(assets, '/preview/phone.js')}"></script>
<script src="${addressOf(assets, '/preview/app.js')}"></script>
</body>
</html>`;
}

/** The page around the phone. */
export function hostDocument(assets: Assets): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>同心人事 · 预览 Preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${addressOf(assets, '/preview/panel.css')}">
</head>
<body>
<script src="${addressOf(assets, '/preview/panel.js')}"></script>
</body>
</html>`;
}
