import { AppError } from '../../shared/errors/app-error';

/**
 * What reaches the function from outside, as the HTTP access service of the cloud makes it of a request. Calls through
 * WeChat's own interface (`tcb/invokecloudfunction`) send the same object as their body.
 */
export interface HttpCall {
  readonly method: string;
  /** The resource of this function, without the path under which the gateway offers it: `/v1/values`. */
  readonly path: string;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Byte for byte as it was signed. */
  readonly body: string;
}

/** A hundred values with notes are half as large. */
const MAX_BODY_BYTES = 65_536;
const MAX_ENCODED = Math.ceil(MAX_BODY_BYTES / 3) * 4;
const MAX_HEADERS = 100;
const METHOD = /^[A-Z]{3,7}$/;
/** The gateway passes the whole path or what follows its own part of it, as it is configured. */
const PATH = /^(?:\/[A-Za-z0-9._-]{1,50}){0,3}?(\/v1\/[a-z-]{1,40})\/?$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The request in an event of the HTTP access service.
 * @throws AppError EVENT_INVALID if it is none, EVENT_TOO_LARGE
 */
export function readHttpCall(event: unknown): HttpCall {
  const { httpMethod, path, headers, body, isBase64Encoded } = Object(event) as Record<string, unknown>;
  const [, resource] = PATH.exec(textOf(path)) ?? [];
  const method = textOf(httpMethod).toUpperCase();
  if (resource === undefined || !METHOD.test(method)) throw new AppError('EVENT_INVALID', {});
  return { method, path: resource, headers: headersOf(headers), body: bodyOf(body, isBase64Encoded) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Names differ in case between gateways; one that comes twice in different case is refused. */
function headersOf(headers: unknown): Map<string, string> {
  const given = Object.entries(Object(headers) as Record<string, unknown>);
  const byName = new Map(given.map(([name, value]) => [name.toLowerCase(), textOf(value)]));
  if (given.length > MAX_HEADERS || byName.size !== given.length) throw new AppError('EVENT_INVALID', {});
  return byName;
}

function bodyOf(body: unknown, isEncoded: unknown): string {
  const text = textOf(body);
  if (!isBase64(isEncoded)) {
    requireSize(Buffer.byteLength(text), MAX_BODY_BYTES);
    return text;
  }
  requireSize(text.length, MAX_ENCODED);
  if (text.length % 4 !== 0 || !BASE64.test(text)) throw new AppError('EVENT_INVALID', {});
  return Buffer.from(text, 'base64').toString('utf8');
}

function requireSize(bytes: number, limit: number): void {
  if (bytes > limit) throw new AppError('EVENT_TOO_LARGE', { bytes, limit });
}

/** Documented as "true or false": a boolean in every example, and a text in the description. */
const isBase64 = (isEncoded: unknown): boolean => isEncoded === true || isEncoded === 'true';
