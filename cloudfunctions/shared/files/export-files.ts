import { storage } from '../platform/cloud';

/** Files of one call, as the platform has it. */
const MAX_FILES = 50;

/**
 * Writes a file. A retry of a piece that was not entered in its report writes over what the dead call has left; nobody
 * has a link to it, because links are given of finished reports only. @returns its id in cloud storage
 */
export async function saveFile(path: string, bytes: Buffer): Promise<string> {
  return (await storage().uploadFile({ cloudPath: path, fileContent: bytes })).fileID;
}

/** Removing a missing file succeeds. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += MAX_FILES)
    await storage().deleteFile({ fileList: fileIds.slice(from, from + MAX_FILES) });
}
