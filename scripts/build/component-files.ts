import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isFile, readJson } from '../lib/files';

const PARTS = ['.js', '.json', '.wxml', '.wxss'];

/** How each kind of file names the files that it needs. */
const REFERENCES: Readonly<Record<string, RegExp>> = {
  '.js': /require\(\s*["']([^"']+)["']\s*\)/g,
  '.wxs': /require\(\s*["']([^"']+)["']\s*\)/g,
  '.wxml': /<(?:import|include|wxs)\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/g,
  '.wxss': /@import\s+["']([^"']+)["']/g,
};

/**
 * Every file that the component or file at `start` needs, itself included: scripts, templates, WXS, styles,
 * and the components it uses. Absolute paths. @throws Error that names a reference without a file.
 */
export function traceComponentFiles(start: string): string[] {
  const seen = new Set<string>();
  const queue = entryFiles(start);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    queue.push(...neededBy(file));
  }
  return [...seen].sort();
}

/** A component is named without extension; a style sheet, template or WXS with it. */
function entryFiles(start: string): string[] {
  if (isFile(start)) return [start];
  for (const base of [start, path.join(start, 'index')]) {
    const parts = PARTS.map((part) => base + part).filter(isFile);
    if (parts.length > 0) return parts;
  }
  throw new Error(`${start}: there is no such component`);
}

function neededBy(file: string): string[] {
  const folder = path.dirname(file);
  if (file.endsWith('.json')) {
    const { usingComponents = {} } = readJson<{ usingComponents?: Record<string, string> }>(file);
    return Object.values(usingComponents).flatMap((target) => entryFiles(path.resolve(folder, target)));
  }
  const kind = path.extname(file);
  const pattern = REFERENCES[kind];
  if (!pattern) return [];
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => {
    const target = path.resolve(folder, match[1] ?? '');
    const found = [target, target + kind, path.join(target, `index${kind}`)].find(isFile);
    if (!found) throw new Error(`${file}: ${match[1]} is not there`);
    return found;
  });
}
