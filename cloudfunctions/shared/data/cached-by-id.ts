import type { Collection } from './collection';
import { WARM_AGE, WARM_SIZE, WarmCache } from './warm-cache';

/**
 * Reads documents by id through the warm cache: one call for all that are missing, none if all are there.
 * Absence is cached as well, so that an id without a document is not asked for on every call.
 */
export function cachedById<T extends { readonly _id: string }>(from: Collection<T>) {
  const cache = new WarmCache<T | null>(WARM_SIZE, WARM_AGE);
  return async (ids: readonly string[], now: number): Promise<Map<string, T>> => {
    const wanted = [...new Set(ids)];
    const known = new Map(wanted.map((id) => [id, cache.get(id, now)]));
    const missing = wanted.filter((id) => known.get(id) === undefined);
    const loaded = new Map((await from.byIds(missing)).map((document) => [document._id, document]));
    for (const id of missing) {
      const document = loaded.get(id) ?? null;
      cache.set(id, document, now);
      known.set(id, document);
    }
    return new Map([...known].flatMap(([id, document]) => (document ? [[id, document] as const] : [])));
  };
}
