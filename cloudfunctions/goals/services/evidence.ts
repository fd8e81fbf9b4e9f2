import type { EvidenceFile } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { linksTo } from '../../shared/files/file-links';
import { goalFiles } from '../data/goal-files';
import type { CheckIn } from '../domain/sheet';

/**
 * Requires that the files of a check-in are copies of files that its author has handed in, and that WeChat has not refused.
 * One read, none without files.
 * @throws AppError FILE_INVALID
 */
export async function requireEvidence({ by, files = [] }: Pick<CheckIn, 'by' | 'files'>): Promise<void> {
  if (files.length === 0) return;
  const kept = await goalFiles.among(by.id, files);
  for (const fileId of files) {
    const found = kept.get(fileId);
    if (!found) throw new AppError('FILE_INVALID', { rule: 'owner' });
    if (found.isRefused) throw new AppError('FILE_INVALID', { rule: 'refused' });
  }
}

interface WithFiles {
  readonly files?: readonly string[];
}

/** A check-in or report with links to its files. */
type Linked<T> = Omit<T, 'files'> & { readonly files?: readonly EvidenceFile[] };

/**
 * Makes links to the files of check-ins or reports, for a reader who may see them all; one call of the storage for fifty files,
 * none without files. What is not there any more has no link. If the storage fails, nothing has: the figures still matter.
 * @returns puts the links in place of the files
 */
export async function linkEvidence(
  all: readonly (WithFiles | null)[],
): Promise<<T extends WithFiles>(one: T) => Linked<T>> {
  const ids = [...new Set(all.flatMap((one) => one?.files ?? []))];
  const links = ids.length > 0 ? await linksOf(ids) : new Map<string, string>();
  return ({ files, ...rest }) => ({
    ...rest,
    ...(files && { files: files.map((fileId) => ({ fileId, url: links.get(fileId) ?? null })) }),
  });
}

const linksOf = (ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  linksTo(ids).catch((error: unknown) => {
    console.error('EVIDENCE_FILES', error);
    return new Map<string, string>();
  });
