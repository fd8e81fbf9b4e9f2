import type { Instant } from '#contracts/common';
import type { Collection } from '../data/collection';
import { type CheckedFile, type CheckedFiles, checkedFiles } from './checked-files';
import { isRefused } from './picture-check';

/**
 * A file as it was when it was handed in: a copy that nobody can change. `_id` is worked out from its owner and its
 * content, so that the same again is the same copy.
 */
export interface KeptFile extends CheckedFile {
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
}

/** The copies of one collection, which one deployed function writes. */
export interface KeptFiles {
  /** For the check of pictures. */
  readonly pictures: CheckedFiles;
  find(id: string): Promise<KeptFile | null>;
  /** `duplicate`: another call kept the same content of this person first. */
  add(file: KeptFile): Promise<'added' | 'duplicate'>;
  /** Those of these files in cloud storage that were kept for this person, and whether WeChat refused them. */
  among(
    employeeId: string,
    fileIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly isRefused: boolean }>>;
  /** How many copies of a person were made since `from`. */
  countSince(employeeId: string, from: Instant): Promise<number>;
}

/** As many as a form can hold: nine fields of files, or a table of them. */
const MAX_FILES = 250;

/** Needs an index on (employeeId, fileId), and those of `checkedFiles`. */
export const keptFilesIn = (files: Collection<KeptFile>): KeptFiles => ({
  pictures: checkedFiles(files),
  find: (id) => files.byId(id),
  add: (file) => files.add(file),
  among: async (employeeId, fileIds) => {
    const wanted = [...new Set(fileIds)].slice(0, MAX_FILES);
    const found = await files.list((_) => ({ employeeId, fileId: _.in(wanted) }), MAX_FILES);
    return new Map(found.map((file) => [file.fileId, { isRefused: isRefused(file) }]));
  },
  countSince: (employeeId, from) => files.count((_) => ({ employeeId, at: _.gte(from) })),
});
