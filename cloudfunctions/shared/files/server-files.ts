import { randomUUID } from 'node:crypto';
import { downloadFile, storage } from '../platform/cloud';
import type { FileType } from './file-type';

/** Folders that only functions write: the storage rule lets phones write elsewhere alone. */
export type ServerFolder = 'receipts' | 'kept-files' | 'goal-files';
/** Where copies are that nobody may see any more: forms refer to no file of it. */
const HIDDEN_FOLDER = 'hidden-files';

/**
 * Stores a file where no phone can write: a file uploaded by a function has no owner. The name is random, so that
 * nobody can have placed a file there before. @returns its id in cloud storage
 */
export async function storeFile(
  folder: ServerFolder,
  employeeId: string,
  type: FileType,
  content: Buffer,
): Promise<string> {
  const cloudPath = `${folder}/${employeeId}/${randomUUID()}.${type}`;
  return (await storage().uploadFile({ cloudPath, fileContent: content })).fileID;
}

/** Deletes a copy that nothing refers to. */
export async function dropFile(fileId: string): Promise<void> {
  await storage().deleteFile({ fileList: [fileId] });
}

/**
 * Moves a copy to where no link is given to: links that were given out end at once. Idempotent; the file is there in
 * full before it is gone here.
 */
export async function hideFile(fileId: string): Promise<void> {
  const content = await downloadFile(fileId);
  if (!content) return;
  const [, , , , employeeId, name] = fileId.split('/');
  await storage().uploadFile({ cloudPath: `${HIDDEN_FOLDER}/${employeeId}/${name}`, fileContent: content });
  await dropFile(fileId);
}
