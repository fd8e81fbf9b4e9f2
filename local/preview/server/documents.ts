import type { PhoneBoot } from '../shared/preview-handle';

/** JSON inside a script element must not end it. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The document of the phone: its own window, so that vw and media queries mean the phone's width. */
export function phoneDocument(boot: PhoneBoot): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>同心人事</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview/phone.css">
<link rel="stylesheet" href="/preview/app.css">
</head>
<body>
<script>globalThis.__previewBoot=${inScript(boot)}</script>
<script src="/preview/phone.js"></script>
<script src="/preview/app.js"></script>
</body>
</html>`;
}

/** The page around the phone. */
export function hostDocument(): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>同心人事 · 预览 Preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview/panel.css">
</head>
<body>
<script src="/preview/panel.js"></script>
</body>
</html>`;
}
