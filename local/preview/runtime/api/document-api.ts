import { showDocument } from '../overlay/document-viewer';
import { keepTemporaryFile, phoneFile } from '../phone-files';
import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { writeOwnFile } from './file-system';

/** What WeChat's viewer shows. */
const SHOWN = new Set(['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']);

/** A temporary file has no name of its own. */
const nameOf = (path: string): string => (path.includes('/tmp_') ? '' : (path.split('/').pop() ?? ''));

const endingOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

export const documentApi = {
  /** Any readable address: for real phones the account lists the allowed ones. */
  downloadFile: asyncApi<{ url: string; filePath?: string }>('downloadFile', async ({ url, filePath }) => {
    if (currentSettings().network === 'offline')
      throw new ApiFailure('fail request:fail net::ERR_INTERNET_DISCONNECTED');
    const response = await fetch(url).catch((error: Error) => {
      throw new ApiFailure(`fail request:fail ${error.message}`);
    });
    if (filePath === undefined)
      return {
        statusCode: response.status,
        tempFilePath: keepTemporaryFile(await response.blob(), 'unknown'),
      };
    writeOwnFile({ filePath, data: await response.arrayBuffer() });
    return { statusCode: response.status, filePath };
  }),
  openDocument: asyncApi<{ filePath: string; fileType?: string }>(
    'openDocument',
    ({ filePath, fileType = endingOf(filePath) }) => {
      const blob = phoneFile(filePath);
      if (!blob) throw new ApiFailure(`fail no such file or directory, open "${filePath}"`);
      if (!SHOWN.has(fileType)) throw new ApiFailure('fail filetype not supported');
      showDocument(blob, fileType, nameOf(filePath));
      return undefined;
    },
  ),
};
