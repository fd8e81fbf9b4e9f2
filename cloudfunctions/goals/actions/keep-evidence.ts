import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { keepFileIn } from '../../shared/files/keep-file';
import { fileId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requireUploadsLeft } from '../../shared/limits/uploads-left';
import { goalFiles } from '../data/goal-files';

/** The folder to which phones upload papers. */
const UPLOAD_FOLDERS = ['requests'];

/**
 * Checks an uploaded file by its content and answers the copy that a check-in or report can contain: the owner could
 * overwrite the upload after others have seen it. Idempotent.
 * @throws AppError FILE_INVALID, BUSY, RATE_LIMITED
 */
export const keepEvidence = employeeAction<GoalsContract['keepFile']>({
  input: strictObject({ fileId }),
  allow: can('update', 'Goals'),
  async run({ input, me: { _id: employeeId }, openid, now }) {
    await requireUploadsLeft(employeeId, now, (from) => goalFiles.countSince(employeeId, from));
    const upload = { fileId: input.fileId, employeeId, openid, folders: UPLOAD_FOLDERS, now };
    const kept = await keepFileIn(goalFiles, 'goal-files', upload);
    return { fileId: kept.fileId, bytes: kept.bytes };
  },
});
