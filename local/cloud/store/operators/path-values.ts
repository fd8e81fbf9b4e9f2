import { isFields, type Value } from '../document';

/** What stands at the end of a path where an object on the way lacks the field. */
export const MISSING = Symbol('missing');

/**
 * What a query looks at under `path`, before arrays at its end are taken apart: once for each object in arrays on the
 * way. Elements that are no objects have no fields, so nothing stands for them.
 */
export function pathValues(document: Value, path: string): (Value | typeof MISSING)[] {
  return walk(document, path.split('.'), 0);
}

/** As `pathValues`, arrays and each of their elements, missing fields as null: what a comparison looks at. */
export function comparedValues(document: Value, path: string): Value[] {
  return pathValues(document, path).flatMap((end) => {
    if (end === MISSING) return [null];
    return Array.isArray(end) ? [end, ...end] : [end];
  });
}

function walk(value: Value, steps: string[], at: number): (Value | typeof MISSING)[] {
  const step = steps[at];
  if (step === undefined) return [value];
  if (Array.isArray(value)) {
    const byPosition = /^\d+$/.test(step) && Number(step) < value.length;
    const own = byPosition ? walk(value[Number(step)], steps, at + 1) : [];
    return [...own, ...value.filter(isFields).flatMap((item) => walk(item, steps, at))];
  }
  if (isFields(value) && Object.hasOwn(value, step)) return walk(value[step], steps, at + 1);
  return [MISSING];
}
