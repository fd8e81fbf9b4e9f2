import type { Document } from '../data/collection';

/** Documents of a join, of which only some fields were read, without those that cannot be used. */
export const usableJoined = <T extends Document>(
  collection: { usable(documents: readonly never[], fields?: readonly string[]): readonly unknown[] },
  documents: readonly Document[] | undefined,
  fields: readonly string[],
): readonly T[] =>
  collection.usable((documents ?? []).map(withoutNulls) as never[], ['_id', ...fields]) as readonly T[];

/** A field that a document lacks comes as null from a join. */
const withoutNulls = (document: Document): Document =>
  Object.fromEntries(Object.entries(document).filter(([, value]) => value !== null)) as unknown as Document;
