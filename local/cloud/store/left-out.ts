import { cloneValue, type Fields, isFields, type Value } from './document';

/** Fields that a reader does not want, by name; of an inner document, or of each of a list, only some of them. */
export type LeftOut = ReadonlyMap<string, LeftOut | 'whole'>;

/**
 * What a `$project` leaves out that does nothing else; undefined for any other. A position in a path, or a path inside of
 * another one, is left to the query library.
 */
export function leftOutBy(projection: Value): LeftOut | undefined {
  if (!isFields(projection)) return undefined;
  const tree: Tree = new Map();
  const fits = Object.entries(projection).every(
    ([path, value]) => (value === 0 || value === false) && path !== '_id' && plant(tree, path.split('.')),
  );
  return fits && tree.size > 0 ? tree : undefined;
}

type Tree = Map<string, Tree | 'whole'>;

/** @returns false if the path cannot be added */
function plant(tree: Tree, [name = '', ...rest]: string[]): boolean {
  const known = tree.get(name);
  if (name === '' || name.startsWith('$') || /^\d+$/.test(name) || known === 'whole') return false;
  if (rest.length === 0) return !known && Boolean(tree.set(name, 'whole'));
  const inner = known ?? new Map();
  tree.set(name, inner);
  return plant(inner, rest);
}

/** Whether a filter can be tested on documents without these fields. */
export const isIndifferent = (filter: Fields, leftOut: LeftOut): boolean =>
  Object.keys(filter).every((path) => !path.startsWith('$') && !leftOut.has(path.split('.', 1)[0] ?? path));

/** A deep copy without these fields. */
export function copyWithout<T extends Value>(value: T, leftOut: LeftOut): T {
  if (Array.isArray(value)) return value.map((item) => copyWithout(item, leftOut)) as T;
  if (!isFields(value)) return cloneValue(value);
  const copy: Fields = {};
  for (const key of Object.keys(value)) {
    const inner = leftOut.get(key);
    if (inner !== 'whole') copy[key] = inner ? copyWithout(value[key], inner) : cloneValue(value[key]);
  }
  return copy as T;
}
