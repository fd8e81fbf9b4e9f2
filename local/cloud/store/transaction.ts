import type { Document, DocumentId } from './document';

/** Maximum lifetime of a transaction on the platform. */
const TRANSACTION_LIFETIME_MS = 30_000;

/** When a transaction detects a conflict. The platform may do either. */
export type ConflictDetection = 'commit' | 'operation';

/** Reads the snapshot of its start; its writes are invisible to others before the commit. */
export class Transaction {
  /** Undefined marks a removed document. */
  readonly writes = new Map<string, Map<DocumentId, Document | undefined>>();
  private readonly startedAt = performance.now();

  /** `startVersion`: later writes are invisible, and conflict with writes of the same document. */
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
