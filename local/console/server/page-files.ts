import { readFileSync } from 'node:fs';
import path from 'node:path';
import { htmlDocument } from '../../http/html-document';
import { bundleScript } from '../../preview/server/browser-code';

const PAGE = path.resolve(__dirname, '../page');

/** The parts of the page by their address. */
export type PageFiles = Readonly<Record<string, { readonly type: string; readonly body: string }>>;

const DOCUMENT = htmlDocument({
  title: '同心人事 · 云控制台 Cloud console',
  head: '<meta name="color-scheme" content="light dark">',
  stylesheets: ['/console.css'],
  scripts: ['/console.js'],
});

export async function bundlePage(): Promise<PageFiles> {
  const script = await bundleScript(path.join(PAGE, 'main.ts'));
  const parts = ['base', 'layout', 'content'].map((name) => path.join(PAGE, `styles/${name}.css`));
  const styles = parts.map((file) => readFileSync(file, 'utf8')).join('\n');
  return {
    '/': { type: 'text/html; charset=utf-8', body: DOCUMENT },
    '/console.js': { type: 'text/javascript; charset=utf-8', body: script },
    '/console.css': { type: 'text/css; charset=utf-8', body: styles },
  };
}
