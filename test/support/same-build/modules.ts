import { transformSync } from 'esbuild';
import { scriptReferences } from '../../../scripts/check/compiled/module-graph';
import type { FileSet } from '../../../scripts/wechat/file-set';

/** Helpers that the compiler puts beside the scripts. */
const HELPERS = /^@babel\//;
/** Names that stand for the module itself. */
const MARKS = ['default', '__esModule'];

/** What each script requires, helpers apart, and which names it exports: a line for each, once, sorted. */
export async function meaningOfScripts(files: FileSet): Promise<string[]> {
  const scripts = asCommonJs(files);
  const own = [...scripts].filter(([file]) => !HELPERS.test(file));
  const required = (await scriptReferences(scripts))
    .filter(({ from, target }) => !HELPERS.test(from) && !HELPERS.test(target ?? ''))
    .map(({ from, wanted, target }) => `${from} requires ${target ?? wanted}`);
  const names = own
    .filter(([file]) => !file.startsWith('miniprogram_npm/'))
    .flatMap(([file, code]) => exportsOf(code.toString('utf8')).map((name) => `${file} exports ${name}`));
  return [...new Set([...required, ...names, ...own.map(([file]) => file)])].sort();
}

/** TypeScript as the scripts that it becomes; what holds types alone becomes none. */
function asCommonJs(files: FileSet): FileSet {
  const scripts = [...files].flatMap(([name, content]): [string, Buffer][] => {
    if (name.endsWith('.js')) return [[name, content]];
    if (!name.endsWith('.ts') || name.endsWith('.d.ts')) return [];
    const source = content.toString('utf8');
    if (transformSync(source, { loader: 'ts' }).code.trim() === '') return [];
    const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
    return [[name.replace(/\.ts$/, '.js'), Buffer.from(code)]];
  });
  return new Map(scripts);
}

/** Names in `exports.x =`, as Babel writes them, and in `__export(all, { x: () => x })`, as esbuild does. */
function exportsOf(code: string): string[] {
  const table = /__export\(\w+, \{([\s\S]*?)\n\}\);/.exec(code)?.[1] ?? '';
  const names = [
    ...[...table.matchAll(/^\s*(\w+): \(\) =>/gm)].map((match) => match[1] ?? ''),
    ...[...code.matchAll(/\bexports\.(\w+)\s*=[^=]/g)].map((match) => match[1] ?? ''),
    ...[...code.matchAll(/defineProperty\(exports,\s*"(\w+)"/g)].map((match) => match[1] ?? ''),
  ];
  return names.filter((name) => !MARKS.includes(name));
}
