import { calculateObjectSize } from 'bson';
import { CloudError } from '../cloud-error';
import type { IndexDeclaration } from '../database-declaration';
import { type Document, isFields, type Value } from './document';
import { indexValues } from './index-values';

/** Of one indexed field. */
const MAX_BYTES = 1024;

/** @throws CloudError DATABASE_REQUEST_FAILED naming the index whose field holds more than 1,024 bytes */
export function assertIndexable(document: Document, { collection, fields }: IndexDeclaration): void {
  for (const field of fields)
    for (const value of indexValues(document, field))
      if (sizeOf(value) > MAX_BYTES)
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `[FailedOperation] key too large to index: ${collection}.${field}, ${sizeOf(value)} bytes, ${MAX_BYTES} are allowed`,
        );
}

/** Of one character. */
const MAX_BYTES_PER_UNIT = 3;

/** An array is indexed by its elements, one at a time. For a short text this is an upper bound. */
function sizeOf(value: Value): number {
  if (typeof value === 'string')
    return value.length * MAX_BYTES_PER_UNIT <= MAX_BYTES
      ? value.length * MAX_BYTES_PER_UNIT
      : Buffer.byteLength(value);
  return isFields(value) ? calculateObjectSize(value) : 8;
}
