/**
 * Items in turns of their owners: the first of each, then the second of each …, in the given order otherwise. One
 * owner's thousand items thus delay another's first one by no more than one item each.
 */
export function fairOrder<T>(items: readonly T[], ownerOf: (item: T) => string): T[] {
  const counts = new Map<string, number>();
  const turns = items.map((item) => {
    const turn = counts.get(ownerOf(item)) ?? 0;
    counts.set(ownerOf(item), turn + 1);
    return [turn, item] as const;
  });
  // Stable: items of one turn stay in their order.
  return turns.sort(([one], [other]) => one - other).map(([, item]) => item);
}
