import { imageUrl } from '../elements/image-source';
import { showActionSheet } from '../overlay/action-sheet';
import { type GalleryItem, showGallery } from '../overlay/gallery';
import { keepTemporaryFile, phoneFile } from '../phone-files';
import { takeTestPicture } from '../test-picture';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { cloudFileUrl } from './cloud-api';
import { requirePermission } from './permission';
import { requirePrivacy } from './privacy';

const MAX_IMAGES = 9;
const MAX_MEDIA = 20;

interface Photo {
  readonly path: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** The picture that the simulated camera sees, as a temporary file. */
export async function takePhoto(): Promise<Photo> {
  const { blob, width, height } = await takeTestPicture();
  return { path: keepTemporaryFile(blob, 'jpg'), size: blob.size, width, height };
}

interface Choice {
  sourceType?: string[];
  count?: number;
}

/** Like WeChat, asks for the source only if there is a choice. @throws ApiFailure if cancelled */
async function choosePhoto(api: string, { sourceType = ['album', 'camera'] }: Choice): Promise<Photo> {
  await requirePrivacy(api);
  const itemList = sourceType.map(() => '测试照片 Test picture');
  const chosen = sourceType.length === 1 ? 0 : await showActionSheet({ itemList });
  if (chosen === null) throw new ApiFailure('fail cancel');
  if (sourceType[chosen] === 'camera') await requirePermission('scope.camera');
  return takePhoto();
}

function requireCount({ count }: Choice, most: number): void {
  if (count === undefined || (Number.isInteger(count) && count >= 1 && count <= most)) return;
  throw new ApiFailure(`fail parameter error: parameter.count should be 1 to ${most}`);
}

/** The browser's URL of a picture or video. */
const sourceUrl = async (written: string): Promise<string> =>
  written.startsWith('cloud://') ? cloudFileUrl(written) : imageUrl(null, written);

interface Source {
  url: string;
  type?: 'image' | 'video';
  poster?: string;
}

async function preview(sources: readonly Source[], current: number): Promise<undefined> {
  if (sources.length === 0) throw new ApiFailure('fail parameter error: there is nothing to show');
  const items = sources.map(async ({ url, type = 'image' }): Promise<GalleryItem> => {
    return { url: await sourceUrl(url), type };
  });
  showGallery(await Promise.all(items), current);
  return undefined;
}

export const picturesApi = {
  chooseMedia: asyncApi<Choice>('chooseMedia', async (options) => {
    requireCount(options, MAX_MEDIA);
    const { path, size, width, height } = await choosePhoto('chooseMedia', options);
    const about = { size, width, height, fileType: 'image', duration: 0, thumbTempFilePath: '' };
    return { type: 'image', tempFiles: [{ tempFilePath: path, ...about }] };
  }),
  chooseImage: asyncApi<Choice>('chooseImage', async (options) => {
    requireCount(options, MAX_IMAGES);
    const { path, size } = await choosePhoto('chooseImage', options);
    return { tempFilePaths: [path], tempFiles: [{ path, size }] };
  }),
  compressImage: asyncApi<{ src: string }>('compressImage', ({ src }) => {
    if (!phoneFile(src)) throw new ApiFailure(`fail no such file or directory, open "${src}"`);
    return { tempFilePath: src };
  }),
  getImageInfo: asyncApi<{ src: string }>('getImageInfo', async ({ src }) => {
    const image = new Image();
    image.src = await sourceUrl(src);
    await image.decode().catch(() => {
      throw new ApiFailure('fail image not found');
    });
    return { width: image.naturalWidth, height: image.naturalHeight, path: src, orientation: 'up' };
  }),
  previewImage: asyncApi<{ urls: string[]; current?: string | number }>(
    'previewImage',
    ({ urls = [], current = 0 }) => {
      const first = typeof current === 'number' ? current : Math.max(0, urls.indexOf(current));
      return preview(
        urls.map((url) => ({ url })),
        first,
      );
    },
  ),
  previewMedia: asyncApi<{ sources: Source[]; current?: number }>(
    'previewMedia',
    ({ sources = [], current = 0 }) => preview(sources, current),
  ),
  saveImageToPhotosAlbum: asyncApi<{ filePath: string }>('saveImageToPhotosAlbum', async ({ filePath }) => {
    await requirePrivacy('saveImageToPhotosAlbum');
    await requirePermission('scope.writePhotosAlbum');
    const blob = phoneFile(filePath);
    if (!blob) throw new ApiFailure(`fail no such file or directory, open "${filePath}"`);
    if (!blob.type.startsWith('image/')) throw new ApiFailure('fail invalid file type');
    return undefined;
  }),
};
