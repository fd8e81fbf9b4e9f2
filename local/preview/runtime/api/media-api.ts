import { showActionSheet } from '../overlay/action-sheet';
import { keepTemporaryFile } from '../phone-files';
import { testDocument } from '../test-document';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { fileSystem } from './file-system';
import { requirePermission } from './permission';
import { takePhoto } from './pictures-api';
import { requirePrivacy } from './privacy';

const DOCUMENT_NAME = 'test-invoice.pdf';
const DOCUMENT_TITLE = '测试文件 Test document';

export const mediaApi = {
  createCameraContext: () => ({
    takePhoto: asyncApi('takePhoto', async () => {
      await requirePrivacy('takePhoto', 'scope.camera');
      await requirePermission('scope.camera');
      const { path, width, height } = await takePhoto();
      return { tempImagePath: path, width, height };
    }),
  }),
  chooseMessageFile: asyncApi<{ type?: string; extension?: string[] }>(
    'chooseMessageFile',
    async ({ type = 'all', extension = [] }) => {
      const isAsked =
        type === 'all' || (type === 'file' && (extension.length === 0 || extension.includes('pdf')));
      if (!isAsked) throw new ApiFailure('fail the chat of the preview holds a PDF alone');
      const chosen = await showActionSheet({ itemList: [DOCUMENT_TITLE] });
      if (chosen === null) throw new ApiFailure('fail cancel');
      const blob = testDocument();
      const file = {
        path: keepTemporaryFile(blob, 'pdf'),
        name: DOCUMENT_NAME,
        size: blob.size,
        type: 'file',
      };
      return { tempFiles: [{ ...file, time: Math.floor(Date.now() / 1_000) }] };
    },
  ),
  getFileSystemManager: () => fileSystem,
};
