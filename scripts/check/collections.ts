import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, readJson } from '../lib/files';
import { ROOT } from '../lib/root';

/** The helpers themselves, which open any collection. */
const HELPERS = 'shared/data/';
/** A call of the helper or of its transaction variant; not a method of the SDK. */
const OPENING = /(?<![.\w])(?:collection\s*(?:<[^(]*>)?|put)\(\s*(?:'([^']*)')?/g;

/**
 * Names of the collections that cloud functions open, each with its files; '' for a name that is not a string
 * literal.
 */
export function openedCollections(root = ROOT): ReadonlyMap<string, ReadonlySet<string>> {
  const functions = path.join(root, 'cloudfunctions');
  const opened = new Map<string, Set<string>>();
  for (const file of filesBelow(functions)) {
    const name = path.relative(functions, file).split(path.sep).join('/');
    if (!name.endsWith('.ts') || name.startsWith(HELPERS)) continue;
    for (const [, collection = ''] of readFileSync(file, 'utf8').matchAll(OPENING))
      opened.set(collection, (opened.get(collection) ?? new Set()).add(`cloudfunctions/${name}`));
  }
  return opened;
}

/** Each collection is opened in one file, by a string literal, and `database.json` declares exactly those. */
export function collectionProblems(root = ROOT): string[] {
  const { collections } = readJson<{ collections: string[] }>(
    path.join(root, 'cloudfunctions/database.json'),
  );
  const opened = [...openedCollections(root)].map(([name, files]) => ({
    name,
    files: [...files].join(', '),
  }));
  const named = opened.filter(({ name }) => name !== '');
  const names = named.map(({ name }) => name);
  const differing = (some: readonly string[], others: readonly string[]): string[] =>
    some.filter((name) => !others.includes(name));
  return [
    ...opened
      .filter(({ name }) => name === '')
      .map(({ files }) => `${files}: the name of a collection is a text`),
    ...named
      .filter(({ files }) => files.includes(', '))
      .map(({ name, files }) => `${name} is opened by more than one file: ${files}`),
    ...differing(names, collections).map((name) => `cloudfunctions/database.json: ${name} is missing`),
    ...differing(collections, names).map((name) => `cloudfunctions/database.json: nothing opens ${name}`),
  ];
}
