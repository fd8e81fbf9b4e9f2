import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';

/** Codes that a WeChat user has tried: `_id` is the OPENID, `count` those since `until` less an hour. */
export interface BindAttempts {
  readonly _id: string;
  readonly count: number;
  readonly until: Instant;
}

const tries = collection<BindAttempts>('bind_attempts');

export const findAttempts = (openid: string): Promise<BindAttempts | null> => tries.byId(openid);

/**
 * Counts one try before its code is looked at, so that a burst of guesses is counted as well: in one call for
 * a user's first try, in two or three later on.
 * @returns false if `limit` tries were made in the running window
 */
export async function countAttempt(
  openid: string,
  now: number,
  limit: number,
  window: number,
): Promise<boolean> {
  const fresh = { count: 1, until: (now + window) as Instant };
  if ((await tries.add({ _id: openid, ...fresh })) === 'added') return true;
  const more = await tries.updateWhere(
    (_) => ({ _id: openid, until: _.gt(now), count: _.lt(limit) }),
    (_) => ({ count: _.inc(1) }),
  );
  if (more === 1) return true;
  const renewed = await tries.updateWhere(
    (_) => ({ _id: openid, until: _.lte(now) }),
    () => fresh,
  );
  return renewed === 1;
}
