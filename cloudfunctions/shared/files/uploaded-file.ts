import { AppError } from '../errors/app-error';
import { downloadFile } from '../platform/cloud';
import { hashOf } from './file-hash';
import { type FileType, fileType, MAX_FILE_BYTES } from './file-type';
import { isOwnFile } from './own-file';

export interface UploadedFile {
  readonly content: Buffer;
  readonly type: FileType;
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
}

/**
 * The content of a file that the phone of this person uploaded to one of `folders`. Its owner can still overwrite
 * it, so whatever is decided must be decided about a copy.
 * @throws AppError FILE_INVALID
 */
export async function readUpload(
  fileId: string,
  employeeId: string,
  folders: readonly string[],
): Promise<UploadedFile> {
  if (!isOwnFile(fileId, employeeId, folders)) throw new AppError('FILE_INVALID', { rule: 'owner' });
  const content = await downloadFile(fileId);
  if (!content || content.length === 0) throw new AppError('FILE_INVALID', { rule: 'missing' });
  if (content.length > MAX_FILE_BYTES) throw new AppError('FILE_INVALID', { rule: 'size' });
  const type = fileType(content);
  if (type === null) throw new AppError('FILE_INVALID', { rule: 'type' });
  return { content, type, hash: hashOf(content) };
}
