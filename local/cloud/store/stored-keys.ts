import { CloudError } from '../cloud-error';
import { isFields, type Value } from './document';

/** A longer value cannot be indexed on the platform, and `_id` always is. */
const MAX_ID_BYTES = 1024;

/** Refuses keys that the database reads as operators or paths: `$` first, or a dot. */
export function assertStorable(value: Value, depth = 0): void {
  if (depth > 100) throw refused('documents may be nested at most 100 deep');
  if (Array.isArray(value)) {
    for (const item of value) assertStorable(item, depth + 1);
    return;
  }
  if (!isFields(value)) return;
  for (const key of Object.keys(value)) {
    if (key.startsWith('$') || key.includes('.') || key.includes('\0'))
      throw refused(`the field name ${JSON.stringify(key)} is not allowed in a stored document`);
    assertStorable(value[key], depth + 1);
  }
}

/** An `_id` is a string or a number, short enough for the index that every collection has on it. */
export function assertId(id: Value): asserts id is string | number {
  const fits = typeof id === 'number' ? Number.isFinite(id) : typeof id === 'string' && id !== '';
  if (!fits) throw refused('_id must be a string that is not empty, or a number');
  if (Buffer.byteLength(String(id)) > MAX_ID_BYTES) throw refused(`_id is longer than ${MAX_ID_BYTES} bytes`);
}

function refused(why: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] Invalid document: ${why}.`);
}
