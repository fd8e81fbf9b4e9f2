import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface StoredFile {
  /** The cloud path. */
  path: string;
  bytes: number;
  /** Epoch ms of the machine's clock. */
  modifiedAt: number;
}

/** The temporary name of a file that is being written. */
export const draftOf = (target: string): string => `${target}.${randomBytes(6).toString('hex')}.part`;

const isDraft = (name: string): boolean => /\.[0-9a-f]{12}\.part$/.test(name);

/** One page of the files below `folder` whose path begins with `prefix`, by path, and how many there are. */
export async function listFiles(
  folder: string,
  prefix: string,
  offset: number,
  limit: number,
): Promise<{ files: StoredFile[]; total: number }> {
  const paths = (await pathsBelow(folder, '')).filter((found) => found.startsWith(prefix)).sort();
  const files = paths.slice(offset, offset + limit).map(async (found): Promise<StoredFile[]> => {
    const about = await stat(path.join(folder, found)).catch(missing);
    return about ? [{ path: found, bytes: about.size, modifiedAt: about.mtimeMs }] : [];
  });
  return { files: (await Promise.all(files)).flat(), total: paths.length };
}

async function pathsBelow(folder: string, at: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, at), { withFileTypes: true }).catch(missing);
  const found = (entries ?? []).map((entry) => {
    const name = `${at}${entry.name}`;
    if (entry.isDirectory()) return pathsBelow(folder, `${name}/`);
    return isDraft(entry.name) ? [] : [name];
  });
  return (await Promise.all(found)).flat();
}

/** Nothing was uploaded yet, or the file was deleted during the read. */
function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
