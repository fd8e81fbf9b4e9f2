import type BTree from 'sorted-btree';
import { bulkLoad } from 'sorted-btree/extended/bulkLoad';
import type { IndexDeclaration } from '../database-declaration';
import type { Document, DocumentId } from './document';
import { after, indexKey } from './index-key';
import { indexValues } from './index-values';

/** Keys of one node of the tree. */
const NODE_SIZE = 32;

interface Entry {
  readonly key: string;
  readonly id: DocumentId;
}

/** One declared index, in memory: keys in the order of its fields, each with the id of its document. */
export class OrderedIndex {
  private tree: BTree<string, DocumentId> = bulkLoad([], [], NODE_SIZE, compareText);
  private multikeyDocuments = 0;

  constructor(readonly declaration: IndexDeclaration) {}

  /** True if a document holds an array here: two bounds may then be met by two of its elements. */
  get isMultikey(): boolean {
    return this.multikeyDocuments > 0;
  }

  /** Fills an empty index: sorting first is much faster than inserting one by one. */
  fill(documents: Iterable<Document>): void {
    const entries: Entry[] = [];
    for (const document of documents) {
      const keys = this.keysOf(document);
      if (keys.length > 1) this.multikeyDocuments += 1;
      for (const key of keys) entries.push({ key: key + indexKey(document._id), id: document._id });
    }
    entries.sort((a, b) => compareText(a.key, b.key));
    const [keys, ids] = [entries.map(({ key }) => key), entries.map(({ id }) => id)];
    this.tree = bulkLoad(keys, ids, NODE_SIZE, compareText);
  }

  add(document: Document): void {
    const keys = this.keysOf(document);
    if (keys.length > 1) this.multikeyDocuments += 1;
    for (const key of keys) this.tree.set(key + indexKey(document._id), document._id);
  }

  remove(document: Document): void {
    const keys = this.keysOf(document);
    if (keys.length > 1) this.multikeyDocuments -= 1;
    for (const key of keys) this.tree.delete(key + indexKey(document._id));
  }

  /** Ids whose key lies in `[from, to)`. An id occurs twice if two elements of its array are in the range. */
  *idsBetween(from: string, to: string): Generator<DocumentId> {
    for (const [key, id] of this.tree.entries(from)) {
      if (key >= to) return;
      yield id;
    }
  }

  /** Another document (of those that count) with the same key; for unique indexes. */
  collidingId(document: Document, counts: (id: DocumentId) => boolean = () => true): DocumentId | undefined {
    for (const key of this.keysOf(document))
      for (const id of this.idsBetween(key, after(key))) if (id !== document._id && counts(id)) return id;
    return undefined;
  }

  /** The keys of a document without its id: one per combination of array elements. */
  keysOf(document: Document): string[] {
    let prefixes = [''];
    for (const field of this.declaration.fields) {
      const values = indexValues(document, field);
      if (values.length === 1 && prefixes.length === 1) {
        prefixes[0] += indexKey(values[0]);
        continue;
      }
      const keys = new Set(values.map(indexKey));
      prefixes = prefixes.flatMap((prefix) => [...keys].map((key) => prefix + key));
    }
    return prefixes;
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
