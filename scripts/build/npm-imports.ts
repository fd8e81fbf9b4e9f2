import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { filesBelow, isFile, readJson } from '../lib/files';

/** The npm dependencies of the Mini Program: components by path, modules by import. */
export interface NpmImports {
  readonly components: readonly string[];
  readonly modules: readonly string[];
}

/** Scans every source of the Mini Program. Specifiers as written, sorted, each once. */
export async function findNpmImports(miniprogram: string): Promise<NpmImports> {
  const files = filesBelow(miniprogram, ['miniprogram_npm']);
  const components = new Set<string>();
  for (const file of files) {
    if (file.endsWith('.json')) for (const name of componentsOf(file, miniprogram)) components.add(name);
    if (/\.(wxss|wxml|wxs)$/.test(file)) for (const name of npmPathsOf(file)) components.add(name);
  }
  const sources = files.filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'));
  return { components: [...components].sort(), modules: await modulesOf(sources) };
}

function componentsOf(file: string, miniprogram: string): string[] {
  const { usingComponents = {} } = readJson<{ usingComponents?: Record<string, string> }>(file);
  return Object.values(usingComponents).filter((target) => {
    if (/^[./]/.test(target)) return false;
    const local = [path.dirname(file), miniprogram].map((folder) => path.join(folder, `${target}.json`));
    return !local.some(isFile);
  });
}

/** Paths like `/miniprogram_npm/@vant/weapp/common/index.wxss`, without the prefix. */
function npmPathsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/miniprogram_npm\/([@\w./-]+)/g)].map((match) => match[1] ?? '');
}

/** Package imports that remain after types are dropped, as parsed by esbuild. */
async function modulesOf(sources: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  await build({
    entryPoints: [...sources],
    bundle: true,
    write: false,
    outdir: 'unused',
    logLevel: 'silent',
    plugins: [
      {
        name: 'collect-packages',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^[^./]/ }, ({ path: specifier, kind }) => {
            if (kind === 'entry-point') return undefined;
            found.add(specifier);
            return { path: specifier, external: true };
          });
        },
      },
    ],
  });
  return [...found].sort();
}
