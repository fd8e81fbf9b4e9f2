import type { Document, DocumentId } from './document';

/** Documents read from the disk that are kept in memory, of one collection, twice over at most. */
const KEPT = 10_000;

/**
 * The documents of a collection by id. One that was in the data file at the start is read from there when it is asked
 * for; what was written since is in memory. Those read last stay in memory too: a large company has more documents
 * than fit, and asks for few of them.
 */
export class HeldDocuments {
  /** Null: as it is on the disk. */
  private readonly held = new Map<DocumentId, Document | null>();
  private recent = new Map<DocumentId, Document>();
  private older = new Map<DocumentId, Document>();

  /** @param read from the data file, as it was at the start */
  constructor(private readonly read: (id: DocumentId) => Document) {}

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

  set(id: DocumentId, document: Document): void {
    this.held.set(id, document);
    this.forget(id);
  }

  delete(id: DocumentId): void {
    this.held.delete(id);
    this.forget(id);
  }

  ids(): Iterable<DocumentId> {
    return this.held.keys();
  }

  *values(): Generator<Document> {
    for (const [id, held] of this.held) yield held ?? this.fromDisk(id);
  }

  private forget(id: DocumentId): void {
    this.recent.delete(id);
    this.older.delete(id);
  }

  private fromDisk(id: DocumentId): Document {
    const known = this.recent.get(id);
    if (known) return known;
    const document = this.older.get(id) ?? this.read(id);
    if (this.recent.size >= KEPT) [this.older, this.recent] = [this.recent, new Map()];
    this.recent.set(id, document);
    return document;
  }
}
