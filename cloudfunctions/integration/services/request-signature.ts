import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error';
import { type ClientKey, validKey } from '../domain/client-keys';
import type { HttpCall } from '../domain/http-call';
import { requireFresh, type SignedHeaders, signedHeadersOf, textToSign } from '../domain/signed-request';

/** SHA-256 of a body, 64 hexadecimal digits. */
const bodyHashOf = (body: string): string => createHash('sha256').update(body).digest('hex');

/** The signature of a request: HMAC-SHA256, 64 hexadecimal digits. */
export function signatureOf(
  secret: string,
  call: Pick<HttpCall, 'method' | 'path' | 'body'>,
  headers: Pick<SignedHeaders, 'timestamp' | 'idempotencyKey'>,
): string {
  return createHmac('sha256', secret)
    .update(textToSign(call, headers, bodyHashOf(call.body)))
    .digest('hex');
}

/** Compared with instead of the secret of a key that is not there, so that both take the same time. */
const NO_SECRET = '-';

/** A request whose signature is right. */
export interface VerifiedRequest {
  readonly keyId: string;
  readonly idempotencyKey: string;
  readonly bodyHash: string;
}

/**
 * Verifies a request of a client. Compares in constant time, and does not tell apart an unknown key, one that has ended
 * and a wrong signature.
 * @param keys those of the client that the key id belongs to; none if it belongs to nobody
 * @param now epoch ms
 * @throws AppError INPUT_INVALID for a header that is missing, SIGNATURE_EXPIRED, SIGNATURE_INVALID
 */
export function verifyRequest(call: HttpCall, keys: readonly ClientKey[], now: number): VerifiedRequest {
  const headers = signedHeadersOf(call);
  requireFresh(headers, now);
  const key = validKey(keys, headers.keyId, now);
  const expected = Buffer.from(signatureOf(key?.secret ?? NO_SECRET, call, headers), 'hex');
  const isRight = timingSafeEqual(expected, Buffer.from(headers.signature, 'hex'));
  if (!key || !isRight) throw new AppError('SIGNATURE_INVALID', {});
  return { keyId: key.id, idempotencyKey: headers.idempotencyKey, bodyHash: bodyHashOf(call.body) };
}
