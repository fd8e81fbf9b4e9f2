import { BSONRegExp, EJSON } from 'bson';
import { CloudError } from '../cloud-error';
import { type Fields, isFields, type Value } from './document';

/** Maximum depth of documents and queries, as in the database. */
const MAX_DEPTH = 100;

/**
 * Reads the canonical extended JSON that the SDK sends. `now` is the server's date (epoch ms) for
 * `db.serverDate()`, which may occur at any depth.
 */
export function decode(text: string, now: number): Value {
  let parsed: Value;
  try {
    parsed = EJSON.parse(text);
  } catch {
    throw new CloudError('INVALID_PARAM', 'The request holds a value that is not extended JSON.');
  }
  return plain(parsed, now);
}

/** As `decode`, for what must be an object; absent or empty text reads as no fields. */
export function decodeFields(text: unknown, now: number): Fields {
  if (text === undefined || text === '') return {};
  const value = typeof text === 'string' ? decode(text, now) : undefined;
  if (!isFields(value))
    throw new CloudError('INVALID_PARAM', 'The request holds no object where one is due.');
  return value;
}

/** Writes a value as the SDK reads it. */
export function encode(value: Value): string {
  return EJSON.stringify(value, { relaxed: false });
}

function plain(value: Value, now: number, depth = 0): Value {
  if (depth > MAX_DEPTH) throw new CloudError('INVALID_PARAM', `Nested more than ${MAX_DEPTH} deep.`);
  if (Array.isArray(value)) return value.map((item) => plain(item, now, depth + 1));
  if (value instanceof BSONRegExp) return regularExpression(value);
  if (!isFields(value)) return value;
  if (isFields(value.$tcb_server_date)) return new Date(now + Number(value.$tcb_server_date.offset ?? 0));
  const fields: Fields = {};
  for (const key of Object.keys(value)) {
    assertHarmlessKey(key);
    fields[key] = plain(value[key], now, depth + 1);
  }
  return fields;
}

/** JavaScript knows i, m, s and u; the database's x (free spacing) has no counterpart. */
function regularExpression({ pattern, options }: BSONRegExp): RegExp {
  try {
    return new RegExp(pattern, options.replace(/[^imsu]/g, ''));
  } catch {
    throw new CloudError('DATABASE_REQUEST_FAILED', '[FailedOperation] Regular expression is invalid.');
  }
}

/** A path through `__proto__` would change every object of this process. */
function assertHarmlessKey(key: string): void {
  const steps = key.split('.');
  const hostile =
    steps.includes('__proto__') ||
    steps.some((step, at) => at < steps.length - 1 && step !== '' && step in Object.prototype);
  if (hostile) throw new CloudError('INVALID_PARAM', `The key ${JSON.stringify(key)} is not allowed.`);
}
