import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files';
import { ROOT } from '../lib/root';

/** Readers are called `find…`, `count…`, `…Of` or `…ById`; everything else may write. */
const READER = /^(find|count)[A-Z]\w*$|^\w+(Of|ById)$/;
const IMPORT = /import\s+(type\s+)?\{([^}]*)\}\s+from\s+'([^']+)'/g;

/** A collection is written by the feature that owns it: others import only its readers and types. */
export function foreignWriteProblems(root = ROOT): string[] {
  const functions = path.join(root, 'cloudfunctions');
  return filesBelow(functions)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(IMPORT)]
        .filter(([, isType, , from = '']) => !isType && isForeignData(functions, file, from))
        .flatMap(([, , names = '', from]) => writersAmong(names).map((name) => ({ name, from })))
        .map(({ name, from }) => `${path.relative(root, file)}: ${name} of ${from} is not a reader`);
    });
}

function isForeignData(functions: string, file: string, from: string): boolean {
  if (!from.startsWith('.')) return false;
  const [own] = path.relative(functions, file).split(path.sep);
  const [owner, layer] = path.relative(functions, path.resolve(path.dirname(file), from)).split(path.sep);
  return layer === 'data' && owner !== own && owner !== 'shared';
}

function writersAmong(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0] ?? name)
    .filter((name) => !READER.test(name));
}
