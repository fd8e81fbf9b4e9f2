import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files';
import { ROOT } from '../lib/root';

/** The lowest base library of the account's settings, as both READMEs state. */
export const LOWEST_BASE_LIBRARY = '2.32.3';

const TYPINGS = 'node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts';
const GUIDES = ['README.md', 'README.zh-CN.md'];

const read = (file: string): string => readFileSync(file, 'utf8');

/** The base library that introduced each `wx` API, from its doc comment in the typings. */
function introducedIn(typings: string): Map<string, string> {
  const members = typings.slice(typings.indexOf('interface Wx {'));
  const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:readonly )?(\w+)\s*[<(:?]/g;
  const found = new Map<string, string>();
  for (const [, comment = '', name = ''] of members.matchAll(documented)) {
    const version = /需要基础库：\s*`([\d.]+)/.exec(comment)?.[1];
    if (version && !found.has(name)) found.set(name, version);
  }
  return found;
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

/** Whether the file checks that the API exists before calling it. */
const isGuarded = (source: string, api: string): boolean =>
  new RegExp(`wx\\.${api}\\?\\.|[!(&|]\\s*wx\\.${api}\\b(?!\\()|canIUse\\('${api}'\\)`).test(source);

function unguarded(file: string, root: string, versions: ReadonlyMap<string, string>): string[] {
  const source = read(file);
  const apis = new Set([...source.matchAll(/\bwx\.(\w+)/g)].map(([, api = '']) => api));
  return [...apis].flatMap((api) => {
    const version = versions.get(api) ?? '0';
    if (!isNewer(version, LOWEST_BASE_LIBRARY) || isGuarded(source, api)) return [];
    return [
      `${path.relative(root, file)}: wx.${api} came with ${version} and is called without asking for it`,
    ];
  });
}

/** Calls that the lowest base library lacks, and guides that name another one. */
export function baseLibraryProblems(root: string): string[] {
  const versions = introducedIn(read(path.join(ROOT, TYPINGS)));
  if (versions.size < 100) throw new Error(`${TYPINGS} has no base library versions any more`);
  const sources = filesBelow(path.join(root, 'miniprogram'), ['miniprogram_npm']).filter((file) =>
    file.endsWith('.ts'),
  );
  const guides = GUIDES.filter((guide) => !read(path.join(root, guide)).includes(LOWEST_BASE_LIBRARY));
  return [
    ...guides.map((guide) => `${guide}: the lowest base library is ${LOWEST_BASE_LIBRARY}`),
    ...sources.flatMap((file) => unguarded(file, root, versions)),
  ];
}
