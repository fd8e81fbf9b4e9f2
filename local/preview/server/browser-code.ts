import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const PREVIEW = path.resolve(__dirname, '..');

/** The preview's own browser code, bundled once per start. */
export interface BrowserCode {
  readonly phoneScript: string;
  readonly phoneStyles: string;
  readonly panelScript: string;
  readonly panelStyles: string;
}

export async function bundleBrowserCode(): Promise<BrowserCode> {
  const entries = ['runtime/main.ts', 'panel/main.ts'].map((entry) => path.join(PREVIEW, entry));
  const [phoneScript = '', panelScript = ''] = await Promise.all(entries.map(bundleScript));
  const styles = ['phone', 'bars', 'overlay', 'elements', 'fields'].map(
    (name) => `runtime/styles/${name}.css`,
  );
  return {
    phoneScript,
    panelScript,
    phoneStyles: styles.map(readPart).join('\n'),
    panelStyles: readPart('panel/panel.css'),
  };
}

const readPart = (file: string): string => readFileSync(path.join(PREVIEW, file), 'utf8');

/** One script for the browser, from its entry file. @throws Error with the mistakes found */
export async function bundleScript(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}
