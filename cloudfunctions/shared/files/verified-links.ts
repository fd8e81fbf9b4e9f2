import { AppError } from '../errors/app-error';
import { downloadFile } from '../platform/cloud';
import { hashOf } from './file-hash';
import { linksTo } from './file-links';

/** A file, and how it is told whether it is still what was exported; one from before hashes were kept has none. */
interface ExportedFile {
  readonly fileId: string;
  readonly name: string;
  readonly hash?: string;
}

/**
 * Links to exported files. Payroll works from them, so each is read first: whoever could write to the storage, such as a
 * phone under a rule that lets them, could have put another file under the same path.
 * @throws AppError REPORT_UNVERIFIED
 */
export async function verifiedLinks(files: readonly ExportedFile[]): Promise<readonly string[]> {
  // One after another: a function has memory for one file, not for all.
  for (const { fileId, hash, name } of files) {
    const content = await downloadFile(fileId);
    if (!content || hashOf(content) !== hash) throw new AppError('REPORT_UNVERIFIED', { name });
  }
  const links = await linksTo(files.map(({ fileId }) => fileId));
  return files.map(({ fileId }) => links.get(fileId) ?? '');
}
