/** Names of the entries that differ between two plain objects, in order. */
export function changedKeys(before: object, after: object): string[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return keys.filter((key) => !isSame(old.get(key), fresh.get(key)));
}

/** Whether two plain values have the same content, whatever the order of their keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return changedKeys(one, other).length === 0;
}
