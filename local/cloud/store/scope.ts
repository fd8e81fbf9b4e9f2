import { calculateObjectSize } from 'bson';
import { CloudError } from '../cloud-error';
import type { Document, DocumentId, Fields } from './document';
import { assertGeoIndexed, nearOf } from './geo/near';
import { matcher } from './matching';
import type { Scan } from './scan-report';
import type { Store } from './store';
import type { Transaction } from './transaction';
import { withTimeout } from './with-timeout';

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** The context of an operation: the store, its transaction if any, and its cost counter. */
export interface Scope {
  store: Store;
  transaction?: Transaction;
  onScanned(scan: Scan): void;
}

/**
 * The stored documents themselves: read them, never change them. `candidates`: where to look for them, in an order in
 * which the first ones are enough.
 */
export function matching(
  { store, transaction, onScanned }: Scope,
  collection: string,
  filter: Fields,
  enough: number,
  order?: Fields,
  candidates: Iterable<Document> = store.candidates(collection, filter, transaction),
): Document[] {
  const matches = matcher(filter);
  const near = nearOf(filter);
  const { geoFields, declarations: indexes } = store.collection(collection);
  if (near) assertGeoIndexed(near, geoFields);
  const found: Document[] = [];
  let scanned = 0;
  withTimeout(filter, () => {
    for (const document of candidates) {
      scanned += 1;
      if (matches(document)) found.push(document);
      if (found.length >= enough) break;
    }
  });
  onScanned({ collection, filter, order, scanned, indexes });
  return found;
}

export function present(
  { store, transaction }: Scope,
  collection: string,
  id: DocumentId,
): Document | undefined {
  return store.document(collection, id, transaction);
}

export function write(
  { store, transaction }: Scope,
  collection: string,
  writes: Map<DocumentId, Document | undefined>,
): void {
  for (const document of writes.values()) if (document) assertSize(document);
  if (transaction) store.stage(transaction, collection, writes);
  else store.apply(new Map([[collection, writes]]));
}

function assertSize(document: Document): void {
  const bytes = calculateObjectSize(document);
  if (bytes > MAX_DOCUMENT_BYTES)
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] object to insert too large. size in bytes: ${bytes}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
}

export function duplicateId(collection: string, id: DocumentId): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] E11000 duplicate key error collection: ${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`,
  );
}
