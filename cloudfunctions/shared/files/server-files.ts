import { randomUUID } from 'node:crypto';
import { storage } from '../platform/cloud';
import type { FileType } from './file-type';

/** Folders that only functions write: the storage rule lets phones write elsewhere alone. */
export type ServerFolder = 'receipts' | 'kept-files';

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
