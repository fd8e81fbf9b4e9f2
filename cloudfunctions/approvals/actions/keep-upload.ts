import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { fileId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireUploadsLeft } from '../../shared/limits/uploads-left';
import { keptFiles } from '../data/kept-files';
import { keepFile } from '../services/keep-file';

/** The folder to which phones upload the files of a form. */
const UPLOAD_FOLDERS = ['requests'];

/**
 * Checks an uploaded file by its content and answers the copy that a form can contain: the owner could overwrite
 * the upload after somebody has decided. Idempotent.
 * @throws AppError FILE_INVALID, BUSY, RATE_LIMITED
 */
export const keepUpload = employeeAction<RequestsContract['keepFile']>({
  input: strictObject({ fileId }),
  allow: can('update', 'OwnRequests'),
  async run({ input, me, openid, now }) {
    await requireUploadsLeft(me._id, now, (from) => keptFiles.countSince(me._id, from));
    const kept = await keepFile({
      fileId: input.fileId,
      employeeId: me._id,
      openid,
      folders: UPLOAD_FOLDERS,
      now,
    });
    return { fileId: kept.fileId, bytes: kept.bytes };
  },
});
