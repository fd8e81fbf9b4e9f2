import type { Document, DocumentId } from './document';

/** Longest life of a transaction on the platform, in ms. */
const TRANSACTION_LIFETIME_MS = 30_000;

/** Where a transaction learns that another one was first. The platform may do either. */
export type ConflictDetection = 'commit' | 'operation';

/** Reads the documents of its start; its writes are seen by nobody else before the commit. */
export class Transaction {
  /** Undefined marks a removed document. */
  readonly writes = new Map<string, Map<DocumentId, Document | undefined>>();
  private readonly startedAt = performance.now();

  /** `startVersion`: what was written after it is not seen, and is a conflict for who writes the same document. */
  constructor(
    readonly id: string,
    readonly startVersion: number,
    readonly owner: string,
  ) {}

  get isOver(): boolean {
    return performance.now() - this.startedAt > TRANSACTION_LIFETIME_MS;
  }

  writesOf(collection: string): Map<DocumentId, Document | undefined> {
    const known = this.writes.get(collection) ?? new Map<DocumentId, Document | undefined>();
    this.writes.set(collection, known);
    return known;
  }

  hasWritten(collection: string, id: DocumentId): boolean {
    return this.writes.get(collection)?.has(id) ?? false;
  }
}
