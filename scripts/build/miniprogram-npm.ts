import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { readJson } from '../lib/files';
import { ROOT } from '../lib/root';
import { traceComponentFiles } from './component-files';
import { hashOf } from './fingerprint';
import { findNpmImports } from './npm-imports';

const MINIPROGRAM = path.join(ROOT, 'miniprogram');
/** Packages that one subpackage carries, because the main package would grow by them. */
const CARRIED: Readonly<Record<string, string>> = {
  echarts: 'features/charts',
  'echarts-for-weixin': 'features/charts',
};
/** Packages of which a part is enough, and the file that names the part. */
const PARTS: Readonly<Record<string, string>> = {
  echarts: path.join(ROOT, 'scripts/build/echarts-parts.mjs'),
};
const STAMP = path.join(ROOT, 'dist/.stamps/miniprogram-npm.txt');

/** `@vant/weapp/button/index` -> [`@vant/weapp`, `button/index`]. */
function splitSpecifier(specifier: string): [pkg: string, rest: string] {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  return [parts.slice(0, length).join('/'), parts.slice(length).join('/')];
}

const outputOf = (pkg: string): string => path.join(MINIPROGRAM, CARRIED[pkg] ?? '', 'miniprogram_npm');
const OUTPUTS = [...new Set(['', ...Object.keys(CARRIED)].map(outputOf))];

/** Folder of a package's Mini Program files, or null for a plain JavaScript package. */
function componentFolder(pkg: string): string | null {
  const home = path.join(ROOT, 'node_modules', pkg);
  const { miniprogram } = readJson<{ miniprogram?: string }>(path.join(home, 'package.json'));
  return miniprogram ? path.join(home, miniprogram) : null;
}

/**
 * Fills `miniprogram_npm` of the main package, and of subpackages that carry packages, as DevTools would, but only with
 * what the pages use. @returns false if the same imports were prepared before.
 */
export async function buildMiniprogramNpm(): Promise<boolean> {
  if (!existsSync(MINIPROGRAM)) return false;
  const imports = await findNpmImports(MINIPROGRAM);
  const specifiers = [...new Set([...imports.components, ...imports.modules])];
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
  const parts = Object.values(PARTS).map((file) => readFileSync(file, 'utf8'));
  const hash = hashOf(lock, ...specifiers, JSON.stringify(CARRIED), ...parts);
  if (OUTPUTS.every(existsSync) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return false;
  for (const output of OUTPUTS) {
    rmSync(output, { recursive: true, force: true });
    mkdirSync(output, { recursive: true });
  }
  for (const specifier of specifiers) {
    const [pkg, rest] = splitSpecifier(specifier);
    const folder = componentFolder(pkg);
    if (folder) copyComponent(pkg, folder, rest);
    else await bundleModule(specifier);
  }
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hash);
  return true;
}

function copyComponent(pkg: string, folder: string, rest: string): void {
  for (const file of traceComponentFiles(path.join(folder, rest))) {
    const target = path.join(outputOf(pkg), pkg, path.relative(folder, file));
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

/** `dayjs` -> dayjs/index.js, `dayjs/plugin/utc` -> dayjs/plugin/utc.js: where the Mini Program looks. */
async function bundleModule(specifier: string): Promise<void> {
  const [pkg, rest] = splitSpecifier(specifier);
  const outfile = path.join(outputOf(pkg), pkg, rest ? `${rest.replace(/\.js$/, '')}.js` : 'index.js');
  const part = PARTS[specifier];
  const contents = part
    ? `export * from ${JSON.stringify(part)};`
    : `module.exports = require(${JSON.stringify(specifier)});`;
  await build({
    stdin: { contents, resolveDir: ROOT },
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['main', 'module'],
    conditions: ['require', 'default'],
    target: 'es2018',
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}
