import type { Collection, Document } from './collection';
import { WARM_AGE_MS, WARM_SIZE, WarmCache } from './warm-cache';

/**
 * Reads documents by id through the warm cache: one call for all uncached ids, none if all are cached. Absence
 * is cached as well, so that an id without a document is not looked up on every call.
 */
export interface CachedById<T extends Document> {
  (ids: readonly string[], now: number): Promise<Map<string, T>>;
  readonly from: Pick<Collection<Document>, 'name'>;
  /** The ids that are not cached. */
  missing(ids: readonly string[], now: number): string[];
  /** Caches documents that were read elsewhere; an id without a document is cached as absent. */
  store(ids: readonly string[], documents: readonly Document[], now: number): void;
}

export function cachedById<T extends Document>(from: Pick<Collection<T>, 'name' | 'byIds'>): CachedById<T> {
  const cache = new WarmCache<T | null>(WARM_SIZE, WARM_AGE_MS);
  const missing = (ids: readonly string[], now: number) =>
    [...new Set(ids)].filter((id) => cache.get(id, now) === undefined);
  const store = (ids: readonly string[], documents: readonly T[], now: number) => {
    const found = new Map(documents.map((document) => [document._id, document]));
    for (const id of ids) cache.set(id, found.get(id) ?? null, now);
  };
  const find = async (ids: readonly string[], now: number): Promise<Map<string, T>> => {
    const uniqueIds = [...new Set(ids)];
    // Read before storing: new entries may evict these from the cache.
    const cached = uniqueIds.map((id) => cache.get(id, now));
    const uncached = uniqueIds.filter((_, index) => cached[index] === undefined);
    const documents = uncached.length > 0 ? await from.byIds(uncached) : [];
    store(uncached, documents, now);
    const all = [...cached.flatMap((document) => document ?? []), ...documents];
    const byId = new Map(all.map((document) => [document._id, document]));
    return new Map(uniqueIds.flatMap((id) => (byId.has(id) ? [[id, byId.get(id) as T] as const] : [])));
  };
  return Object.assign(find, { from, missing, store: store as CachedById<T>['store'] });
}
