import { isLeftOut } from '../faults/fault';
import type { Collection, Document } from './collection';

/**
 * In-memory LRU cache of one warm instance: at most `size` entries, none older than `maxAge` ms. Other
 * instances may serve a stale value for that long.
 */
export class WarmCache<T> {
  private readonly entries = new Map<string, { value: T; until: number }>();

  constructor(
    private readonly size: number,
    private readonly maxAge: number,
  ) {}

  get(key: string, now: number): T | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    // If the clock was set back, the entry appears to be from the future: reload it as well.
    if (now >= entry.until || now < entry.until - this.maxAge) return undefined;
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: T, now: number): void {
    this.entries.delete(key);
    this.entries.set(key, { value, until: now + this.maxAge });
    const oldest = this.entries.keys().next();
    if (this.entries.size > this.size && !oldest.done) this.entries.delete(oldest.value);
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}

/** How long people, sites, shifts and calendars may be stale on a warm instance, ms. */
export const WARM_AGE_MS = 60_000;
export const WARM_SIZE = 500;

/**
 * Reads documents by id through the warm cache: one call for all uncached ids, none if all are cached. Absence
 * is cached as well, so that an id without a document is not looked up on every call.
 */
export interface CachedById<T extends Document> {
  (ids: readonly string[], now: number): Promise<Map<string, T>>;
  readonly from: Pick<Collection<Document>, 'name'>;
  /** The ids that are not cached. */
  missing(ids: readonly string[], now: number): string[];
  /** Whether a document was left out when it was read, so that it is there and not to be treated as absent. */
  isFaulty(id: string, now: number): boolean;
  /** Forgets everything, for a caller that needs what is stored now. */
  clear(): void;
  /** Caches documents that were read elsewhere; an id without a document is cached as absent. */
  store(ids: readonly string[], documents: readonly Document[], now: number): void;
}

export function cachedById<T extends Document>(
  from: Pick<Collection<T>, 'name' | 'byIds' | 'usable'>,
): CachedById<T> {
  const cache = new WarmCache<T | null>(WARM_SIZE, WARM_AGE_MS);
  const faulty = new WarmCache<true>(WARM_SIZE, WARM_AGE_MS);
  const missing = (ids: readonly string[], now: number) =>
    [...new Set(ids)].filter((id) => cache.get(id, now) === undefined);
  const store = (ids: readonly string[], documents: readonly T[], now: number) => {
    const found = new Map(from.usable(documents).map((document) => [document._id, document]));
    for (const id of ids) {
      cache.set(id, found.get(id) ?? null, now);
      if (isLeftOut(from.name, id)) faulty.set(id, true, now);
      else faulty.delete(id);
    }
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
  return Object.assign(find, {
    from,
    missing,
    isFaulty: (id: string, now: number) => faulty.get(id, now) === true,
    clear: () => {
      cache.clear();
      faulty.clear();
    },
    store: store as CachedById<T>['store'],
  });
}
