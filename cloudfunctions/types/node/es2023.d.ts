// The parts of ES2023 that Node.js 18.15 has; a test compares this list with the real binary.
interface FindsLast<T> {
  findLast<S extends T>(
    predicate: (value: T, index: number, array: readonly T[]) => value is S,
  ): S | undefined;
  findLast(predicate: (value: T, index: number, array: readonly T[]) => unknown): T | undefined;
  findLastIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown): number;
}

interface Array<T> extends FindsLast<T> {}
interface ReadonlyArray<T> extends FindsLast<T> {}
interface Uint8Array extends FindsLast<number> {}

// These types predate the type parameter of Uint8Array; without it a Buffer would not be assignable to one.
interface Buffer {
  slice(start?: number, end?: number): Buffer & Uint8Array<ArrayBuffer>;
}
