import type { Instant } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';

/** What is kept of a request: one document per client and idempotency key. */
export interface KeptRequest {
  readonly _id: string;
  readonly bodyHash: string;
  readonly path: string;
  readonly at: Instant;
  /** Its answer; null while it is still being worked on, or was interrupted. */
  readonly answer: unknown;
}

/** Longer than any client tries again; a signature is old long before. */
const KEPT_MS = 3 * 24 * 3_600_000;

/** From when on a request is not kept any more. */
export const forgottenFrom = ({ at }: Pick<KeptRequest, 'at'>): Instant => (at + KEPT_MS) as Instant;

/** The same request has the same id, whichever of the client's keys signed it. */
export const keptRequestId = (clientId: string, idempotencyKey: string): string =>
  `${clientId}:${idempotencyKey}`;

/**
 * What a request is that names a key which was used before: `again` answers what the first one was answered,
 * `resume` does the work of one that was interrupted (each value is set by a deterministic id, so that none is
 * set twice), null is the first.
 * @throws AppError IDEMPOTENCY_KEY_REUSED if it was used for another body or resource
 */
export function repeatOf(
  kept: KeptRequest | null,
  request: Pick<KeptRequest, 'bodyHash' | 'path'>,
): { readonly kind: 'again'; readonly answer: unknown } | { readonly kind: 'resume' } | null {
  if (!kept) return null;
  if (kept.bodyHash !== request.bodyHash || kept.path !== request.path)
    throw new AppError('IDEMPOTENCY_KEY_REUSED', {});
  return kept.answer === null ? { kind: 'resume' } : { kind: 'again', answer: kept.answer };
}
