/** A draft rebased onto the version that somebody else saved. */
export interface Merged<T> {
  readonly value: Readonly<Record<string, T>>;
  /** What they alone changed; it is in `value`. */
  readonly adopted: readonly string[];
  /** What both changed, differently; `value` keeps the own one. */
  readonly contested: readonly string[];
}

type Fields<T> = Readonly<Record<string, T>>;

/**
 * Three-way merge by key: `base` is the common ancestor. The person's own changes win; a key that is missing
 * counts as a value of its own.
 */
export function merge<T>(base: Fields<T>, mine: Fields<T>, theirs: Fields<T>): Merged<T> {
  const same = (a: T | undefined, b: T | undefined) => JSON.stringify(a) === JSON.stringify(b);
  const keys = [...new Set([base, mine, theirs].flatMap((each) => Object.keys(each)))].sort();
  const isMine = (key: string) => !same(base[key], mine[key]);
  const isTheirs = (key: string) => !same(base[key], theirs[key]);
  const value: Record<string, T> = {};
  for (const key of keys) {
    const chosen = isMine(key) ? mine[key] : theirs[key];
    if (chosen !== undefined) value[key] = chosen;
  }
  return {
    value,
    adopted: keys.filter((key) => isTheirs(key) && !isMine(key)),
    contested: keys.filter((key) => isTheirs(key) && isMine(key) && !same(mine[key], theirs[key])),
  };
}

/** Keys whose values differ. */
export function differing<T>(base: Fields<T>, mine: Fields<T>): string[] {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(mine)])].sort();
  return keys.filter((key) => JSON.stringify(base[key]) !== JSON.stringify(mine[key]));
}
