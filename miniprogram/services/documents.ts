import type { FileLink } from '#contracts/request';
import { isPdf } from '../utils/is-pdf';
import { ClientError } from './client-error';
import { isOnline } from './network';
import { refusalError } from './wx-refusal';

/** Maps a download error. A host that is not among the account's legal domains has its own code. */
function downloadError(errMsg = ''): ClientError {
  if (/domain list/i.test(errMsg)) return new ClientError('DOMAIN_MISSING');
  return new ClientError(isOnline() ? 'CLOUD_UNAVAILABLE' : 'OFFLINE');
}

/** Fetches a file, under a name of its own where it has one: it is what others see when it is passed on. */
function download(url: string, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      ...(name && { filePath: `${wx.env.USER_DATA_PATH}/${name}` }),
      success: ({ statusCode, tempFilePath, filePath }) =>
        statusCode === 200 ? resolve(filePath || tempFilePath) : reject(downloadError()),
      fail: ({ errMsg }) => reject(downloadError(errMsg)),
    });
  });
}

/** Downloads a document, as `name` if given, and opens it in WeChat's viewer, with the share menu. @throws ClientError */
export async function openDocument(url: string, fileType: 'xlsx' | 'pdf', name = ''): Promise<void> {
  const filePath = await download(url, name);
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new ClientError('FILE_NOT_SHOWN'));
    wx.openDocument({ filePath, fileType, showMenu: true, success: () => resolve(), fail });
  });
}

/** Shows a picture full screen, among `urls`. @throws ClientError */
function openPicture(current: string, urls: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new ClientError('FILE_NOT_SHOWN'));
    wx.previewImage({ current, urls, success: () => resolve(), fail });
  });
}

/** Shows a file of a request. A picture is shown together with the other pictures of `all`. @throws ClientError */
export async function openPaper(file: FileLink, all: readonly FileLink[] = [file]): Promise<void> {
  if (isPdf(file.fileId)) return openDocument(file.url, 'pdf');
  return openPicture(
    file.url,
    all.filter(({ fileId }) => !isPdf(fileId)).map(({ url }) => url),
  );
}

/** Copies a text to the clipboard. @throws ClientError */
export function copyText(data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (failure: { errMsg: string }) => reject(refusalError(failure, 'NOT_COPIED'));
    wx.setClipboardData({ data, success: () => resolve(), fail });
  });
}
