import { database } from '../platform/cloud';
import type { Document } from './collection';
import type { CachedById } from './warm-cache';

/** A cache, and the ids that will be read from it. */
export type PrefetchRequest = readonly [cache: CachedById<Document>, ids: readonly string[]];

/**
 * Loads the uncached documents of several caches in one call. The lookup starts from a document of the first
 * cache: if none of its ids exists, or only one cache has uncached ids, nothing is prefetched and each cache
 * reads on demand.
 */
export async function prefetch(
  [anchor, ...others]: readonly [PrefetchRequest, ...PrefetchRequest[]],
  now: number,
) {
  const uncached = [anchor, ...others]
    .map(([cache, ids]) => [cache, cache.missing(ids, now)] as const)
    .filter(([, ids]) => ids.length > 0);
  const [{ from }, ids] = anchor;
  if (uncached.length < 2 || ids.length === 0) return;
  const { command } = database();
  const idsByCollection = Object.fromEntries(uncached.map(([cache, missing]) => [cache.from.name, missing]));
  const start = database()
    .collection(from.name)
    .aggregate()
    .match({ _id: command.in([...ids]) })
    .limit(1)
    .project({ _id: 1 })
    // `literal`, because an id may look like a field path.
    .addFields({ wanted: command.aggregate.literal(idsByCollection) });
  const joined = uncached.reduce(
    (
      stages,
      [
        {
          from: { name },
        },
      ],
    ) => {
      const join = { from: name, localField: `wanted.${name}`, foreignField: '_id', as: name };
      return stages.lookup(join);
    },
    start,
  );
  const { list } = (await joined.end()) as unknown as { list: readonly Record<string, Document[]>[] };
  const [answer] = list;
  if (!answer) return;
  for (const [cache, missing] of uncached) cache.store(missing, answer[cache.from.name] ?? [], now);
}
