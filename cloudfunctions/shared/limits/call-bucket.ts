import type { Instant } from '#contracts/common';
import { AppError } from '../errors/app-error';
import { LIMITS } from './limits';

/** The most people whose calls an instance remembers; the one who called longest ago is forgotten. */
const MAX_PEOPLE = 5_000;
const MINUTE_MS = 60_000;

interface Bucket {
  readonly left: number;
  /** In terms of `performance.now()`: a clock that is set back gives nobody more calls. */
  readonly at: number;
}

const buckets = new Map<string, Bucket>();

/**
 * Takes one call of a WeChat user from their bucket, which holds a minute's calls and fills evenly.
 * @param perMinute the variable CALLS_PER_MINUTE; the default if it is not a whole number above zero
 * @throws AppError RATE_LIMITED if it is empty
 */
export function takeCall(
  openid: string,
  now: Instant,
  perMinute: string | undefined,
  at = performance.now(),
): void {
  const most = /^[1-9]\d{0,8}$/.test(perMinute ?? '') ? Number(perMinute) : LIMITS.callsPerMinute;
  const before = buckets.get(openid) ?? { left: most, at };
  const filled = Math.min(most, before.left + ((at - before.at) * most) / MINUTE_MS);
  const isEmpty = filled < 1;
  buckets.delete(openid);
  buckets.set(openid, { left: isEmpty ? filled : filled - 1, at });
  const oldest = buckets.keys().next();
  if (buckets.size > MAX_PEOPLE && !oldest.done) buckets.delete(oldest.value);
  if (!isEmpty) return;
  const wait = Math.ceil(((1 - filled) * MINUTE_MS) / most);
  throw new AppError('RATE_LIMITED', { rule: 'calls', retryAt: (now + wait) as Instant });
}
