import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { retained } from '../../shared/retention/retained';

/** Attempts of a WeChat user: `_id` is the OPENID; `count` is the number in the window that ends at `until`. */
export interface BindAttempts {
  readonly _id: string;
  readonly count: number;
  readonly until: Instant;
}

const attempts = collection<BindAttempts>('bind_attempts');

export const findAttempts = (openid: string): Promise<BindAttempts | null> => attempts.byId(openid);

/**
 * Counts an attempt before its code is checked, so that concurrent guesses are counted as well: one call for a
 * user's first attempt, two or three for later ones.
 * @returns false if `limit` attempts were already made in the current window
 */
export async function countAttempt(
  openid: string,
  now: number,
  limit: number,
  window: number,
): Promise<boolean> {
  const firstAttempt = { count: 1, until: (now + window) as Instant };
  if ((await attempts.add({ _id: openid, ...firstAttempt })) === 'added') return true;
  const more = await attempts.updateWhere(
    (_) => ({ _id: openid, until: _.gt(now), count: _.lt(limit) }),
    (_) => ({ count: _.inc(1) }),
  );
  if (more === 1) return true;
  const renewed = await attempts.updateWhere(
    (_) => ({ _id: openid, until: _.lte(now) }),
    () => firstAttempt,
  );
  return renewed === 1;
}

/** They name WeChat users, also such as are nobody's employees. */
export const retainedAttempts = retained(attempts, 30, 'until', (_, { instant }) => ({
  until: _.lt(instant),
}));
