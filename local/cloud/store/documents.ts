import { isDeepStrictEqual } from 'node:util';
import { CloudError } from '../cloud-error';
import { runAggregation } from './aggregation';
import { cloneValue, type Document, type DocumentId, type Fields, newId, type Value } from './document';
import { byDistance, nearOf } from './geo/near';
import { type Page, page } from './matching';
import { duplicateId, matching, present, type Scope, write } from './scope';
import type { Store } from './store';
import { assertId, assertStorable } from './stored-keys';

/** Documents that match, sorted and cut: stored ones, to be read and never changed. */
export function findDocuments(scope: Scope, collection: string, filter: Fields, cut: Page): Fields[] {
  const near = nearOf(filter);
  const inOrder = near ? undefined : pagedById(scope, collection, filter, cut.order);
  const needsAll = near || (cut.order && !inOrder) || cut.limit === undefined;
  const enough = needsAll ? Infinity : (cut.offset ?? 0) + Number(cut.limit);
  const found = matching(scope, collection, filter, enough, cut.order, inOrder);
  return page(near && !cut.order ? byDistance(near, found) : found, cut);
}

/** Candidates in the order of `_id` for a page that is asked for in it. */
function pagedById(
  { store, transaction }: Scope,
  collection: string,
  filter: Fields,
  order: Fields = {},
): Iterable<Document> | undefined {
  const isById = Object.keys(order).length === 1 && order._id === 1;
  return isById && !transaction ? store.collection(collection).inIdOrder(filter) : undefined;
}

export function countDocuments(scope: Scope, collection: string, filter: Fields): number {
  const isOfAll = Object.keys(filter).length === 0 && !scope.transaction;
  return isOfAll
    ? scope.store.collection(collection).size
    : matching(scope, collection, filter, Infinity).length;
}

/**
 * Adds all documents or none. @throws CloudError DATABASE_REQUEST_FAILED (E11000) if an `_id` or unique key is
 * taken
 */
export function insertDocuments(scope: Scope, collection: string, list: Fields[]): DocumentId[] {
  const writes = new Map<DocumentId, Document>();
  for (const fields of list) {
    const { _id = newId(), ...rest } = fields;
    assertId(_id);
    assertStorable(rest);
    if (writes.has(_id) || present(scope, collection, _id)) throw duplicateId(collection, _id);
    writes.set(_id, cloneValue({ _id, ...rest }));
  }
  write(scope, collection, writes);
  return [...writes.keys()];
}

/** Removes all others and adds these, in one write. @throws CloudError DATABASE_REQUEST_FAILED as an insert does */
export function replaceDocuments(store: Store, contents: Readonly<Record<string, readonly Fields[]>>): void {
  const changes = Object.entries(contents).map(([collection, list]) => {
    const writes = new Map<DocumentId, Document | undefined>();
    for (const { _id } of store.candidates(collection, {})) writes.set(_id, undefined);
    for (const { _id = newId(), ...rest } of list) {
      assertId(_id);
      assertStorable(rest);
      if (writes.get(_id)) throw duplicateId(collection, _id);
      writes.set(_id, cloneValue({ _id, ...rest }));
    }
    return [collection, writes] as const;
  });
  store.apply(new Map(changes));
}

/** Replaces the one document of this id or creates it. */
export function setDocument(
  scope: Scope,
  collection: string,
  id: Value,
  fields: Fields,
): { updated: number; upsertId: DocumentId | null } {
  assertId(id);
  const { _id = id, ...rest } = fields;
  if (_id !== id)
    throw new CloudError('DATABASE_REQUEST_FAILED', "[FailedOperation] The field '_id' is immutable.");
  assertStorable(rest);
  const old = present(scope, collection, id);
  const document: Document = cloneValue({ _id: id, ...rest });
  if (old && isDeepStrictEqual(old, document)) return { updated: 0, upsertId: null };
  write(scope, collection, new Map([[id, document]]));
  return old ? { updated: 1, upsertId: null } : { updated: 0, upsertId: id };
}

/** Removes the first match or all. Returns how many there were. */
export function removeDocuments(scope: Scope, collection: string, filter: Fields, multi: boolean): number {
  const found = matching(scope, collection, filter, multi ? Infinity : 1);
  write(scope, collection, new Map(found.map(({ _id }) => [_id, undefined])));
  return found.length;
}

export function aggregateDocuments(
  { store, onScanned }: Scope,
  collection: string,
  stages: Fields[],
): Value[] {
  return runAggregation({ store, onScanned }, collection, stages);
}
