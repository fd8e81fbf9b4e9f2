import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'bson';
import { type Database, open, type RootDatabase } from 'lmdb';
import { damaged } from './check-data';
import type { Document, DocumentId } from './document';

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

  /** Every collection name and document; called once, at the start. */
  load(
    onCollection: (name: string) => void,
    onDocument: (collection: string, document: Document) => void,
  ): void {
    for (const name of this.collections.getKeys()) onCollection(name);
    // Documents are grouped by collection: the name is decoded once for each.
    let [prefix, collection]: [Buffer, string] = [Buffer.alloc(0), ''];
    for (const { key, value } of this.documents.getRange()) {
      if (prefix.length === 0 || !prefix.equals(key.subarray(0, prefix.length))) {
        prefix = Buffer.from(key.subarray(0, key.indexOf(0) + 1));
        collection = prefix.toString('utf8', 0, prefix.length - 1);
      }
      onDocument(collection, this.documentOf(value));
    }
  }

  /** @throws CloudError DATA_DAMAGED */
  private documentOf(value: Buffer): Document {
    try {
      return deserialize(value, { promoteBuffers: true, validation: { utf8: false } }) as Document;
    } catch {
      throw damaged(path.join(this.folder, 'data.mdb'), path.dirname(this.folder));
    }
  }

  /** Writes all or nothing; resolves once the bytes are on the disk, not before. */
  async write(writes: Write[]): Promise<void> {
    await this.documents.batch(() => {
      for (const { collection, id, document } of writes) {
        const key = documentKey(collection, id);
        if (document) this.documents.put(key, Buffer.from(serialize(document)));
        else this.documents.remove(key);
      }
    });
    await this.root.flushed;
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

/** Name, NUL, type of the id, id: unambiguous because a collection's name holds no NUL. */
function documentKey(collection: string, id: DocumentId): Buffer {
  return Buffer.from(`${collection}\0${typeof id === 'number' ? 'n' : 's'}${id}`);
}
