import { ClientError } from './client-error';
import { type Refusal, refusalOrCancel } from './wx-refusal';

export type PhotoResult =
  | { readonly state: 'taken'; readonly path: string }
  | { readonly state: 'cancelled' | Refusal };

/** One picture from the camera, never the album (ATT4). */
export function takePhoto(): Promise<PhotoResult> {
  return new Promise((resolve) => {
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera'],
      sizeType: ['compressed'],
      camera: 'back',
      success: ({ tempFiles: [file] }) =>
        resolve(file ? { state: 'taken', path: file.tempFilePath } : { state: 'failed' }),
      fail: (failure) => resolve({ state: refusalOrCancel(failure) }),
    });
  });
}

/** Moves a picture out of WeChat's temporary files, where it could be cleared before it is sent. */
export function savePhoto(tempPath: string): Promise<string> {
  const type = /\.png$/i.test(tempPath) ? 'png' : 'jpg';
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath: tempPath,
      filePath: `${wx.env.USER_DATA_PATH}/field-punch-${Date.now()}.${type}`,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => reject(new ClientError('STORAGE_FULL')),
    });
  });
}

/** Removes a kept picture. One that is gone already is no loss. */
export function deletePhoto(path: string): void {
  wx.getFileSystemManager().unlink({ filePath: path, fail: () => undefined });
}
