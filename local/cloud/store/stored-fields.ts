import { deserialize } from 'bson';
import type { Fields } from './document';

/** Bytes of a value by its type in BSON; those of other types have their length in front. */
const FIXED: Readonly<Record<number, number>> = {
  1: 8, // double
  6: 0, // undefined
  7: 12, // ObjectId
  8: 1, // boolean
  9: 8, // date
  10: 0, // null
  16: 4, // int32
  17: 8, // timestamp
  18: 8, // int64
  19: 16, // decimal128
  127: 0, // MaxKey
  255: 0, // MinKey
};
/** Their length counts neither itself nor, of bytes, the subtype. */
const BESIDES_LENGTH: Readonly<Record<number, number>> = { 2: 4, 5: 5, 13: 4, 14: 4 };
/** Their length counts itself: documents, lists, code with a scope. */
const WITH_LENGTH = new Set([3, 4, 15]);
const REGULAR_EXPRESSION = 11;

/** A document as it is in the data file. */
export const readStored = (bytes: Uint8Array): Fields =>
  deserialize(bytes, { promoteBuffers: true, validation: { utf8: false } });

/**
 * These top-level fields of a stored document; the others are skipped, which takes a tenth of the time of reading
 * them.
 * @throws RangeError for bytes that are no document
 */
export function readFields(bytes: Buffer, names: ReadonlySet<string>): Fields {
  const found: Fields = {};
  let left = names.size;
  let at = 4;
  while (left > 0 && bytes[at] !== 0) {
    const type = bytes[at] ?? 0;
    const nameEnd = bytes.indexOf(0, at + 1);
    const end = endOf(bytes, type, nameEnd + 1);
    if (nameEnd <= at || end <= nameEnd || end >= bytes.length)
      throw new RangeError('A stored document is damaged.');
    const name = bytes.toString('utf8', at + 1, nameEnd);
    if (names.has(name)) {
      Object.assign(found, readStored(documentOf(bytes.subarray(at, end))));
      left -= 1;
    }
    at = end;
  }
  return found;
}

/** @throws RangeError for a type that BSON does not have */
function endOf(bytes: Buffer, type: number, at: number): number {
  const fixed = FIXED[type];
  if (fixed !== undefined) return at + fixed;
  if (WITH_LENGTH.has(type)) return at + bytes.readInt32LE(at);
  const besides = BESIDES_LENGTH[type];
  if (besides !== undefined) return at + besides + bytes.readInt32LE(at);
  if (type === REGULAR_EXPRESSION) return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1;
  throw new RangeError(`A stored document has a value of the type ${type}.`);
}

/** A document of this one field. */
function documentOf(field: Buffer): Uint8Array {
  const document = Buffer.alloc(field.length + 5);
  document.writeInt32LE(document.length, 0);
  field.copy(document, 4);
  return document;
}
