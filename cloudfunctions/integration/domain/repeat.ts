import type { Instant } from '#contracts/common';
import type { ValueResult } from '#contracts/integration';
import { AppError } from '../../shared/errors/app-error';
import type { OutsideValue } from './outside-value';

/** What is kept of a request: one document per client and idempotency key. */
export interface KeptRequest {
  readonly _id: string;
  readonly bodyHash: string;
  readonly path: string;
  readonly at: Instant;
  readonly clientId: string;
  /** Name of the client at that time: the source of its figures. */
  readonly source: string;
  readonly values: readonly OutsideValue[];
  /** Its answer; null while it is still being worked on, or was interrupted. */
  readonly answer: readonly ValueResult[] | null;
}

/** Longer than any client tries again; a signature is old long before. */
export const KEPT_DAYS = 3;

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
  kept: Pick<KeptRequest, 'bodyHash' | 'path' | 'answer'> | null,
  request: Pick<KeptRequest, 'bodyHash' | 'path'>,
): { readonly kind: 'again'; readonly answer: readonly ValueResult[] } | { readonly kind: 'resume' } | null {
  if (!kept) return null;
  if (kept.bodyHash !== request.bodyHash || kept.path !== request.path)
    throw new AppError('IDEMPOTENCY_KEY_REUSED', {});
  return kept.answer === null ? { kind: 'resume' } : { kind: 'again', answer: kept.answer };
}
