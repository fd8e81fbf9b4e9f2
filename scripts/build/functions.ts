import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { readJson } from '../lib/files';
import { ROOT } from '../lib/root';
import { hashOf, isFresh, remember } from './fingerprint';

const SOURCE = path.join(ROOT, 'cloudfunctions');
const OUTPUT = path.join(ROOT, 'dist/cloudfunctions');

/**
 * One file per function with everything inside, the unmodified SDK included. CommonJS modules stay lazy in
 * the bundle: what is required inside a function body is evaluated when that body runs, not at cold start.
 */
const OPTIONS: BuildOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node16',
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'silent',
  metafile: true,
};

/** Folders of `cloudfunctions/` that hold an `index.ts`. */
function listFunctions(): string[] {
  if (!existsSync(SOURCE)) return [];
  const isFunction = (name: string): boolean => existsSync(path.join(SOURCE, name, 'index.ts'));
  return readdirSync(SOURCE).filter(isFunction).sort();
}

/** Bundles one function. Answers false when nothing had changed. @throws Error in esbuild's words. */
async function buildFunction(name: string): Promise<boolean> {
  const folder = path.join(OUTPUT, name);
  const outfile = path.join(folder, 'index.js');
  const options = hashOf(JSON.stringify(OPTIONS), productVersion());
  if (isFresh(`function-${name}`, options, outfile)) return false;
  mkdirSync(folder, { recursive: true });
  const entry = path.join(SOURCE, name, 'index.ts');
  const result = await build({ ...OPTIONS, entryPoints: [entry], outfile, absWorkingDir: ROOT });
  writePlatformFiles(name, folder);
  const own = ['config.json', 'package.json'].map((file) => `cloudfunctions/${name}/${file}`);
  remember(`function-${name}`, options, [...Object.keys(result.metafile?.inputs ?? {}), ...own]);
  return true;
}

function productVersion(): string {
  return readJson<{ version: string }>(path.join(ROOT, 'package.json')).version;
}

/** Dependencies are inside the bundle, so the cloud has nothing to install. */
function writePlatformFiles(name: string, folder: string): void {
  const manifest = { name, version: productVersion(), private: true, main: 'index.js', dependencies: {} };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const config = path.join(SOURCE, name, 'config.json');
  if (existsSync(config)) copyFileSync(config, path.join(folder, 'config.json'));
}

/** Bundles every function and removes bundles of functions that no longer exist. */
export async function buildFunctions(): Promise<{ all: string[]; changed: string[] }> {
  const all = listFunctions();
  mkdirSync(OUTPUT, { recursive: true });
  for (const old of readdirSync(OUTPUT)) {
    if (!all.includes(old)) rmSync(path.join(OUTPUT, old), { recursive: true });
  }
  const done = await Promise.all(all.map(async (name) => ((await buildFunction(name)) ? name : null)));
  return { all, changed: done.filter((name) => name !== null) };
}
