import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { deploymentOf, RUNTIME } from '../../cloudfunctions/deployment';
import { readJson } from '../lib/files';
import { ROOT } from '../lib/root';
import { hashOf, isFresh, remember } from './fingerprint';
import { configOf } from './function-config';

const SOURCE = path.join(ROOT, 'cloudfunctions');
const OUTPUT = path.join(ROOT, 'dist/cloudfunctions');
/** Sources of the values in every function's folder. */
const DESCRIPTIONS = ['package.json', 'cloudfunctions/deployment.ts'];

const COMMON: BuildOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'silent',
  metafile: true,
  absWorkingDir: ROOT,
};

/**
 * One file per function with everything inside, the unmodified SDK included. CommonJS modules stay lazy in
 * the bundle: what is required inside a function body is evaluated when that body runs, not at cold start.
 */
const BUNDLE: BuildOptions = { ...COMMON, target: `node${RUNTIME.node}` };

/**
 * The file that the platform loads: it must parse on the platform's oldest Node.js, to report the wrong version
 * there.
 */
const ENTRY: BuildOptions = { ...COMMON, target: 'node8', external: ['./bundle.js'] };

/** Folders of `cloudfunctions/` that hold an `index.ts`. */
export function listFunctions(): string[] {
  if (!existsSync(SOURCE)) return [];
  const isFunction = (name: string): boolean => existsSync(path.join(SOURCE, name, 'index.ts'));
  return readdirSync(SOURCE).filter(isFunction).sort();
}

/** Bundles one function. @returns false if nothing had changed @throws Error with esbuild's message */
async function buildFunction(name: string): Promise<boolean> {
  const folder = path.join(OUTPUT, name);
  const outfile = path.join(folder, 'bundle.js');
  const options = hashOf(JSON.stringify([BUNDLE, ENTRY, deploymentOf(name)]), productVersion());
  if (isFresh(`function-${name}`, options, outfile)) return false;
  mkdirSync(folder, { recursive: true });
  const source = path.join(SOURCE, name, 'index.ts');
  const [bundle, entry] = await Promise.all([
    build({ ...BUNDLE, entryPoints: [source], outfile }),
    buildEntry(name, path.join(folder, 'index.js')),
  ]);
  writePlatformFiles(name, folder);
  const inputs = [bundle, entry].flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  remember(`function-${name}`, options, [...inputs, ...DESCRIPTIONS]);
  return true;
}

/** The file that the platform loads, with the function's platform requirements. */
export function buildEntry(name: string, outfile: string): ReturnType<typeof build> {
  const needs = { name, node: RUNTIME.node, timeout: deploymentOf(name).timeout };
  const define = { PLATFORM_NEEDS: JSON.stringify(needs) };
  return build({ ...ENTRY, define, entryPoints: [path.join(SOURCE, 'shared/entry/index.ts')], outfile });
}

function productVersion(): string {
  return readJson<{ version: string }>(path.join(ROOT, 'package.json')).version;
}

/** Dependencies are inside the bundle, so the cloud has nothing to install. */
function writePlatformFiles(name: string, folder: string): void {
  const engines = { node: `>=${RUNTIME.node}` };
  const about = { name, version: productVersion(), private: true, main: 'index.js', engines };
  writeJson(path.join(folder, 'package.json'), { ...about, dependencies: {} });
  writeJson(path.join(folder, 'config.json'), configOf(deploymentOf(name)));
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
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
