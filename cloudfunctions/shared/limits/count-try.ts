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
  /** It is rarely the first one. */
  readonly isAgain?: boolean;
}

/**
 * Counts a try before what was typed is looked at, so that concurrent guesses are counted as well: one call for the first
 * one, two or three for later ones; with `isAgain` one for a later one.
 * @returns when the next one is possible, if there were too many already; null otherwise
 */
export async function countTry(
  tries: Pick<Collection<Tries>, 'add' | 'updateWhere' | 'byId'>,
  who: string,
  now: Instant,
  { most, windowMs, isAgain = false }: Limit,
): Promise<Instant | null> {
  const first = { count: 1, until: (now + windowMs) as Instant };
  const countMore = async () =>
    (await tries.updateWhere(
      (_) => ({ _id: who, until: _.gt(now), count: _.lt(most) }),
      (_) => ({ count: _.inc(1) }),
    )) === 1;
  if (isAgain && (await countMore())) return null;
  if ((await tries.add({ _id: who, ...first })) === 'added') return null;
  if (await countMore()) return null;
  const renewed = await tries.updateWhere(
    (_) => ({ _id: who, until: _.lte(now) }),
    () => first,
  );
  return renewed === 1 ? null : ((await tries.byId(who))?.until ?? now);
}
