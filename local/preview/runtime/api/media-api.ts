import { showActionSheet } from '../overlay/action-sheet';
import { keepTemporaryFile, phoneFile, removePhoneFile } from '../phone-files';
import { saveFile } from '../saved-files';
import { testDocument } from '../test-document';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { requirePermission } from './permission';
import { takePhoto } from './pictures-api';
import { requirePrivacy } from './privacy';

const DOCUMENT_NAME = 'test-invoice.pdf';
const DOCUMENT_TITLE = '测试文件 Test document';

interface ReadFile {
  filePath: string;
  encoding?: string;
}

/** @throws ApiFailure if there is no such file */
function fileAt(path: string): Blob {
  const blob = phoneFile(path);
  if (!blob) throw new ApiFailure(`fail no such file or directory, open "${path}"`);
  return blob;
}

async function readFile({ filePath, encoding }: ReadFile): Promise<{ data: string | ArrayBuffer }> {
  const blob = fileAt(filePath);
  if (!encoding) return { data: await blob.arrayBuffer() };
  if (encoding === 'utf8' || encoding === 'utf-8') return { data: await blob.text() };
  if (encoding !== 'base64') throw new ApiFailure(`fail invalid encoding "${encoding}"`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { data: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
}

const fileSystem = {
  readFile: asyncApi<ReadFile>('readFile', readFile),
  /** Moves a temporary file to where it survives a restart. */
  saveFile: asyncApi<{ tempFilePath: string; filePath?: string }>('saveFile', async (options) => {
    const { tempFilePath, filePath } = options;
    const savedFilePath = filePath ?? tempFilePath.replace('tmp_', 'store_');
    await saveFile(savedFilePath, fileAt(tempFilePath));
    removePhoneFile(tempFilePath);
    return { savedFilePath };
  }),
  getFileInfo: asyncApi<{ filePath: string }>('getFileInfo', ({ filePath }) => ({
    size: fileAt(filePath).size,
  })),
  unlink: asyncApi<{ filePath: string }>('unlink', ({ filePath }) => {
    fileAt(filePath);
    removePhoneFile(filePath);
    return undefined;
  }),
};

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
