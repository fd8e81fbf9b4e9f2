import type { Words } from '../locales/words';
import { newKey } from '../utils/new-key';
import { ClientError } from './client-error';
import { cloudError } from './cloud-error';
import { isOnline } from './network';
import { cachedProfile, loadProfile } from './profile-data';
import { refusalError, refusalOrCancel } from './wx-refusal';

/** A paper on the phone. */
export interface Paper {
  readonly path: string;
  readonly name: string;
}

/** The server's limit, checked before the upload. */
const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** @throws ClientError PAPER_INVALID */
function checked(file: { path: string; name: string; size: number } | undefined, isPdf: boolean): Paper {
  if (!file) throw new ClientError('PAPER_NOT_CHOSEN');
  if (isPdf && !/\.pdf$/i.test(file.name)) throw new ClientError('PAPER_INVALID', { rule: 'type' });
  if (file.size > MAX_FILE_BYTES) throw new ClientError('PAPER_INVALID', { rule: 'size' });
  return { path: file.path, name: file.name };
}

type Failed = (failure: { errMsg: string; errno?: number }) => void;

/** The person may change their mind, which is null; whatever else keeps a file away is an error. */
function chosen<File>(open: (success: (files: readonly File[]) => void, fail: Failed) => void) {
  return new Promise<File | undefined | null>((resolve, reject) => {
    open(
      ([file]) => resolve(file),
      (failure) => {
        if (refusalOrCancel(failure) === 'cancelled') resolve(null);
        else reject(refusalError(failure, 'PAPER_NOT_CHOSEN'));
      },
    );
  });
}

async function choosePicture(): Promise<Paper | null> {
  const file = await chosen<WechatMiniprogram.MediaFile>((success, fail) =>
    wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => success(tempFiles),
      fail,
    }),
  );
  if (file === null) return null;
  return checked(
    file && { path: file.tempFilePath, name: nameIn(file.tempFilePath), size: file.size },
    false,
  );
}

/** WeChat hands out files of chats only: an electronic invoice is passed on to a chat first. */
async function choosePdf(): Promise<Paper | null> {
  const file = await chosen<WechatMiniprogram.ChooseFile>((success, fail) =>
    wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['pdf'],
      success: ({ tempFiles }) => success(tempFiles),
      fail,
    }),
  );
  // Some phones offer every kind of file whatever they are asked for.
  return file === null ? null : checked(file, true);
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

/**
 * A picture, or a PDF where WeChat offers files; null if the person changed their mind.
 * @throws ClientError if WeChat refused, or the file is of another kind or too large
 */
export async function choosePaper({ t }: Words): Promise<Paper | null> {
  if (!wx.canIUse('chooseMessageFile')) return choosePicture();
  const way = await chooseOf([t('papers.fromCamera'), t('papers.fromChat')]);
  if (way === null) return null;
  return way === 0 ? choosePicture() : choosePdf();
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const typeOf = (name: string): string => (/\.(png|pdf)$/i.exec(name)?.[1] ?? 'jpg').toLowerCase();

/** Puts a paper into cloud storage, below the person's own folder; answers its fileID. @throws ClientError */
export async function uploadPaper({ path, name }: Paper): Promise<string> {
  if (!isOnline()) throw new ClientError('OFFLINE');
  const { employeeId } = cachedProfile() ?? (await loadProfile());
  try {
    const { fileID } = await wx.cloud.uploadFile({
      cloudPath: `requests/${employeeId}/${newKey()}.${typeOf(name)}`,
      filePath: path,
    });
    return fileID;
  } catch (thrown) {
    throw cloudError(thrown);
  }
}
