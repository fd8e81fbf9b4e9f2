import type { Instant } from '#contracts/common';
import { AppError } from '../errors/app-error';
import { askPictureCheck } from './ask-picture-check';
import type { KeptFile, KeptFiles } from './kept-files';
import { isPicture, isRefused } from './picture-check';
import { dropFile, type ServerFolder, storeFile } from './server-files';
import { readUpload } from './uploaded-file';

export interface Upload {
  readonly fileId: string;
  readonly employeeId: string;
  /** Of this person: WeChat checks a picture on their behalf. */
  readonly openid: string;
  /** Where the phone of this person uploads such files. */
  readonly folders: readonly string[];
  readonly now: Instant;
}

/**
 * Copies an uploaded file to where no phone can write, once per person and content, and has WeChat check a picture.
 * Idempotent.
 * @throws AppError FILE_INVALID, BUSY
 */
export async function keepFileIn(
  files: KeptFiles,
  folder: ServerFolder,
  { fileId, employeeId, openid, folders, now }: Upload,
): Promise<KeptFile> {
  const { content, type, hash } = await readUpload(fileId, employeeId, folders);
  const _id = `${employeeId}:${hash}`;
  const known = await files.find(_id);
  if (known) return requireAllowed(known);
  const copy = await storeFile(folder, employeeId, type, content);
  const check = isPicture(type) ? { check: await askPictureCheck(copy, { asked: 0, openid }, now) } : {};
  const kept = { _id, rev: 1, employeeId, fileId: copy, hash, bytes: content.length, at: now, ...check };
  if ((await files.add(kept)) === 'added') return kept;
  await dropFile(copy);
  const first = await files.find(_id);
  if (!first) throw new AppError('BUSY', {});
  return requireAllowed(first);
}

function requireAllowed(file: KeptFile): KeptFile {
  if (isRefused(file)) throw new AppError('FILE_INVALID', { rule: 'refused' });
  return file;
}
