import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = path.resolve(__dirname, '../..');
const KEPT = path.join(ROOT, 'node_modules/.cache/tongxin-test-functions');
const SDK = path.join(ROOT, 'node_modules/wx-server-sdk/package.json');

/**
 * The functions of a folder, each in one file with the unmodified SDK as the product's are: an instance of them
 * starts in a quarter of the time. They are made once per content, for all test files.
 * @returns a folder to use as `functionsDir`
 */
export function bundledFunctions(folder: string): string {
  const made = path.join(KEPT, keyOf(folder));
  if (existsSync(made)) return made;
  // Under another name first: several test files may come at once.
  const fresh = `${made}.${randomUUID()}`;
  for (const name of namesIn(folder)) bundle(path.join(folder, name), path.join(fresh, name));
  try {
    renameSync(fresh, made);
  } catch (error) {
    if (!existsSync(made)) throw error;
  }
  return made;
}

const namesIn = (folder: string): string[] => readdirSync(folder).sort();

function keyOf(folder: string): string {
  const hash = createHash('sha256').update(folder).update(readFileSync(SDK));
  for (const name of namesIn(folder)) {
    for (const file of readdirSync(path.join(folder, name)).sort())
      hash.update(`${name}/${file}`).update(readFileSync(path.join(folder, name, file)));
  }
  return hash.digest('hex').slice(0, 32);
}

function bundle(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const outfile = path.join(to, 'index.js');
  const entryPoints = [path.join(from, 'index.js')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent' });
  const config = path.join(from, 'config.json');
  if (existsSync(config)) copyFileSync(config, path.join(to, 'config.json'));
}
