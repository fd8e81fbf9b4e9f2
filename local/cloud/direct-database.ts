import { cloneValue, type Document, type DocumentId, type Fields } from './store/document';
import { countDocuments, findDocuments, insertDocuments, replaceDocuments } from './store/documents';
import type { Page } from './store/matching';
import type { Scope } from './store/scope';
import type { Store } from './store/store';
import { updateDocuments } from './store/update-documents';

/** The store without the SDK, for seeding, tests and the console. Every change is on the disk when it resolves. */
export interface DirectDatabase {
  collectionNames(): string[];
  createCollection(name: string): Promise<void>;
  /** Adds all documents or none. @throws CloudError as `add` in a function does */
  insertMany(collection: string, documents: readonly Fields[]): Promise<DocumentId[]>;
  /** Makes these the only documents of each collection, in one write: for tests that reset often. */
  replaceAll(contents: Readonly<Record<string, readonly Fields[]>>): Promise<void>;
  /** Update operators on every match; resolves with how many changed. */
  updateMany(collection: string, filter: Fields, changes: Fields): Promise<number>;
  get(collection: string, id: DocumentId): Promise<Document | undefined>;
  find(collection: string, filter?: Fields, page?: Page): Promise<Document[]>;
  count(collection: string, filter?: Fields): Promise<number>;
}

export function directDatabase(store: Store): DirectDatabase {
  const scope: Scope = { store, onScanned: () => undefined };
  const durable = async <T>(work: () => T): Promise<T> => {
    const result = work();
    await store.durable();
    return result;
  };
  return {
    collectionNames: () => store.collectionNames,
    createCollection: (name) => durable(() => store.createCollection(name)),
    insertMany: (collection, documents) => durable(() => insertDocuments(scope, collection, [...documents])),
    replaceAll: (contents) => durable(() => replaceDocuments(store, contents)),
    updateMany: (collection, filter, changes) =>
      durable(() => updateDocuments(scope, collection, filter, changes, true)),
    get: (collection, id) => durable(() => cloneValue(store.collection(collection).get(id))),
    find: (collection, filter = {}, page = {}) =>
      durable(() => cloneValue(findDocuments(scope, collection, filter, page)) as Document[]),
    count: (collection, filter = {}) => durable(() => countDocuments(scope, collection, filter)),
  };
}
