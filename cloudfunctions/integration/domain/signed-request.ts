import { AppError } from '../../shared/errors/app-error';
import type { HttpCall } from './http-call';

/** The headers of a signed request. */
export const HEADERS = {
  keyId: 'x-tongxin-key',
  timestamp: 'x-tongxin-timestamp',
  idempotencyKey: 'x-tongxin-idempotency-key',
  signature: 'x-tongxin-signature',
} as const;

export interface SignedHeaders {
  readonly keyId: string;
  /** Seconds since 1970, as they were signed. */
  readonly timestamp: string;
  readonly idempotencyKey: string;
  /** HMAC-SHA256, 64 hexadecimal digits. */
  readonly signature: string;
}

const PATTERNS: Readonly<Record<keyof SignedHeaders, RegExp>> = {
  keyId: /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
  timestamp: /^\d{10}$/,
  idempotencyKey: /^[A-Za-z0-9_-]{16,64}$/,
  signature: /^[0-9a-f]{64}$/,
};

/** How much the clocks of both sides may differ, s. */
const WINDOW_SECONDS = 300;

/** The headers that a signature needs. @throws AppError INPUT_INVALID with the header that is missing or malformed */
export function signedHeadersOf({ headers }: Pick<HttpCall, 'headers'>): SignedHeaders {
  const read = (name: keyof SignedHeaders): string => {
    const value = headers.get(HEADERS[name]) ?? '';
    if (!PATTERNS[name].test(value))
      throw new AppError('INPUT_INVALID', { path: `headers.${HEADERS[name]}`, rule: 'regex' });
    return value;
  };
  return {
    keyId: read('keyId'),
    timestamp: read('timestamp'),
    idempotencyKey: read('idempotencyKey'),
    signature: read('signature'),
  };
}

/**
 * Refuses a request that was signed more than 300 s ago, or that much ahead of the server's clock. Within this time a
 * replay is found by its idempotency key.
 * @param now epoch ms
 * @throws AppError SIGNATURE_EXPIRED with how many seconds the timestamp is behind (negative: ahead)
 */
export function requireFresh({ timestamp }: Pick<SignedHeaders, 'timestamp'>, now: number): void {
  const age = now - Number(timestamp) * 1000;
  if (Math.abs(age) <= WINDOW_SECONDS * 1000) return;
  throw new AppError('SIGNATURE_EXPIRED', { seconds: Math.round(age / 1000), limit: WINDOW_SECONDS });
}

/**
 * The text that is signed, in lines: a name of the scheme, method, path, timestamp, idempotency key, and the SHA-256 of
 * the body. Nothing in a line can contain a line break, so that no two requests have the same text.
 * @param bodyHash SHA-256 of the body, 64 hexadecimal digits
 */
export function textToSign(
  { method, path }: Pick<HttpCall, 'method' | 'path'>,
  { timestamp, idempotencyKey }: Pick<SignedHeaders, 'timestamp' | 'idempotencyKey'>,
  bodyHash: string,
): string {
  return ['TONGXIN-HMAC-SHA256', method, path, timestamp, idempotencyKey, bodyHash].join('\n');
}
