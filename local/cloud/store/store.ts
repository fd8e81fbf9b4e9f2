import { CloudError } from '../cloud-error';
import type { DatabaseDeclaration } from '../database-declaration';
import { DiskRoom } from '../disk-room';
import { Collection } from './collection';
import { Disk, type Write } from './disk';
import type { Document, DocumentId, Fields } from './document';
import { Flushes } from './flushes';
import { conflict, OpenTransactions } from './open-transactions';
import type { ConflictDetection, Transaction } from './transaction';

/** Of one environment. */
const MAX_COLLECTIONS = 100;

/** Changes of one request, by collection; undefined removes the document. */
export type Changes = ReadonlyMap<string, ReadonlyMap<DocumentId, Document | undefined>>;

/**
 * Documents over an LMDB file, with all indexes in memory. Every change is applied in memory at once and queued for the disk; a
 * request is answered after `durable()`, so that no acknowledged write is lost in a crash.
 */
export class Store {
  private readonly collections = new Map<string, Collection>();
  private readonly transactions = new OpenTransactions();
  private version = 0;
  private forgotten = 0;
  private readonly flushes = new Flushes();

  private constructor(
    private readonly disk: Disk,
    private readonly room: DiskRoom,
    private readonly conflicts: ConflictDetection,
  ) {}

  /** Opens or creates the database in `folder` and creates missing declared collections and indexes. */
  static async open(
    folder: string,
    declared: DatabaseDeclaration,
    conflicts: ConflictDetection = 'commit',
  ): Promise<Store> {
    const store = new Store(new Disk(folder), new DiskRoom(folder), conflicts);
    try {
      await store.start(declared);
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  private async start(declared: DatabaseDeclaration): Promise<void> {
    this.disk.load(
      (name) => this.collections.set(name, this.newCollection(name)),
      (name) => indexedFields(declared, name),
      (name, fields) => this.collection(name).place(fields),
    );
    const names = new Set([...declared.collections, ...declared.indexes.map((index) => index.collection)]);
    for (const name of names) if (!this.collections.has(name)) this.createCollection(name);
    for (const index of declared.indexes) this.collection(index.collection).declareIndex(index);
    for (const collection of this.collections.values()) collection.endOfStart();
    await this.durable();
  }

  private newCollection(name: string): Collection {
    return new Collection(name, (id, leftOut) => this.disk.read(name, id, leftOut));
  }

  get collectionNames(): string[] {
    return [...this.collections.keys()];
  }

  /** @throws CloudError DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    const found = this.collections.get(name);
    if (!found)
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request.`,
      );
    return found;
  }

  /** @throws CloudError DATABASE_COLLECTION_ALREADY_EXIST or _EXCEED_LIMIT, INVALID_PARAM for a name not allowed */
  createCollection(name: string): void {
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/.test(name))
      throw new CloudError('INVALID_PARAM', `The collection name ${JSON.stringify(name)} is not allowed.`);
    if (this.collections.has(name))
      throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', '[ResourceInUse] Table exist.');
    if (this.collections.size >= MAX_COLLECTIONS)
      throw new CloudError(
        'DATABASE_COLLECTION_EXCEED_LIMIT',
        `[LimitExceeded] An environment has at most ${MAX_COLLECTIONS} collections.`,
      );
    this.flushes.assertHealthy();
    this.room.require();
    this.collections.set(name, this.newCollection(name));
    this.flushes.track(this.disk.addCollection(name));
  }

  /** Applies a change atomically. @throws CloudError DATABASE_REQUEST_FAILED if an index would be broken, DISK_FULL */
  apply(changes: Changes): void {
    this.flushes.assertHealthy();
    this.room.require();
    for (const [name, writes] of changes) this.collection(name).assertWritable(writes);
    const queued: Write[] = [];
    this.version += 1;
    const keptAs = this.transactions.oldestStart() === undefined ? undefined : this.version;
    for (const [name, writes] of changes)
      for (const [id, document] of writes) {
        this.collection(name).put(id, document, keptAs);
        queued.push({ collection: name, id, document });
      }
    if (queued.length > 0) this.flushes.track(this.saved(queued));
  }

  private async saved(queued: Write[]): Promise<void> {
    await this.disk.write(queued);
    for (const { collection, id, document } of queued)
      if (document) this.collection(collection).written(id, document);
  }

  /** Resolves when everything applied so far is on the disk. */
  durable(): Promise<void> {
    return this.flushes.durable();
  }

  /** `owner`: token of the call that may use it. */
  begin(owner = ''): Transaction {
    this.forget();
    return this.transactions.begin(this.version, owner);
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL if it is unknown, another call's, ended or older than 30 s */
  transaction(id: string, owner = ''): Transaction {
    return this.transactions.get(id, owner);
  }

  hasTransaction(owner: string): boolean {
    return this.transactions.of(owner).length > 0;
  }

  /** First committer wins. @throws CloudError DATABASE_TRANSACTION_CONFLICT; the transaction ends either way */
  commit(id: string, owner = ''): void {
    const transaction = this.transaction(id, owner);
    this.transactions.end(transaction);
    for (const [name, writes] of transaction.writes) {
      for (const documentId of writes.keys()) this.assertUnchanged(transaction, name, documentId);
      // It was unique when it was written, so the key was taken since.
      if (this.collection(name).breaksUnique(writes)) throw conflict();
    }
    this.apply(transaction.writes);
    this.forget();
  }

  abort(id: string, owner = ''): void {
    this.transactions.end(this.transaction(id, owner));
    this.forget();
  }

  /** Aborts the transactions of a call that has ended. */
  abortAll(owner: string): void {
    for (const open of this.transactions.of(owner)) this.transactions.end(open);
    this.forget();
  }

  /**
   * Buffers writes until the commit.
   * @throws CloudError DATABASE_REQUEST_FAILED for a unique key that is taken; DATABASE_TRANSACTION_CONFLICT where
   * conflicts are detected by operations, which also ends the transaction
   */
  stage(transaction: Transaction, name: string, writes: ReadonlyMap<DocumentId, Document | undefined>): void {
    const own = new Map([...transaction.writesOf(name), ...writes]);
    if (this.conflicts === 'operation')
      for (const id of writes.keys()) this.assertFirst(transaction, name, id);
    this.collection(name).assertWritable(own);
    transaction.writes.set(name, own);
  }

  /** The document as the transaction, if any, sees it. */
  document(name: string, id: DocumentId, transaction?: Transaction): Document | undefined {
    const collection = this.collection(name);
    if (!transaction) return collection.get(id);
    if (transaction.hasWritten(name, id)) return transaction.writesOf(name).get(id);
    const then = collection.history.asOf(id, transaction.startVersion);
    return then ? then.before : collection.get(id);
  }

  /**
   * Candidate documents as the transaction, if any, sees them: the snapshot of its start, overlaid with its own
   * writes.
   */
  *candidates(name: string, filter: Fields, transaction?: Transaction): Generator<Document> {
    const collection = this.collection(name);
    if (!transaction) return yield* collection.candidates(filter);
    const { history } = collection;
    const isOwn = (id: DocumentId) => transaction.hasWritten(name, id);
    for (const document of collection.candidates(filter))
      if (!isOwn(document._id) && !history.asOf(document._id, transaction.startVersion)) yield document;
    for (const [id, before] of history.changedAfter(transaction.startVersion))
      if (before && !isOwn(id)) yield before;
    for (const document of transaction.writesOf(name).values()) if (document) yield document;
  }

  async close(): Promise<void> {
    await this.flushes.drained();
    await this.disk.close();
  }

  private assertFirst(transaction: Transaction, name: string, id: DocumentId): void {
    const isWriting = (other: Transaction) => other !== transaction && other.hasWritten(name, id);
    try {
      this.assertUnchanged(transaction, name, id);
      if (this.transactions.all().some(isWriting)) throw conflict();
    } catch (error) {
      this.transactions.end(transaction);
      throw error;
    }
  }

  private assertUnchanged({ startVersion }: Transaction, name: string, id: DocumentId): void {
    if (this.collection(name).history.asOf(id, startVersion)) throw conflict();
  }

  /** Drops versions that no open transaction can read. */
  private forget(): void {
    const oldest = this.transactions.oldestStart() ?? this.version;
    if (oldest === this.forgotten) return;
    this.forgotten = oldest;
    for (const { history } of this.collections.values()) history.forget(oldest);
  }
}

/** The top-level fields under the indexes of a collection. */
function indexedFields({ indexes }: DatabaseDeclaration, collection: string): ReadonlySet<string> {
  const own = indexes.filter((index) => index.collection === collection);
  return new Set(own.flatMap(({ fields }) => fields.map((field) => field.split('.', 1)[0] ?? field)));
}
