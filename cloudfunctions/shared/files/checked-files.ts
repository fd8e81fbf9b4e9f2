import type { Instant } from '#contracts/common';
import type { Collection } from '../data/collection';
import type { PictureCheck } from './picture-check';

/** A document about a copy that WeChat checks. */
export interface CheckedFile {
  readonly _id: string;
  readonly rev: number;
  readonly employeeId: string;
  /** The copy in cloud storage. */
  readonly fileId: string;
  /** When it was made. */
  readonly at: Instant;
  readonly check?: PictureCheck;
}

/** A copy with its check. */
export type FileUnderCheck = CheckedFile & { readonly check: PictureCheck };

/** The copies of one collection, as the check of pictures needs them. */
export interface CheckedFiles {
  readonly name: string;
  findByTrace(traceId: string): Promise<FileUnderCheck | null>;
  /** Those that the timer has to go on with. */
  findDue(now: Instant, limit: number): Promise<FileUnderCheck[]>;
  /** @returns the document as it is then; null if it was changed since it was read */
  save(file: FileUnderCheck, check: PictureCheck): Promise<FileUnderCheck | null>;
}

/** Needs indexes of the collection on `check.traceId` and `check.dueAt`. */
export function checkedFiles<T extends CheckedFile>(files: Collection<T>): CheckedFiles {
  return {
    name: files.name,
    findByTrace: async (traceId) => {
      const [found] = await files.find({ 'check.traceId': traceId }, 1);
      return (found as FileUnderCheck | undefined) ?? null;
    },
    findDue: async (now, limit) => {
      const due = await files.list((_) => ({ 'check.dueAt': _.lte(now) }), limit, [['check.dueAt', 'asc']]);
      return due as unknown as FileUnderCheck[];
    },
    save: async (file, check) => {
      const { _id, rev } = file;
      const changed = await files.updateWhere(
        () => ({ _id, rev }),
        ({ inc }) => ({ check, rev: inc(1) }),
      );
      return changed === 1 ? { ...file, check, rev: rev + 1 } : null;
    },
  };
}
