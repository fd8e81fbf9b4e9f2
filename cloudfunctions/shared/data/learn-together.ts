import { database } from '../platform/cloud';
import type { CachedById } from './cached-by-id';
import type { Document } from './collection';

/** A cache, and the ids that are about to be asked of it. */
export type Wanted = readonly [cache: CachedById<Document>, ids: readonly string[]];

/**
 * Lets several caches learn in one call what they lack. The answer hangs on a document of the first cache: if none of
 * its ids is there, or only one cache lacks anything, nothing is learnt and each reads for itself when it is asked.
 */
export async function learnTogether([anchor, ...others]: readonly [Wanted, ...Wanted[]], now: number) {
  const lacking = [anchor, ...others]
    .map(([cache, ids]) => [cache, cache.missing(ids, now)] as const)
    .filter(([, ids]) => ids.length > 0);
  const [{ from }, ids] = anchor;
  if (lacking.length < 2 || ids.length === 0) return;
  const { command } = database();
  const wanted = Object.fromEntries(lacking.map(([cache, missing]) => [cache.from.name, missing]));
  const start = database()
    .collection(from.name)
    .aggregate()
    .match({ _id: command.in([...ids]) })
    .limit(1)
    .project({ _id: 1 })
    // Ids are values, also one that begins like the name of a field.
    .addFields({ wanted: command.aggregate.literal(wanted) });
  const joined = lacking.reduce(
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
  for (const [cache, missing] of lacking) cache.learn(missing, answer[cache.from.name] ?? [], now);
}
