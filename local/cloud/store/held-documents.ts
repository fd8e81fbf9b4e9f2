import { cloneValue, type Document, type DocumentId } from './document';
import { copyWithout, type LeftOut } from './left-out';

/** Documents read from the disk that are kept in memory, of one collection, twice over at most. */
const KEPT = 2_500;

/**
 * The documents of a collection by id. One that is in the data file is read from there when it is asked for; one that is
 * being written is in memory. Those used last stay in memory too: a large company has more documents than fit, and asks
 * for few of them.
 */
export class HeldDocuments {
  /** Null: as it is on the disk. */
  private readonly held = new Map<DocumentId, Document | null>();
  private recent = new Map<DocumentId, Document>();
  private older = new Map<DocumentId, Document>();

  /** @param read from the data file, as it was written last */
  constructor(private readonly read: (id: DocumentId, leftOut?: LeftOut) => Document) {}

  get size(): number {
    return this.held.size;
  }

  /** One that is on the disk. */
  place(id: DocumentId): void {
    this.held.set(id, null);
  }

  get(id: DocumentId): Document | undefined {
    const held = this.held.get(id);
    return held === null ? this.fromDisk(id) : held;
  }

  /** As `get`, for one of many: those that are read for a report would take the place of those in use. */
  glance(id: DocumentId): Document | undefined {
    return this.held.get(id) ?? this.known(id) ?? (this.held.has(id) ? this.read(id) : undefined);
  }

  /** A copy for the caller alone, without some of the fields. */
  copy(id: DocumentId, leftOut?: LeftOut): Document | undefined {
    const known = this.held.get(id) ?? this.known(id);
    if (known) return leftOut ? copyWithout(known, leftOut) : cloneValue(known);
    return this.held.has(id) ? this.read(id, leftOut) : undefined;
  }

  set(id: DocumentId, document: Document): void {
    this.held.set(id, document);
    this.forget(id);
  }

  /** What `set` was given is in the data file now. One that was set again meanwhile stays until that is written as well. */
  written(id: DocumentId, document: Document): void {
    if (this.held.get(id) !== document) return;
    this.held.set(id, null);
    this.keep(id, document);
  }

  delete(id: DocumentId): void {
    this.held.delete(id);
    this.forget(id);
  }

  ids(): Iterable<DocumentId> {
    return this.held.keys();
  }

  *values(): Generator<Document> {
    const isMany = this.held.size > KEPT;
    for (const [id, held] of this.held)
      yield held ?? (isMany ? (this.known(id) ?? this.read(id)) : this.fromDisk(id));
  }

  private known(id: DocumentId): Document | undefined {
    return this.recent.get(id) ?? this.older.get(id);
  }

  private forget(id: DocumentId): void {
    this.recent.delete(id);
    this.older.delete(id);
  }

  private fromDisk(id: DocumentId): Document {
    const known = this.recent.get(id);
    if (known) return known;
    const document = this.older.get(id) ?? this.read(id);
    this.keep(id, document);
    return document;
  }

  private keep(id: DocumentId, document: Document): void {
    if (this.recent.size >= KEPT) [this.older, this.recent] = [this.recent, new Map()];
    this.recent.set(id, document);
  }
}
