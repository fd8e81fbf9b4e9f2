import type { Instant } from '#contracts/common';
import type { Collection } from '../data/collection';

/** How often somebody, or something, was tried: `count` is that of the window that ends at `until`. */
export interface Tries {
  readonly _id: string;
  readonly count: number;
  readonly until: Instant;
}

interface Limit {
  readonly most: number;
  readonly windowMs: number;
}

/**
 * Counts a try before what was typed is looked at, so that concurrent guesses are counted as well: one call for the first
 * one, two or three for later ones.
 * @returns when the next one is possible, if there were too many already; null otherwise
 */
export async function countTry(
  tries: Pick<Collection<Tries>, 'add' | 'updateWhere' | 'byId'>,
  who: string,
  now: Instant,
  { most, windowMs }: Limit,
): Promise<Instant | null> {
  const first = { count: 1, until: (now + windowMs) as Instant };
  if ((await tries.add({ _id: who, ...first })) === 'added') return null;
  const more = await tries.updateWhere(
    (_) => ({ _id: who, until: _.gt(now), count: _.lt(most) }),
    (_) => ({ count: _.inc(1) }),
  );
  if (more === 1) return null;
  const renewed = await tries.updateWhere(
    (_) => ({ _id: who, until: _.lte(now) }),
    () => first,
  );
  return renewed === 1 ? null : ((await tries.byId(who))?.until ?? now);
}
