import { isFields, type Value } from '../document';

/** The database's order of types. A missing value (undefined) comes before null. */
const RANKS: Readonly<Record<string, number>> = {
  MinKey: 0,
  missing: 1,
  null: 2,
  number: 3,
  string: 4,
  object: 5,
  array: 6,
  Binary: 7,
  ObjectId: 8,
  boolean: 9,
  date: 10,
  Timestamp: 11,
  regex: 12,
  MaxKey: 13,
};
const NUMBERS = new Set(['Long', 'Double', 'Int32', 'Decimal128']);

/** The type by which the database compares first, one of `RANKS`. */
export function typeOfValue(value: Value): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (typeof value !== 'object') return typeof value;
  const bson = (value as { _bsontype?: string })._bsontype;
  if (bson === undefined || isFields(value)) return 'object';
  return NUMBERS.has(bson) ? 'number' : bson;
}

/**
 * Negative, 0 or positive: the database's order of any two values. Fields and elements are compared in their order.
 */
export function compareValues(a: Value, b: Value): number {
  // The most common comparisons.
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  const type = typeOfValue(a);
  const ranks = rankOf(type) - rankOf(typeOfValue(b));
  if (ranks !== 0) return ranks;
  if (type === 'number' || type === 'date' || type === 'boolean') return compareNumbers(Number(a), Number(b));
  if (type === 'array') return compareLists(a as Value[], b as Value[], compareValues);
  if (type === 'object') return compareLists(fieldsOf(a), fieldsOf(b), compareFields);
  return type === 'null' || type === 'missing' ? 0 : compareTexts(String(a), String(b));
}

export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  return compareValues(a, b) === 0;
}

const rankOf = (type: string): number => RANKS[type] ?? Number.MAX_SAFE_INTEGER;
const fieldsOf = (value: Value): [string, Value][] => Object.entries(value as object);

/** NaN comes before every other number. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : Number(a > b);
}

/** By their bytes in UTF-8; JavaScript's order differs beyond U+FFFF. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  if (/[\ud800-\udfff]/.test(a) || /[\ud800-\udfff]/.test(b))
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : Number(a > b);
}

function compareFields([keyA, a]: [string, Value], [keyB, b]: [string, Value]): number {
  const types = rankOf(typeOfValue(a)) - rankOf(typeOfValue(b));
  return types || compareTexts(keyA, keyB) || compareValues(a, b);
}

function compareLists<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  for (const [at, value] of a.entries()) {
    if (at >= b.length) return 1;
    const difference = compare(value, b[at] as T);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
