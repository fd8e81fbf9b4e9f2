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
}

/** How long people, sites, shifts and calendars may be stale on a warm instance, ms. */
export const WARM_AGE_MS = 60_000;
export const WARM_SIZE = 500;
