import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CloudError } from '../cloud-error';

/** Reads every key and value; a damaged file may end the process, which nobody could report from inside. */
const READ_ALL = `
const { open } = require('lmdb');
const root = open({ path: process.argv[1], noSubdir: false, readOnly: true });
for (const _ of root.openDB('collections', {}).getKeys());
const documents = root.openDB('documents', { encoding: 'binary', keyEncoding: 'binary' });
for (const _ of documents.getRange());
`;
/** A file that cannot be read in this time, ms, is as good as damaged. */
const TIMEOUT_MS = 60_000;

/**
 * Reads the data of these folders in a process of its own, so that damage is reported and does not end this one. What
 * the documents contain is checked where they are loaded.
 * @throws CloudError DATA_DAMAGED with the file, and what to do
 */
export function checkData(dataDir: string, folders: readonly string[]): void {
  for (const folder of folders) {
    const place = path.join(dataDir, folder);
    const file = path.join(place, 'data.mdb');
    if (!existsSync(file)) continue;
    const { status } = spawnSync(process.execPath, ['-e', READ_ALL, place], {
      cwd: __dirname,
      stdio: 'ignore',
      timeout: TIMEOUT_MS,
    });
    if (status !== 0) throw damaged(file, dataDir);
  }
}

/** Says which file is damaged, and what to do. */
export const damaged = (file: string, dataDir: string): CloudError =>
  new CloudError(
    'DATA_DAMAGED',
    `The data file ${file} is damaged. Begin anew with "npm start -- --fresh", or put back a copy of ${dataDir} that was made while nothing ran on it.`,
  );
