import { isFields, type Value } from '../document';

/** The value of a path where an object on the way lacks the field. */
export const MISSING = Symbol('missing');

type Ends = (Value | typeof MISSING)[];

/**
 * Reads the values under `path` before arrays at its end are expanded: one for each object in arrays on the way.
 * Elements that are not objects are skipped.
 */
export function pathReader(path: string): (document: Value) => Ends {
  const steps = path.split('.');
  const [only = ''] = steps;
  if (steps.length > 1) return (document) => walk(document, steps, 0);
  return (document) => [isFields(document) && Object.hasOwn(document, only) ? document[only] : MISSING];
}

/** Whether one of the compared values matches: arrays and each of their elements, null if missing. */
export function someValue(path: string, fits: (value: Value) => boolean): (document: Value) => boolean {
  const read = pathReader(path);
  const fitsEnd = (end: Ends[number]): boolean => {
    if (end === MISSING) return fits(null);
    return fits(end) || (Array.isArray(end) && end.some(fits));
  };
  return (document) => read(document).some(fitsEnd);
}

function walk(value: Value, steps: string[], at: number): Ends {
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
