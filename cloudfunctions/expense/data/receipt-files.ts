import { randomUUID } from 'node:crypto';
import { storage } from '../../shared/platform/cloud';
import type { ReceiptType } from '../domain/file-type';

/**
 * Keeps a receipt where no phone can write: a file that a function uploaded belongs to no person. The name cannot be
 * guessed, so that nobody has a file of their own there before. @returns its id in cloud storage
 */
export async function keepReceipt(employeeId: string, type: ReceiptType, content: Buffer): Promise<string> {
  const cloudPath = `receipts/${employeeId}/${randomUUID()}.${type}`;
  return (await storage().uploadFile({ cloudPath, fileContent: content })).fileID;
}

/** A copy that no claim names. */
export async function dropReceipt(fileId: string): Promise<void> {
  await storage().deleteFile({ fileList: [fileId] });
}
