import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, isFile } from '../lib/files';
import { ROOT } from '../lib/root';

/** Where files of the repository are named for people to open. The changelog is history: its files may be gone. */
const DOCUMENTS = /^(README.*|CONTRIBUTING)\.md$|^docs\/.*\.md$|^(cloudfunctions|local)\/.*README\.md$/;
/** Neither written by hand nor named by a document. */
const SKIPPED = ['.git', '.local', 'dist', 'node_modules', 'miniprogram_npm'];

/** What may be a path: `leave/domain/leave-rules.ts`, `<kind>/kind.ts`, `pages/*.json`, `approvals/domain/flow`. */
const PATH = /^[\w.<>*-]+(\/[\w.<>*-]+)*\/?$/;
/** By its ending it is one wherever it begins. */
const ENDING = /(\.(ts|js|mjs|cjs|json|md|wxml|wxss)|\/)$/;
/** Made by the build or by whoever runs it. */
const MADE =
  /^(dist|\.local|node_modules|reports|receipts|miniprogram\/miniprogram_npm)(\/|$)|^\.|^(config\.json|bundle\.js|index\.js)$/;

/** Every path that a document names leads to a file or folder; its beginning may be left out. */
export function namedPathProblems(root = ROOT): string[] {
  const files = filesOf(root);
  const folders = foldersOf(files);
  const all = `\n${[...files, ...folders].join('\n')}\n`;
  /** Without an ending a name is a path if it begins at the root or at a feature of the functions. */
  const isPath = (name: string): boolean => {
    const [first = '', ...rest] = name.split('/');
    const isRooted = folders.has(`${first}/`) || folders.has(`cloudfunctions/${first}/`);
    return PATH.test(name) && !MADE.test(name) && (ENDING.test(name) || (rest.length > 0 && isRooted));
  };
  return files
    .filter((file) => DOCUMENTS.test(file))
    .flatMap((document) => {
      const lines = readFileSync(path.join(root, document), 'utf8').split('\n');
      return lines.flatMap((line, index) => [
        ...inBackticks(line)
          .filter((name) => isPath(name) && !isThere(name, all))
          .map((name) => `${document}:${index + 1}: there is no ${name}`),
        ...linksOf(line)
          .filter((link) => !isLinked(root, document, link))
          .map((link) => `${document}:${index + 1}: the link to ${link} leads nowhere`),
      ]);
    });
}

const filesOf = (root: string): string[] =>
  filesBelow(root, SKIPPED).map((file) => path.relative(root, file).split(path.sep).join('/'));

function foldersOf(files: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const file of files)
    for (let at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1))
      folders.add(file.slice(0, at + 1));
  return folders;
}

const inBackticks = (line: string): string[] =>
  [...line.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);

const linksOf = (line: string): string[] =>
  [...line.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link.replace(/#.*$/, ''))
    .filter((link) => link !== '' && !/^\w+:/.test(link));

const isLinked = (root: string, document: string, link: string): boolean =>
  isFile(path.join(root, path.dirname(document), link));

/** `<kind>` stands for one name, `*` for a part of one. */
function isThere(name: string, all: string): boolean {
  const pattern = name
    .replace(/[.]/g, '\\.')
    .replace(/<[^>]*>/g, '[^/\\n]+')
    .replace(/\*/g, '[^/\\n]*');
  return new RegExp(`(?:\\n|/)${pattern}/?\\n`).test(all);
}
