import { assert } from 'mingo/util';
import type { Fields, Value } from './document';
import { pathEnds } from './index-values';
import { compareValues } from './operators/bson-order';

/**
 * A sorted copy; equal documents keep their order. An array stands for its smallest element where the order ascends
 * and for its largest where it descends; an empty one comes before null, and a missing field is null.
 */
export function sorted<T extends Value>(documents: readonly T[], order: Fields): T[] {
  const fields = Object.entries(order);
  assert(fields.length > 0, '$sort must name a field');
  const keyed = documents.map((document) => ({
    document,
    keys: fields.map(([path, direction]) => sortKey(document, path, direction)),
  }));
  keyed.sort((a, b) => {
    for (const [at, [, direction]] of fields.entries()) {
      const difference = compareValues(a.keys[at], b.keys[at]);
      if (difference !== 0) return direction === 1 ? difference : -difference;
    }
    return 0;
  });
  return keyed.map(({ document }) => document);
}

function sortKey(document: Value, path: string, direction: Value): Value {
  assert(direction === 1 || direction === -1, '$sort wants 1 or -1 for each field');
  const values = pathEnds(document, path).flatMap((end) => (Array.isArray(end) ? end : [end ?? null]));
  return values.reduce(
    (known, value) => (compareValues(value, known) * Number(direction) < 0 ? value : known),
    values[0],
  );
}
