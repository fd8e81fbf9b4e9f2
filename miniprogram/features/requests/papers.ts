import type { Words } from '../../locales/words';
import { ClientError } from '../../services/client-error';
import { isOnline } from '../../services/network';
import { keptProfile, loadProfile } from '../../services/profile-data';
import { newKey } from '../../utils/new-key';

/** A paper on the phone. */
export interface Paper {
  readonly path: string;
  readonly name: string;
}

function choosePicture(): Promise<Paper | null> {
  return new Promise((resolve) => {
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles: [file] }) =>
        resolve(file ? { path: file.tempFilePath, name: nameIn(file.tempFilePath) } : null),
      fail: () => resolve(null),
    });
  });
}

/** WeChat hands out files of chats only: an electronic invoice is passed on to a chat first. */
function choosePdf(): Promise<Paper | null> {
  return new Promise((resolve) => {
    wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['pdf'],
      success: ({ tempFiles: [file] }) => resolve(file ? { path: file.path, name: file.name } : null),
      fail: () => resolve(null),
    });
  });
}

/** @returns null if the person chose none */
function chooseOf(itemList: string[]): Promise<number | null> {
  return new Promise((resolve) => {
    wx.showActionSheet({
      itemList,
      success: ({ tapIndex }) => resolve(tapIndex),
      fail: () => resolve(null),
    });
  });
}

/** A picture, or a PDF where WeChat offers files; null if the person changed their mind. */
export async function choosePaper({ t }: Words): Promise<Paper | null> {
  if (!wx.canIUse('chooseMessageFile')) return choosePicture();
  const chosen = await chooseOf([t('form.fromCamera'), t('form.fromChat')]);
  if (chosen === null) return null;
  return chosen === 0 ? choosePicture() : choosePdf();
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const typeOf = (name: string): string => (/\.(png|pdf)$/i.exec(name)?.[1] ?? 'jpg').toLowerCase();

/** Puts a paper into cloud storage, below the person's own folder; answers its fileID. @throws ClientError */
export async function uploadPaper({ path, name }: Paper): Promise<string> {
  if (!isOnline()) throw new ClientError('OFFLINE');
  const { employeeId } = keptProfile() ?? (await loadProfile());
  try {
    const { fileID } = await wx.cloud.uploadFile({
      cloudPath: `requests/${employeeId}/${newKey()}.${typeOf(name)}`,
      filePath: path,
    });
    return fileID;
  } catch {
    throw new ClientError('CLOUD_UNAVAILABLE');
  }
}
