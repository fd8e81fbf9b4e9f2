import { ClientError } from '../../services/client-error';
import { isOnline } from '../../services/network';
import { keptProfile, loadProfile } from '../../services/profile-data';
import { newKey } from '../../utils/new-key';

/** A picture from the camera or the album; null if the person changed their mind. */
export function choosePaper(): Promise<string | null> {
  return new Promise((resolve) => {
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles: [file] }) => resolve(file?.tempFilePath ?? null),
      fail: () => resolve(null),
    });
  });
}

const typeOf = (path: string): string => (/\.(png|pdf)$/i.exec(path)?.[1] ?? 'jpg').toLowerCase();

/** Puts a paper into cloud storage, below the person's own folder; answers its fileID. @throws ClientError */
export async function uploadPaper(path: string): Promise<string> {
  if (!isOnline()) throw new ClientError('OFFLINE');
  const { employeeId } = keptProfile() ?? (await loadProfile());
  try {
    const { fileID } = await wx.cloud.uploadFile({
      cloudPath: `requests/${employeeId}/${newKey()}.${typeOf(path)}`,
      filePath: path,
    });
    return fileID;
  } catch {
    throw new ClientError('CLOUD_UNAVAILABLE');
  }
}
