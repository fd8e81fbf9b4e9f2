import { isFields, type Value } from './document';

/**
 * Every value that the database indexes for a document under `path`: an array stands for itself and for each
 * of its elements; a missing field counts as null.
 */
export function indexValues(document: Value, path: string): Value[] {
  if (isFields(document) && !path.includes('.')) {
    // The usual case: a top-level field.
    const value = Object.hasOwn(document, path) ? document[path] : null;
    return Array.isArray(value) ? [value, ...value] : [value];
  }
  return pathEnds(document, path).flatMap((end) => (Array.isArray(end) ? [end, ...end] : [end]));
}

/** The values at the end of a path, one for each element of arrays on the way; null if missing. */
export function pathEnds(document: Value, path: string): Value[] {
  return walk(document, path.split('.'), 0);
}

function walk(value: Value, steps: string[], at: number): Value[] {
  const step = steps[at];
  if (step === undefined) return [value];
  if (Array.isArray(value)) return walkArray(value, steps, at, step);
  if (isFields(value) && Object.hasOwn(value, step)) return walk(value[step], steps, at + 1);
  return [null];
}

function walkArray(items: Value[], steps: string[], at: number, step: string): Value[] {
  const byPosition = /^\d+$/.test(step) ? walk(items[Number(step)], steps, at + 1) : [];
  const throughItems = items.flatMap((item) => (isFields(item) ? walk(item, steps, at) : [null]));
  const ends = [...byPosition, ...throughItems];
  return ends.length > 0 ? ends : [null];
}
