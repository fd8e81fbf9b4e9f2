import type { Instant } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';
import { askPictureCheck } from '../../shared/files/ask-picture-check';
import { isPicture, isRefused } from '../../shared/files/picture-check';
import { dropFile, storeFile } from '../../shared/files/server-files';
import { readUpload } from '../../shared/files/uploaded-file';
import { addKeptFile, findKeptFile, type KeptFile } from '../data/kept-files';

interface Upload {
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
export async function keepFile({ fileId, employeeId, openid, folders, now }: Upload): Promise<KeptFile> {
  const { content, type, hash } = await readUpload(fileId, employeeId, folders);
  const _id = `${employeeId}:${hash}`;
  const known = await findKeptFile(_id);
  if (known) return requireAllowed(known);
  const copy = await storeFile('kept-files', employeeId, type, content);
  const check = isPicture(type) ? { check: await askPictureCheck(copy, { asked: 0, openid }, now) } : {};
  const kept = { _id, rev: 1, employeeId, fileId: copy, hash, bytes: content.length, at: now, ...check };
  if ((await addKeptFile(kept)) === 'added') return kept;
  await dropFile(copy);
  const first = await findKeptFile(_id);
  if (!first) throw new AppError('BUSY', {});
  return requireAllowed(first);
}

function requireAllowed(file: KeptFile): KeptFile {
  if (isRefused(file)) throw new AppError('FILE_INVALID', { rule: 'refused' });
  return file;
}
