import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isFile, readJson } from '../lib/files';
import { ROOT } from '../lib/root';
import { appJsonProblems } from './app-json';
import { baseLibraryProblems } from './base-library';
import { collectionProblems } from './collections';
import { deploymentProblems } from './deployment-gate';
import { forbiddenTextProblems } from './forbidden-text';
import { foreignWriteProblems } from './foreign-writes';
import type { Gate } from './gate';
import { glossaryProblems } from './glossary';
import { lockfileProblemsIn } from './lockfile-gate';
import { namedPathProblems } from './named-paths';
import { newCssProblems } from './new-css';
import { privacyItemProblems } from './privacy-items';
import { storageRuleProblems } from './storage-rule';

/** Folders with packages of their own. */
const LOCKED_FOLDERS = ['', 'tools/wechat-compiler', 'tools/function-runtime', 'tools/mutation'];

/** Gates of this project alone. */
export const ownGates: readonly Gate[] = [
  { name: 'app.json against the files', run: async () => appJsonProblems(path.join(ROOT, 'miniprogram')) },
  { name: 'bundles of the functions', run: async () => bundleProblems() },
  { name: 'deployment of the functions', run: async () => deploymentProblems() },
  { name: 'writes of other features', run: async () => foreignWriteProblems() },
  { name: 'one file opens each collection', run: async () => collectionProblems() },
  { name: 'glossary against the code', run: async () => glossaryProblems() },
  { name: 'paths in documents', run: async () => namedPathProblems() },
  { name: 'storage rule', run: async () => storageRuleProblems() },
  { name: 'lockfiles', run: async () => LOCKED_FOLDERS.flatMap(lockfileProblemsIn) },
  { name: 'base library', run: async () => baseLibraryProblems(ROOT) },
  { name: 'CSS of old phones', run: async () => newCssProblems(path.join(ROOT, 'miniprogram')) },
  { name: 'privacy guide', run: async () => privacyItemProblems(ROOT) },
  { name: 'forbidden text', run: async () => forbiddenTextProblems() },
];

/** Each bundle contains its dependencies, so its manifest declares none. */
function bundleProblems(): string[] {
  const folder = path.join(ROOT, 'dist/cloudfunctions');
  const names = readdirSync(folder);
  if (names.length === 0) return ['dist/cloudfunctions is empty: run npm run build'];
  return names.flatMap((name) => {
    const missing = ['index.js', 'bundle.js', 'package.json', 'config.json'].filter(
      (file) => !isFile(path.join(folder, name, file)),
    );
    if (missing.length > 0) return [`dist/cloudfunctions/${name}: ${missing.join(', ')} missing`];
    const { dependencies } = readJson<{ dependencies: object }>(path.join(folder, name, 'package.json'));
    return Object.keys(dependencies).length === 0 ? [] : [`dist/cloudfunctions/${name}: has dependencies`];
  });
}
