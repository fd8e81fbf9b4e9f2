import { createHash } from 'node:crypto';
import { type Action, listParam, textParam } from '../action';

/** Files per call of a batch, as on the platform. */
const MAX_BATCH = 50;

const getUploadMetadata: Action = ({ params, files, invocation }) => {
  const path = textParam(params, 'path');
  const fileId = files.fileId(path);
  const url = files.uploadUrl(path);
  // Sent back in a header of the upload, so plain letters only.
  const cosFileId = createHash('sha256').update(fileId).digest('hex');
  // The token comes back with the bytes and identifies their owner.
  return { data: { url, token: invocation.token, authorization: 'local', fileId, cosFileId } };
};

const batchGetDownloadUrl: Action = async ({ params, files }) => {
  const entries = listParam(params, 'file_list', MAX_BATCH).map((entry) => (entry ?? {}) as Params);
  const list = entries.map(async ({ fileid, max_age }) => {
    const path = files.pathOf(fileid);
    if (path === undefined || !(await files.has(path)))
      return { fileID: fileid, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' };
    const { url, maxAge } = files.download(path, max_age);
    return { fileID: fileid, code: 'SUCCESS', tempFileURL: url, maxAge };
  });
  return { data: { download_list: await Promise.all(list) } };
};

const batchDeleteFile: Action = async ({ params, files }) => {
  const list = listParam(params, 'fileid_list', MAX_BATCH).map(async (fileID) => {
    const path = files.pathOf(fileID);
    const deleted = path !== undefined && (await files.delete(path));
    return { fileID, code: deleted ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
  });
  return { data: { delete_list: await Promise.all(list) } };
};

type Params = Record<string, unknown>;

export const storageActions: Record<string, Action> = {
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
};
