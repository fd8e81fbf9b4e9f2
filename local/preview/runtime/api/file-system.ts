import { phoneFile, removePhoneFile } from '../phone-files';
import { saveBytes, saveFile } from '../saved-files';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';

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

/** Where a Mini Program may write: `wx.env.USER_DATA_PATH`. */
const OWN_FOLDER = 'wxfile://usr/';

interface WrittenFile {
  filePath: string;
  data: string | ArrayBuffer;
  encoding?: string;
}

function bytesOf(data: string | ArrayBuffer, encoding: string): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (encoding === 'base64') return Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  if (encoding === 'utf8' || encoding === 'utf-8') return new TextEncoder().encode(data);
  throw new ApiFailure(`fail invalid encoding "${encoding}"`);
}

/** @throws ApiFailure outside of the folder that a Mini Program may write to */
export function writeOwnFile({ filePath, data, encoding = 'utf8' }: WrittenFile): void {
  if (!filePath.startsWith(OWN_FOLDER)) throw new ApiFailure(`fail permission denied, open "${filePath}"`);
  const bytes = bytesOf(data, encoding);
  removePhoneFile(filePath);
  saveBytes(filePath, bytes);
}

/** The methods that end in Sync throw what the others fail with. */
function atOnce<Result>(name: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    throw Object.assign(new Error(`${name}:${error.reason}`), { errMsg: `${name}:${error.reason}` });
  }
}

export const fileSystem = {
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
  writeFile: asyncApi<WrittenFile>('writeFile', (options) => {
    writeOwnFile(options);
    return undefined;
  }),
  writeFileSync: (filePath: string, data: string | ArrayBuffer, encoding?: string): void =>
    atOnce('writeFileSync', () => writeOwnFile({ filePath, data, encoding })),
  access: asyncApi<{ path: string }>('access', ({ path }) => {
    fileAt(path);
    return undefined;
  }),
  accessSync: (path: string): void => atOnce('accessSync', () => void fileAt(path)),
  unlink: asyncApi<{ filePath: string }>('unlink', ({ filePath }) => {
    fileAt(filePath);
    removePhoneFile(filePath);
    return undefined;
  }),
};
