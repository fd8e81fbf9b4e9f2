import type { Instant } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';

/** A key of a client. `until`: the first instant at which it is not valid any more; null while it is the current one. */
export interface ClientKey {
  readonly id: string;
  readonly secret: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Two while a system changes over, one otherwise. */
const MAX_VALID_KEYS = 2;

const isValid = ({ from, until }: ClientKey, now: number): boolean =>
  from <= now && (until === null || now < until);

/** The key that a request names, if it is valid now. */
export const validKey = (keys: readonly ClientKey[], id: string, now: number): ClientKey | undefined =>
  keys.find((key) => key.id === id && isValid(key, now));

/**
 * Keys with a new current one: the one before stays valid until `now + overlapMs`, so that no call fails while the other
 * system is changed over. Keys that have ended are dropped.
 * @throws AppError KEY_LIMIT while two keys are valid: the older one is ended first
 */
export function rotatedKeys(
  keys: readonly ClientKey[],
  next: Pick<ClientKey, 'id' | 'secret'>,
  now: Instant,
  overlapMs: number,
): ClientKey[] {
  const valid = keys.filter((key) => isValid(key, now));
  if (valid.length >= MAX_VALID_KEYS) throw new AppError('KEY_LIMIT', { max: MAX_VALID_KEYS });
  const ending = (now + overlapMs) as Instant;
  return [
    ...valid.map((key) => ({ ...key, until: key.until ?? ending })),
    { ...next, from: now, until: null },
  ];
}

/** For how long a retry is told the secret of a key that was made by the first call. */
const AGAIN_MS = 600_000;

/** The secret of a key that was made a moment ago; null later, and for one that has ended. */
export function secretAgain(keys: readonly ClientKey[], id: string, now: number): string | null {
  const key = validKey(keys, id, now);
  return key && now - key.from <= AGAIN_MS ? key.secret : null;
}

/** Keys of which one is not valid any more, such as after its secret became known. */
export const withoutKey = <Key extends Pick<ClientKey, 'id'>>(keys: readonly Key[], id: string): Key[] =>
  keys.filter((key) => key.id !== id);
