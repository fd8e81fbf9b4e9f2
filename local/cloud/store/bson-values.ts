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

/**
 * Where a value of this type ends that begins at `at`.
 * @throws RangeError for a type that BSON does not have
 */
export function endOf(bytes: Buffer, type: number, at: number): number {
  const fixed = FIXED[type];
  if (fixed !== undefined) return at + fixed;
  if (WITH_LENGTH.has(type)) return at + bytes.readInt32LE(at);
  const besides = BESIDES_LENGTH[type];
  if (besides !== undefined) return at + besides + bytes.readInt32LE(at);
  if (type === REGULAR_EXPRESSION) return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1;
  throw new RangeError(`A stored document has a value of the type ${type}.`);
}

/** A document of this one field. */
export function documentOf(field: Buffer): Buffer {
  const document = Buffer.alloc(field.length + 5);
  document.writeInt32LE(document.length, 0);
  field.copy(document, 4);
  return document;
}
