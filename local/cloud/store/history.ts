import type { Document, DocumentId } from './document';

/** A document as it was until `version`; undefined if there was none. */
interface Replaced {
  version: number;
  before: Document | undefined;
}

/** What was replaced in a collection while transactions were open: they go on reading it, and conflict with it. */
export class History {
  private readonly replaced = new Map<DocumentId, Replaced[]>();

  add(id: DocumentId, replaced: Replaced): void {
    const known = this.replaced.get(id);
    if (known) known.push(replaced);
    else this.replaced.set(id, [replaced]);
  }

  /** What stood under this id at `version`, if that was replaced later. */
  asOf(id: DocumentId, version: number): Pick<Replaced, 'before'> | undefined {
    return this.replaced.get(id)?.find((entry) => entry.version > version);
  }

  /** Every id that was written after `version`, with what stood there then. */
  *changedAfter(version: number): Generator<[DocumentId, Document | undefined]> {
    for (const id of this.replaced.keys()) {
      const then = this.asOf(id, version);
      if (then) yield [id, then.before];
    }
  }

  /** Drops what nobody can ask for who began at `oldest` or later. */
  forget(oldest: number): void {
    for (const [id, entries] of this.replaced) {
      const kept = entries.filter((entry) => entry.version > oldest);
      if (kept.length > 0) this.replaced.set(id, kept);
      else this.replaced.delete(id);
    }
  }
}
