import { ClientError } from './client-error';
import { isOnline } from './network';

/** What WeChat says when a file could not be fetched or shown, in our closed set. */
const failed = (): ClientError => new ClientError(isOnline() ? 'CLOUD_UNAVAILABLE' : 'OFFLINE');

function download(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) =>
        statusCode === 200 ? resolve(tempFilePath) : reject(failed()),
      fail: () => reject(failed()),
    });
  });
}

/** Fetches a document by its link and opens it in WeChat's viewer, from where it can be passed on. @throws ClientError */
export async function openDocument(url: string, fileType: 'xlsx' | 'pdf'): Promise<void> {
  const filePath = await download(url);
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(failed());
    wx.openDocument({ filePath, fileType, showMenu: true, success: () => resolve(), fail });
  });
}

/** Puts a text where it can be pasted. @throws ClientError */
export function copyText(data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.setClipboardData({ data, success: () => resolve(), fail: () => reject(failed()) });
  });
}
