import { randomBytes } from 'node:crypto';

/** Any value a document may hold: JSON, Date, RegExp and BSON's own classes. */
export type Value = unknown;
export type DocumentId = string | number;
export type Fields = Record<string, Value>;
export type Document = Fields & { _id: DocumentId };

/** A plain object of fields, as opposed to an array, a Date, a RegExp or a BSON class. */
export function isFields(value: Value): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
  );
}

/** Deep copy. Immutable leaves (BSON classes) are shared, mutable values are copied. */
export function cloneValue<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  if (value instanceof Date) return new Date(value) as T;
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const key of Object.keys(value)) copy[key] = cloneValue(value[key]);
  return copy as T;
}

/** A new document id: 32 hex digits, like the platform's. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}
