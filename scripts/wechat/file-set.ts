import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files';

/** Content of every file of a Mini Program, by its path from the root, with `/` and without a leading one. */
export type FileSet = ReadonlyMap<string, Buffer>;

/** @returns the files below `folder`; empty when it is absent */
export function readFileSet(folder: string): FileSet {
  const files = filesBelow(folder).map((file): [string, Buffer] => {
    const name = path.relative(folder, file).split(path.sep).join('/');
    return [name, readFileSync(file)];
  });
  return new Map(files);
}
