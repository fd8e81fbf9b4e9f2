import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { RUNTIME } from '../../../../cloudfunctions/deployment';

const ROOT = path.resolve(__dirname, '../../../..');

/**
 * Builds one function `probe` from a source text, with imports as seen from the root of the project, so that code
 * that no action reaches by itself runs over the real SDK.
 * @returns a folder to use as `functionsDir`; the caller removes it
 */
export async function probeFunction(source: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongxin-probe-'));
  mkdirSync(path.join(folder, 'probe'));
  await build({
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: `node${RUNTIME.node}`,
    format: 'cjs',
    logLevel: 'silent',
    outfile: path.join(folder, 'probe', 'index.js'),
  });
  writeFileSync(path.join(folder, 'probe', 'config.json'), '{ "timeout": 20 }');
  return folder;
}
