import type { SdkRequest } from '../../local/cloud';

/** What of a request tells which others it may meet. */
export type Touch = Pick<SdkRequest, 'action' | 'collection'>;

const READS = new Set(['database.getDocument', 'database.calculateDocument', 'storage.batchGetDownloadUrl']);

/** Whether a request leaves everything as it is. */
export const isRead = (action: string): boolean => READS.has(action);

/** Whether it matters which of two requests comes first. What names no collection may touch anything. */
export function touchEachOther(a: Touch, b: Touch): boolean {
  if (isRead(a.action) && isRead(b.action)) return false;
  return a.collection === undefined || b.collection === undefined || a.collection === b.collection;
}
