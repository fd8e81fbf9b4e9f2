import type { Company } from './company';

/** Longer than an instance remembers anything, ms, and than what a test waits for it to forget. */
const STEP = 90_000;

/**
 * Remembers the documents of now, for tests of one file that share a cloud. What it answers brings them back, each
 * time a little earlier in the day: whatever any instance remembers is then of its own future, and it reads everything
 * again as one that has just started.
 */
export async function beginningOf({
  db,
  clock,
}: Pick<Company, 'db' | 'clock'>): Promise<() => Promise<void>> {
  const now = clock.now();
  const found = db.collectionNames().map(async (name) => [name, await db.find(name)] as const);
  const documents = await Promise.all(found);
  let times = 0;
  return async () => {
    times += 1;
    clock.set(now - times * STEP);
    const since = db.collectionNames().map((name) => [name, []] as const);
    await db.replaceAll(Object.fromEntries([...since, ...documents]));
  };
}
