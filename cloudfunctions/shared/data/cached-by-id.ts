import type { Collection, Document } from './collection';
import { WARM_AGE, WARM_SIZE, WarmCache } from './warm-cache';

/**
 * Reads documents by id through the warm cache: one call for all that are missing, none if all are there.
 * Absence is cached as well, so that an id without a document is not asked for on every call.
 */
export interface CachedById<T extends Document> {
  (ids: readonly string[], now: number): Promise<Map<string, T>>;
  readonly from: Pick<Collection<Document>, 'name'>;
  /** Those of the ids that nothing is known about. */
  missing(ids: readonly string[], now: number): string[];
  /** What was read elsewhere: of these ids, these documents are there and no others. */
  learn(ids: readonly string[], documents: readonly Document[], now: number): void;
}

export function cachedById<T extends Document>(from: Pick<Collection<T>, 'name' | 'byIds'>): CachedById<T> {
  const cache = new WarmCache<T | null>(WARM_SIZE, WARM_AGE);
  const missing = (ids: readonly string[], now: number) =>
    [...new Set(ids)].filter((id) => cache.get(id, now) === undefined);
  const learn = (ids: readonly string[], documents: readonly T[], now: number) => {
    const found = new Map(documents.map((document) => [document._id, document]));
    for (const id of ids) cache.set(id, found.get(id) ?? null, now);
  };
  const find = async (ids: readonly string[], now: number): Promise<Map<string, T>> => {
    const wanted = [...new Set(ids)];
    // Taken out first: what is learnt now may push it out of the cache.
    const known = wanted.map((id) => cache.get(id, now));
    const lacking = wanted.filter((_, at) => known[at] === undefined);
    const documents = lacking.length > 0 ? await from.byIds(lacking) : [];
    learn(lacking, documents, now);
    const all = [...known.flatMap((document) => document ?? []), ...documents];
    const byId = new Map(all.map((document) => [document._id, document]));
    return new Map(wanted.flatMap((id) => (byId.has(id) ? [[id, byId.get(id) as T] as const] : [])));
  };
  return Object.assign(find, { from, missing, learn: learn as CachedById<T>['learn'] });
}
