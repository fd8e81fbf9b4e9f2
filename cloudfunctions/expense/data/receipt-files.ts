import { randomUUID } from 'node:crypto';
import { storage } from '../../shared/platform/cloud';
import type { ReceiptType } from '../domain/file-type';

/**
 * Copies a receipt to where no phone can write: a file uploaded by a function has no owner. The name is random,
 * so that nobody can have placed a file there before. @returns its id in cloud storage
 */
export async function copyReceipt(employeeId: string, type: ReceiptType, content: Buffer): Promise<string> {
  const cloudPath = `receipts/${employeeId}/${randomUUID()}.${type}`;
  return (await storage().uploadFile({ cloudPath, fileContent: content })).fileID;
}

/** Deletes a copy that no claim refers to. */
export async function dropReceipt(fileId: string): Promise<void> {
  await storage().deleteFile({ fileList: [fileId] });
}
