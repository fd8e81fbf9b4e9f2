import type { Document, DocumentId } from './document';

/** A document as it was until `version`; undefined if there was none. */
interface Replaced {
  version: number;
  before: Document | undefined;
}

/**
 * Replaced versions of documents while transactions are open: these still read them, and conflict with the new
 * ones.
 */
export class History {
  private readonly replaced = new Map<DocumentId, Replaced[]>();

  add(id: DocumentId, replaced: Replaced): void {
    const known = this.replaced.get(id);
    if (known) known.push(replaced);
    else this.replaced.set(id, [replaced]);
  }

  /** The document of this id at `version`, if it was replaced later. */
  asOf(id: DocumentId, version: number): Pick<Replaced, 'before'> | undefined {
    return this.replaced.get(id)?.find((entry) => entry.version > version);
  }

  /** Every id that was written after `version`, with its document at `version`. */
  *changedAfter(version: number): Generator<[DocumentId, Document | undefined]> {
    for (const id of this.replaced.keys()) {
      const then = this.asOf(id, version);
      if (then) yield [id, then.before];
    }
  }

  /** Drops versions that no transaction from `oldest` on can read. */
  forget(oldest: number): void {
    for (const [id, entries] of this.replaced) {
      const kept = entries.filter((entry) => entry.version > oldest);
      if (kept.length > 0) this.replaced.set(id, kept);
      else this.replaced.delete(id);
    }
  }
}
