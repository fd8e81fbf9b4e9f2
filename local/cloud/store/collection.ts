import { CloudError } from '../cloud-error';
import type { IndexDeclaration } from '../database-declaration';
import type { Document, DocumentId, Fields } from './document';
import { geometriesOf } from './geo/near';
import { shapeOf } from './geo/shape';
import { HeldDocuments } from './held-documents';
import { History } from './history';
import { assertIndexable } from './index-limits';
import type { LeftOut } from './left-out';
import { OrderedIndex } from './ordered-index';
import { candidateIds, orderedIds } from './query-plan';

/** The maximum of every plan of the platform. */
const MAX_INDEXES = 10;

/** Documents in one answer that are likely to be asked for again: as many as a screen shows. */
const IN_USE = 50;

/** One collection: committed documents by id, their indexes, and what open transactions still read. */
export class Collection {
  private readonly documents: HeldDocuments;
  /** While the store starts: each document with the fields that indexes need. */
  private starting: Document[] = [];
  /** Fields with a declared geo index. Queries scan the collection nevertheless: it is in memory. */
  readonly geoFields: string[] = [];
  readonly declarations: IndexDeclaration[] = [];
  readonly history = new History();
  private readonly indexes: OrderedIndex[] = [];
  /** The ids in their order, from when they are first asked for so: few collections are. */
  private ids: OrderedIndex | undefined;

  /** @param read a document that is in the data file, as it was written last */
  constructor(
    readonly name: string,
    read: (id: DocumentId, leftOut?: LeftOut) => Document,
  ) {
    this.documents = new HeldDocuments(read);
  }

  /** While the store starts: a document that is on the disk, with its id and the fields that indexes need. */
  place(fields: Document): void {
    this.documents.place(fields._id);
    this.starting.push(fields);
  }

  /** All indexes that were declared beforehand are there. */
  endOfStart(): void {
    this.starting = [];
  }

  private toIndex(): Iterable<Document> {
    return this.starting.length > 0 ? this.starting : this.documents.values();
  }

  get size(): number {
    return this.documents.size;
  }

  get(id: DocumentId): Document | undefined {
    return this.documents.get(id);
  }

  all(): Iterable<Document> {
    return this.documents.values();
  }

  /** Candidate documents, found by index where one serves the filter. */
  candidates(filter: Fields): Iterable<Document> {
    const ids = candidateIds(filter, this.indexes);
    return ids ? this.byIds(ids, ids.size > IN_USE) : this.documents.values();
  }

  /** Copies of the candidates for the caller alone, without some of their fields. */
  *copies(filter: Fields, leftOut?: LeftOut): Generator<Document> {
    for (const id of candidateIds(filter, this.indexes) ?? this.documents.ids()) {
      const copy = this.documents.copy(id, leftOut);
      if (copy) yield copy;
    }
  }

  /** The documents in a range of `_id`, in their order; undefined where `candidates` finds fewer. */
  inIdOrder(filter: Fields): Iterable<Document> | undefined {
    const ids = orderedIds(filter, this.indexes, () => this.idIndex());
    return ids && this.byIds(ids, true);
  }

  private idIndex(): OrderedIndex {
    if (this.ids) return this.ids;
    this.ids = new OrderedIndex({ collection: this.name, fields: [] });
    this.ids.fill(Array.from(this.documents.ids(), (_id) => ({ _id })));
    return this.ids;
  }

  /**
   * @throws CloudError if there are too many indexes, or the documents there break a unique one, are too long for
   * one or hold values that are not geometries
   */
  declareIndex(declaration: IndexDeclaration): void {
    if (this.declarations.length >= MAX_INDEXES)
      throw new CloudError(
        'DATABASE_REQUEST_FAILED',
        `[LimitExceeded] The collection ${this.name} has more than ${MAX_INDEXES} indexes.`,
      );
    this.declarations.push(declaration);
    if (declaration.geo) {
      this.geoFields.push(...declaration.fields);
      this.assertGeo(this.toIndex());
      return;
    }
    const index = new OrderedIndex(declaration);
    for (const document of this.toIndex()) assertIndexable(document, declaration);
    if (declaration.unique) this.addUnique(index);
    else index.fill(this.toIndex());
    this.indexes.push(index);
  }

  private addUnique(index: OrderedIndex): void {
    for (const document of this.toIndex()) {
      if (index.collidingId(document) !== undefined) throw duplicateKey(this.name, index);
      index.add(document);
    }
  }

  /**
   * Sets or (with undefined) removes a document. The caller checks unique indexes first. `keptAs`: the version of
   * this change, if an open transaction must still see the old document.
   */
  put(id: DocumentId, document: Document | undefined, keptAs?: number): void {
    const old = this.documents.get(id);
    if (keptAs !== undefined) this.history.add(id, { version: keptAs, before: old });
    for (const index of this.indexes) {
      if (old) index.remove(old);
      if (document) index.add(document);
    }
    if (document) this.ids?.add({ _id: id });
    else this.ids?.remove({ _id: id });
    if (document) this.documents.set(id, document);
    else this.documents.delete(id);
  }

  /** What was put is in the data file: it need not be held in memory any more. */
  written(id: DocumentId, document: Document): void {
    this.documents.written(id, document);
  }

  /**
   * Refuses a set of writes (undefined = removal) that would leave two documents with one unique key, a value too
   * long for an index, or no geometry where a geo index is.
   * @throws CloudError DATABASE_REQUEST_FAILED, for keys with the database's E11000 text
   */
  assertWritable(writes: ReadonlyMap<DocumentId, Document | undefined>): void {
    this.assertGeo(writes.values());
    for (const index of this.indexes)
      for (const document of writes.values()) if (document) assertIndexable(document, index.declaration);
    const broken = this.brokenUnique(writes);
    if (broken) throw duplicateKey(this.name, broken);
  }

  /** @throws CloudError if a value under a geo index is not a geometry; missing and null are allowed */
  private assertGeo(documents: Iterable<Document | undefined>): void {
    for (const document of documents)
      for (const field of this.geoFields) {
        const values = geometriesOf(document, field).filter((value) => value !== null && value !== undefined);
        if (!values.every(shapeOf)) throw noGeometry(document, field);
      }
  }

  breaksUnique(writes: ReadonlyMap<DocumentId, Document | undefined>): boolean {
    return this.brokenUnique(writes) !== undefined;
  }

  private brokenUnique(writes: ReadonlyMap<DocumentId, Document | undefined>): OrderedIndex | undefined {
    return this.indexes.find((index) => index.declaration.unique && collides(index, writes));
  }

  private *byIds(ids: Iterable<DocumentId>, areMany: boolean): Generator<Document> {
    for (const id of ids) {
      const document = areMany ? this.documents.glance(id) : this.documents.get(id);
      if (document) yield document;
    }
  }
}

function collides(index: OrderedIndex, writes: ReadonlyMap<DocumentId, Document | undefined>): boolean {
  const written = new OrderedIndex(index.declaration);
  for (const document of writes.values()) {
    if (!document) continue;
    const conflicting = index.collidingId(document, (id) => !writes.has(id)) ?? written.collidingId(document);
    if (conflicting !== undefined) return true;
    written.add(document);
  }
  return false;
}

function duplicateKey(collection: string, { declaration }: OrderedIndex): CloudError {
  const name = declaration.fields.map((field) => `${field}_1`).join('_');
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] E11000 duplicate key error collection: ${collection} index: ${name} dup key`,
  );
}

function noGeometry(document: Document | undefined, field: string): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] Can't extract geo keys: ${JSON.stringify(document?._id)} holds no geometry in ${field}.`,
  );
}
