import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { serialize } from 'bson';
import { type Database, open, type RootDatabase } from 'lmdb';
import { damaged } from './check-data';
import type { Document, DocumentId } from './document';
import type { LeftOut } from './left-out';
import { readStored } from './read-stored';
import { readFields } from './stored-fields';

/** One change of one document; undefined removes it. */
export interface Write {
  collection: string;
  id: DocumentId;
  document: Document | undefined;
}

/** The database on disk: documents as BSON in one LMDB table, names of collections in another. */
export class Disk {
  private readonly root: RootDatabase;
  private readonly documents: Database<Buffer, Buffer>;
  private readonly collections: Database<true, string>;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.root = open({ path: folder, noSubdir: false });
    this.documents = this.root.openDB('documents', { encoding: 'binary', keyEncoding: 'binary' });
    this.collections = this.root.openDB('collections', {});
  }

  /**
   * Every collection name, and every document with those of its fields that `fieldsOf` its collection wants; called
   * once, at the start.
   */
  load(
    onCollection: (name: string) => void,
    fieldsOf: (collection: string) => ReadonlySet<string>,
    onDocument: (collection: string, fields: Document) => void,
  ): void {
    for (const name of this.collections.getKeys()) onCollection(name);
    // Documents are grouped by collection: the name is decoded once for each.
    let [prefix, collection, fields]: [Buffer, string, ReadonlySet<string>] = [
      Buffer.alloc(0),
      '',
      new Set(),
    ];
    for (const { key, value } of this.documents.getRange()) {
      if (prefix.length === 0 || !prefix.equals(key.subarray(0, prefix.length))) {
        prefix = Buffer.from(key.subarray(0, key.indexOf(0) + 1));
        collection = prefix.toString('utf8', 0, prefix.length - 1);
        fields = fieldsOf(collection);
      }
      const found = this.checked(() => readFields(value, fields));
      onDocument(collection, { _id: idOf(key, prefix.length), ...found });
    }
  }

  /** @throws CloudError DATA_DAMAGED */
  private checked<T>(read: () => T): T {
    try {
      return read();
    } catch {
      throw damaged(path.join(this.folder, 'data.mdb'), path.dirname(this.folder));
    }
  }

  /** A document as it was written last, perhaps without some of its fields. @throws Error if it was not */
  read(collection: string, id: DocumentId, leftOut?: LeftOut): Document {
    const bytes = this.documents.get(documentKey(collection, id));
    if (!bytes) throw new Error(`The data file has lost ${collection}/${id}.`);
    return this.checked(() => readStored(bytes, leftOut) as Document);
  }

  /** Writes all or nothing; resolves once the bytes are on the disk, not before. */
  async write(writes: Write[]): Promise<void> {
    await this.committed(writes).catch(throwPlain);
    await this.root.flushed;
  }

  private committed(writes: Write[]): Promise<boolean> {
    return this.documents.batch(() => {
      for (const { collection, id, document } of writes) {
        const key = documentKey(collection, id);
        if (document) this.documents.put(key, Buffer.from(serialize(document)));
        else this.documents.remove(key);
      }
    });
  }

  async addCollection(name: string): Promise<void> {
    await this.collections.put(name, true);
    await this.root.flushed;
  }

  async close(): Promise<void> {
    await this.root.flushed;
    await this.root.close();
  }
}

/** The library's error has the reason in a promise of its own, which nobody would handle. */
async function throwPlain(error: Error & { readonly commitError?: Promise<unknown> }): Promise<never> {
  await error.commitError?.catch((reason: Error) => {
    throw reason;
  });
  throw error;
}

function idOf(key: Buffer, at: number): DocumentId {
  const text = key.toString('utf8', at + 1);
  return key[at] === NUMBER ? Number(text) : text;
}

const NUMBER = 'n'.charCodeAt(0);

/** Name, NUL, type of the id, id: unambiguous because a collection's name holds no NUL. */
function documentKey(collection: string, id: DocumentId): Buffer {
  return Buffer.from(`${collection}\0${typeof id === 'number' ? 'n' : 's'}${id}`);
}
