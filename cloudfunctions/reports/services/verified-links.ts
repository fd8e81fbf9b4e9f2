import { AppError } from '../../shared/errors/app-error';
import { hashOf } from '../../shared/files/file-hash';
import { linksTo } from '../../shared/files/file-links';
import { downloadFile } from '../../shared/platform/cloud';
import type { StoredFile } from '../domain/report';

/**
 * Links to the files of a report. Payroll works from them, so each is read first: whoever could write to the storage,
 * such as a phone under a rule that lets them, could have put another file under the same path.
 * @throws AppError REPORT_UNVERIFIED
 */
export async function verifiedLinks(files: readonly StoredFile[]): Promise<readonly string[]> {
  // One after another: a function has memory for one file, not for all.
  for (const { fileId, hash, name } of files) {
    const content = await downloadFile(fileId);
    if (!content || hashOf(content) !== hash) throw new AppError('REPORT_UNVERIFIED', { name });
  }
  const links = await linksTo(files.map(({ fileId }) => fileId));
  return files.map(({ fileId }) => links.get(fileId) ?? '');
}
