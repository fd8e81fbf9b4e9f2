import type { SdkRequest } from '../../local/cloud';

/** What of a request tells which others it may meet. */
export type Touch = Pick<SdkRequest, 'action' | 'collection'>;

const AGGREGATION = 'database.aggregateDocuments';
const READS = new Set([
  AGGREGATION,
  'database.getDocument',
  'database.calculateDocument',
  'storage.batchGetDownloadUrl',
]);

/** Whether a request leaves everything as it is. */
export const isRead = (action: string): boolean => READS.has(action);

/**
 * Whether it matters which of two requests comes first. What names no collection may touch anything, and so may an
 * aggregation, which looks up in others.
 */
export function touchEachOther(a: Touch, b: Touch): boolean {
  if (isRead(a.action) && isRead(b.action)) return false;
  const [one, other] = [reachOf(a), reachOf(b)];
  return one === undefined || other === undefined || one === other;
}

const reachOf = ({ action, collection }: Touch): string | undefined =>
  action === AGGREGATION ? undefined : collection;
