type Json = Record<string, unknown>;

const isPlainObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function compare(before: unknown, after: unknown, path: string, changes: Json): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    after.forEach((value, index) => {
      compare(before[index], value, `${path}[${index}]`, changes);
    });
    return;
  }
  if (isPlainObject(before) && isPlainObject(after) && sameKeys(before, after)) {
    for (const [key, value] of Object.entries(after)) compare(before[key], value, `${path}.${key}`, changes);
    return;
  }
  changes[path] = after;
}

const sameKeys = (a: Json, b: Json): boolean => {
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every((key) => key in a);
};

/**
 * Minimal `setData` argument that turns `before` into `after`: only the paths that differ. Keys of `before` that are
 * missing in `after` are unchanged.
 */
export function changedPaths(before: object, after: object): Record<string, unknown> {
  const changes: Json = {};
  for (const [key, value] of Object.entries(after)) compare((before as Json)[key], value, key, changes);
  return changes;
}
