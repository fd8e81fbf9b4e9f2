import { array, maxLength, minLength, pipe, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { valuesOfKind } from '../../request-types/rules';
import { AppError } from '../../shared/errors/app-error';
import { linksTo } from '../../shared/files/file-links';
import { fileId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requestId } from '../inputs/request';
import { requireVisible } from '../services/load-visible';

/** As many images as WeChat previews at once. */
const MAX_FILES = 9;

/**
 * Temporary links to attachments of a request that the caller may see; cloud storage grants no direct access.
 * @throws AppError FILE_INVALID for a picture that WeChat's content check hid; NOT_FOUND, both for a request that may not be seen and for a file that is not part of it
 */
export const linkFiles = employeeAction<RequestsContract['fileLinks']>({
  input: strictObject({
    id: requestId,
    fileIds: pipe(array(fileId), minLength(1), maxLength(MAX_FILES)),
  }),
  allow: can('read', 'OwnRequests'),
  async run({ input: { id, fileIds }, me, now }) {
    const { request } = await requireVisible(id, me, now);
    const files = new Set((valuesOfKind(request.form, request.values, 'file') as string[][]).flat());
    if (fileIds.some((id) => !files.has(id))) throw new AppError('NOT_FOUND', { what: 'file' });
    if (fileIds.some((id) => request.hiddenFiles?.includes(id)))
      throw new AppError('FILE_INVALID', { rule: 'refused' });
    const links = await linksTo([...new Set(fileIds)]);
    return { links: [...links].map(([id, url]) => ({ fileId: id, url })) };
  },
});
