import { ClientError } from './client-error';
import { type Refusal, refusalOrCancel } from './wx-refusal';

export type PhotoResult =
  | { readonly state: 'taken'; readonly path: string }
  | { readonly state: 'cancelled' | Refusal };

/** Takes one picture with the camera; the album is not allowed (ATT4). */
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

/** Moves a picture out of WeChat's temporary files, which may be deleted before it is sent. */
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

/** Deletes a saved picture. Deleting a missing file succeeds. */
export function deletePhoto(path: string): void {
  wx.getFileSystemManager().unlink({ filePath: path, fail: () => undefined });
}
