import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { filesBelow, isFile, readJson } from '../lib/files';
import { ROOT } from '../lib/root';

const KB = 1024;

/** Our own budget, far below the platform's 2 MB per package. */
const BUDGET = { main: 800 * KB, sub: 1024 * KB } as const;

interface PackageSize {
  /** `main` or the root folder of a subpackage. */
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
}

interface AppJson {
  readonly subPackages?: readonly { readonly root: string }[];
  readonly subpackages?: readonly { readonly root: string }[];
}

/** Bytes of every package as they would be uploaded: TypeScript compiled, everything else as it is. */
export function measurePackages(miniprogram = path.join(ROOT, 'miniprogram')): PackageSize[] {
  const appFile = path.join(miniprogram, 'app.json');
  if (!isFile(appFile)) return [];
  const app = readJson<AppJson>(appFile);
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'));
  const bytes = new Map<string, number>([['main', 0], ...roots.map((root): [string, number] => [root, 0])]);
  for (const file of filesBelow(miniprogram)) {
    const relative = path.relative(miniprogram, file).split(path.sep).join('/');
    const name = roots.find((root) => relative.startsWith(root)) ?? 'main';
    bytes.set(name, (bytes.get(name) ?? 0) + uploadedBytes(file));
  }
  return [...bytes].map(([name, size]) => ({
    name: name.replace(/\/$/, ''),
    bytes: size,
    budget: name === 'main' ? BUDGET.main : BUDGET.sub,
  }));
}

function uploadedBytes(file: string): number {
  if (file.endsWith('.d.ts')) return 0;
  const content = readFileSync(file);
  if (!file.endsWith('.ts')) return content.length;
  const options = { loader: 'ts', format: 'cjs', target: 'es2018', minify: true } as const;
  return Buffer.byteLength(transformSync(content.toString('utf8'), options).code);
}

/** One sentence per package that is over its budget. */
export function sizeProblems(sizes: readonly PackageSize[]): string[] {
  return sizes
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ name, bytes, budget }) => `package ${name}: ${inKb(bytes)} is over its budget of ${inKb(budget)}`,
    );
}

export function inKb(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`;
}
