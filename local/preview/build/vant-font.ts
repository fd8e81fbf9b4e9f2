import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'postcss';

let font: string | null | undefined;

/** The icon font of @vant/weapp comes from a CDN on a real phone; the preview works offline. */
export function inlineVantFont(root: Root): void {
  root.walkAtRules('font-face', (rule) => {
    if (!rule.toString().includes('vant-icon')) return;
    const data = vantFont();
    if (!data) return;
    rule.walkDecls('src', (declaration) => {
      declaration.remove();
    });
    rule.append({ prop: 'src', value: `url("${data}") format("woff2")` });
  });
}

function vantFont(): string | null {
  if (font !== undefined) return font;
  const file = path.resolve(__dirname, '../../../node_modules/@vant/icons/src/encode-woff2.less');
  const match = existsSync(file) ? /url\('(data:font[^']+)'\)/.exec(readFileSync(file, 'utf8')) : null;
  font = match?.[1] ?? null;
  return font;
}
