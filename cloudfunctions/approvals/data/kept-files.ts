import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { type CheckedFile, checkedFiles } from '../../shared/files/checked-files';
import { isRefused } from '../../shared/files/picture-check';

/**
 * A file of a request as it was when it was handed in: a copy that nobody can change. `_id` is worked out from its
 * owner and its content, so that the same again is the same copy.
 */
export interface KeptFile extends CheckedFile {
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
}

const keptFiles = collection<KeptFile>('kept_files');
/** As many as a form can hold: nine fields of files, or a table of them. */
const MAX_FILES = 250;

/** For the check of pictures. */
export const keptPictures = checkedFiles(keptFiles);

export const findKeptFile = (id: string): Promise<KeptFile | null> => keptFiles.byId(id);

/** `duplicate`: another call kept the same content of this person first. */
export const addKeptFile = (file: KeptFile): Promise<'added' | 'duplicate'> => keptFiles.add(file);

/** Those of these files in cloud storage that were kept for this person, and whether WeChat refused them. */
export async function keptAmong(
  employeeId: string,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly isRefused: boolean }>> {
  const wanted = [...new Set(fileIds)].slice(0, MAX_FILES);
  const found = await keptFiles.list((_) => ({ employeeId, fileId: _.in(wanted) }), MAX_FILES);
  return new Map(found.map((file) => [file.fileId, { isRefused: isRefused(file) }]));
}

/** How many copies of a person were made since `from`. */
export const countKeptSince = (employeeId: string, from: Instant): Promise<number> =>
  keptFiles.count((_) => ({ employeeId, at: _.gte(from) }));
