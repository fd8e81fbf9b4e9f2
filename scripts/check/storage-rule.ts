import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileRule, type FileAccess, readStorageRule } from '../../local/cloud/files/storage-rule';
import { filesBelow } from '../lib/files';
import { ROOT } from '../lib/root';

/** Files that only functions write, and paths that no page uploads. */
const FOREIGN = [
  'reports/2026-10/0123456789abcdef/attendance-month-en.xlsx',
  'receipts/E1/a.jpg',
  'kept-files/E1/a.jpg',
  'hidden-files/E1/a.jpg',
  'a.jpg',
  'other/requests/E1/a.jpg',
];
const [OWNER, STRANGER, NOBODY] = ['openid-of-the-owner', 'openid-of-a-stranger', ''];

/**
 * The storage rule that an installation sets: files are readable only by a function's link, and each person writes
 * only their own files, in the folders that the pages upload to.
 */
export function storageRuleProblems(root = ROOT): string[] {
  const rule = readStorageRule(root);
  if (!rule) return ['cloudfunctions/storage-rule.json is missing: by default everybody reads every file'];
  const access = compileRule(rule);
  const folders = uploadFolders(path.join(root, 'miniprogram'));
  const own = folders.flatMap((folder) => ['jpg', 'png', 'pdf'].map((type) => `${folder}/E1/a.${type}`));
  return [
    ...own.flatMap((file) => problemsOfOwn(access, file)),
    ...[...FOREIGN, ...folders.map((folder) => `${folder}/E1/a.html`)].flatMap((file) =>
      problemsOfForeign(access, file),
    ),
  ].map((problem) => `cloudfunctions/storage-rule.json: ${problem}`);
}

/** The first folders of `cloudPath` in the pages and services. */
function uploadFolders(miniprogram: string): string[] {
  const texts = filesBelow(miniprogram, ['node_modules', 'miniprogram_npm'])
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/cloudPath:\s*[`'"]([\w-]+)\//g)]);
  return [...new Set(found.map(([, folder = '']) => folder))].sort();
}

function problemsOfOwn({ mayRead, mayWrite }: FileAccess, file: string): string[] {
  const at = { openid: OWNER, path: file };
  return [
    ...(mayRead(STRANGER, at) ? [`a stranger reads ${file}`] : []),
    ...(mayWrite(STRANGER, at) ? [`a stranger writes over ${file}`] : []),
    ...(mayWrite(STRANGER, { ...at, openid: NOBODY }) ? [`anybody writes over a function's ${file}`] : []),
    ...(mayWrite(OWNER, at) ? [] : [`a page cannot upload ${file}`]),
  ];
}

function problemsOfForeign({ mayRead, mayWrite }: FileAccess, file: string): string[] {
  const readers = [NOBODY, OWNER].filter((openid) => mayRead(STRANGER, { openid, path: file }));
  return [
    ...(readers.length > 0 ? [`a stranger reads ${file}`] : []),
    ...(mayWrite(OWNER, { openid: OWNER, path: file }) ? [`a phone uploads ${file}`] : []),
  ];
}
