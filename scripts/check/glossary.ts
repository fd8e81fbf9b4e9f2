import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/root';
import { openedCollections } from './collections';

const GLOSSARY = 'docs/glossary.md';
const CONTRACTS = 'typings/contracts';
const CONTRACT = /^#contracts\/([\w-]+)$/;
const EXPORT = /^export (?:declare )?(?:interface|type|const|function) (\w+)/gm;
/** Cells of a table: Chinese, English, code names, meaning. */
const COLUMNS = 4;
const CODE_NAMES = 2;

interface CodeName {
  readonly name: string;
  readonly line: number;
}

/**
 * The glossary has a row for every collection, every file of the contracts and every folder of `cloudfunctions/`, and
 * names nothing else that does not exist.
 */
export function glossaryProblems(root = ROOT): string[] {
  const { names, problems } = codeNamesOf(readFileSync(path.join(root, GLOSSARY), 'utf8'));
  const collections = [...openedCollections(root).keys()].filter((name) => name !== '');
  const files = contractFiles(root);
  const types = exportedTypes(root, files);
  const isThere = (name: string): boolean => {
    const [, contract] = CONTRACT.exec(name) ?? [];
    if (contract) return files.includes(contract);
    if (name.endsWith('/')) return isFolder(path.join(root, 'cloudfunctions', name));
    return collections.includes(name) || types.has(name);
  };
  const known = new Set(names.map(({ name }) => name));
  const wanted = [...collections, ...files.map((file) => `#contracts/${file}`), ...functionFolders(root)];
  return [
    ...problems,
    ...names
      .filter(({ name }) => !isThere(name))
      .map(
        ({ name, line }) =>
          `${GLOSSARY}:${line}: ${name} is no collection, contract, folder of functions or exported type`,
      ),
    ...wanted.filter((name) => !known.has(name)).map((name) => `${GLOSSARY}: ${name} is missing`),
  ];
}

/** The names in backticks in the third column of every table. */
function codeNamesOf(text: string): { names: CodeName[]; problems: string[] } {
  const names: CodeName[] = [];
  const problems: string[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    if (!row.startsWith('|') || /^\|[\s|:-]+\|$/.test(row)) continue;
    const line = index + 1;
    const cells = row.split('|').slice(1, -1);
    const found = [...(cells[CODE_NAMES] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    names.push(...found.map((name) => ({ name, line })));
    const isHead = cells[CODE_NAMES]?.trim() === 'code';
    if (cells.length !== COLUMNS || cells.some((cell) => cell.trim() === ''))
      problems.push(`${GLOSSARY}:${line}: a row has four cells with something in each`);
    else if (found.length === 0 && !isHead) problems.push(`${GLOSSARY}:${line}: a row without a code name`);
  }
  return { names, problems };
}

const contractFiles = (root: string): string[] =>
  readdirSync(path.join(root, CONTRACTS))
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => file.replace(/\.d\.ts$/, ''));

function exportedTypes(root: string, files: readonly string[]): ReadonlySet<string> {
  const texts = files.map((file) => readFileSync(path.join(root, CONTRACTS, `${file}.d.ts`), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(EXPORT)].map(([, name = '']) => name)));
}

/** Functions, features and shared code, each with a slash at its end. */
const functionFolders = (root: string): string[] =>
  readdirSync(path.join(root, 'cloudfunctions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${name}/`);

const isFolder = (folder: string): boolean => existsSync(folder) && statSync(folder).isDirectory();
