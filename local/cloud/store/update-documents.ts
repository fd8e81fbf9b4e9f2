import { isDeepStrictEqual } from 'node:util';
import { update } from 'mingo/updater';
import { cloneValue, type Document, type DocumentId, type Fields, isFields, newId } from './document';
import { withPlatformErrors } from './matching';
import { LANGUAGE } from './query-language';
import { duplicateId, matching, present, type Scope, write } from './scope';
import { assertId, assertStorable } from './stored-keys';
import { assertUpdatable } from './update-check';
import { withTimeout } from './with-timeout';

const UPDATING = { cloneMode: 'deep', queryOptions: LANGUAGE } as const;

/** Applies update operators to the first match or to all. Returns how many documents changed. */
export function updateDocuments(
  scope: Scope,
  collection: string,
  filter: Fields,
  changes: Fields,
  multi: boolean,
): number {
  return change(scope, collection, matching(scope, collection, filter, multi ? Infinity : 1), changes);
}

/** As `updateDocuments`; without a match it creates one document from the filter's equalities and the changes. */
export function upsertDocuments(
  scope: Scope,
  collection: string,
  filter: Fields,
  changes: Fields,
  multi: boolean,
): { updated: number; upsertId: DocumentId | null } {
  const found = matching(scope, collection, filter, multi ? Infinity : 1);
  if (found.length > 0) return { updated: change(scope, collection, found, changes), upsertId: null };
  const { _id = newId(), ...equal } = demanded(filter);
  assertId(_id);
  const empty: Document = { _id };
  const base = Object.keys(equal).length > 0 ? changed(empty, { $set: equal }) : empty;
  const created = changed(base, changes);
  if (present(scope, collection, _id)) throw duplicateId(collection, _id);
  write(scope, collection, new Map([[_id, created]]));
  return { updated: 0, upsertId: _id };
}

function change(scope: Scope, collection: string, found: Document[], changes: Fields): number {
  const writes = new Map<DocumentId, Document>();
  for (const document of found) {
    const after = changed(document, changes);
    if (!isDeepStrictEqual(after, document)) writes.set(document._id, after);
  }
  write(scope, collection, writes);
  return writes.size;
}

/** A copy with the changes. */
function changed(document: Document, changes: Fields): Document {
  assertUpdatable(document, changes);
  const copy = cloneValue(document);
  withTimeout(changes, () => withPlatformErrors(() => update(copy, changes as never, [], {}, UPDATING)));
  assertStorable(copy);
  return copy;
}

/** The equality fields of a filter, including those in its `$and`. */
function demanded(filter: Fields): Fields {
  const fields: Fields = {};
  for (const [field, operand] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(operand)) Object.assign(fields, ...operand.map(demanded));
    if (field.startsWith('$') || operand instanceof RegExp) continue;
    const hasOperators = isFields(operand) && Object.keys(operand).some((key) => key.startsWith('$'));
    if (!hasOperators) fields[field] = operand;
    else if ('$eq' in operand) fields[field] = operand.$eq;
  }
  return fields;
}
