import { showActionSheet } from '../overlay/action-sheet';
import { make, overlayLayer } from '../overlay/layer';
import { keepTemporaryFile, phoneFile, phoneFileUrl, removePhoneFile } from '../phone-files';
import { saveFile } from '../saved-files';
import { testDocument } from '../test-document';
import { takeTestPicture } from '../test-picture';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { requirePermission } from './permission';
import { requirePrivacy } from './privacy';

const DOCUMENT_NAME = 'test-invoice.pdf';
const DOCUMENT_TITLE = '测试文件 Test document';

async function takePhoto(): Promise<{ path: string; size: number; width: number; height: number }> {
  const { blob, width, height } = await takeTestPicture();
  return { path: keepTemporaryFile(blob, 'jpg'), size: blob.size, width, height };
}

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
  chooseMedia: asyncApi<{ sourceType?: string[] }>(
    'chooseMedia',
    async ({ sourceType = ['album', 'camera'] }) => {
      // WeChat asks where the picture comes from only if there is a choice.
      const itemList = sourceType.map(() => '测试照片 Test picture');
      const chosen = sourceType.length === 1 ? 0 : await showActionSheet({ itemList });
      if (chosen === null) throw new ApiFailure('fail cancel');
      if (sourceType[chosen] === 'camera') await requirePermission('scope.camera');
      const { path, size, width, height } = await takePhoto();
      const file = {
        tempFilePath: path,
        size,
        width,
        height,
        fileType: 'image',
        duration: 0,
        thumbTempFilePath: '',
      };
      return { type: 'image', tempFiles: [file] };
    },
  ),
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
  compressImage: asyncApi<{ src: string }>('compressImage', ({ src }) => {
    fileAt(src);
    return { tempFilePath: src };
  }),
  getImageInfo: asyncApi<{ src: string }>('getImageInfo', async ({ src }) => {
    const image = new Image();
    image.src = phoneFileUrl(src) || src;
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight, path: src, orientation: 'up' };
  }),
  previewImage: asyncApi<{ urls: string[]; current?: string }>('previewImage', ({ urls, current }) => {
    const box = make('div', 'mp-mask mp-center mp-gallery');
    const image = document.createElement('img');
    const first = current ?? urls[0] ?? '';
    image.src = phoneFileUrl(first) || first;
    box.append(image);
    box.addEventListener('click', () => box.remove());
    overlayLayer().append(box);
    return undefined;
  }),
  getFileSystemManager: () => fileSystem,
};
