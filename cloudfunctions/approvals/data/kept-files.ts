import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';

/**
 * A file of a request as it was when it was handed in: a copy that nobody can change. `_id` is worked out from its
 * owner and its content, so that the same again is the same copy.
 */
export interface KeptFile {
  readonly _id: string;
  readonly rev: number;
  readonly employeeId: string;
  /** The copy in cloud storage. */
  readonly fileId: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
  readonly at: Instant;
}

const keptFiles = collection<KeptFile>('kept_files');
/** As many as a form can hold: nine fields of files, or a table of them. */
const MAX_FILES = 250;

export const findKeptFile = (id: string): Promise<KeptFile | null> => keptFiles.byId(id);

/** `duplicate`: another call kept the same content of this person first. */
export const addKeptFile = (file: KeptFile): Promise<'added' | 'duplicate'> => keptFiles.add(file);

/** Those of these files in cloud storage that were kept for this person. */
export async function keptAmong(employeeId: string, fileIds: readonly string[]): Promise<Set<string>> {
  const wanted = [...new Set(fileIds)].slice(0, MAX_FILES);
  const found = await keptFiles.list((_) => ({ employeeId, fileId: _.in(wanted) }), MAX_FILES);
  return new Set(found.map(({ fileId }) => fileId));
}
