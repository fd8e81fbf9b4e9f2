import { array, maxLength, minLength, pipe, strictObject, string } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { valuesOfKind } from '../../request-types/rules';
import { AppError } from '../../shared/errors/app-error';
import { linksTo } from '../../shared/files/file-links';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { requestId } from '../inputs/request';
import { requireVisible } from '../services/load-visible';

/** As many pictures as WeChat shows at once. */
const MAX_FILES = 9;

/**
 * Papers of a request, for whoever may see it: cloud storage itself shows a file to nobody.
 * @throws AppError NOT_FOUND, the same for a request that may not be seen and a file that is not in it
 */
export const linkFiles = employeeAction<RequestsContract['fileLinks']>({
  input: strictObject({
    id: requestId,
    fileIds: pipe(array(pipe(string(), maxLength(512))), minLength(1), maxLength(MAX_FILES)),
  }),
  allow: can('read', 'OwnRequests'),
  async run({ input: { id, fileIds }, me, now }) {
    const { request } = await requireVisible(id, me, now);
    const files = new Set((valuesOfKind(request.form, request.values, 'file') as string[][]).flat());
    if (fileIds.some((fileId) => !files.has(fileId))) throw new AppError('NOT_FOUND', { what: 'file' });
    const links = await linksTo([...new Set(fileIds)]);
    return { links: [...links].map(([fileId, url]) => ({ fileId, url })) };
  },
});
