/** Keys whose values differ between two plain objects, sorted. */
export function changedKeys(before: object, after: object): string[] {
  const [old, updated] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = [...new Set([...old.keys(), ...updated.keys()])].sort();
  return keys.filter((key) => !isSame(old.get(key), updated.get(key)));
}

/** Deep equality of plain values, regardless of key order. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return changedKeys(one, other).length === 0;
}
