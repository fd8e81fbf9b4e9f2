import type { Company } from './company';

/** Longer than an instance remembers anything, ms. */
const LONG_AGO = 7 * 60_000;

/**
 * Remembers the documents of now, for tests of one file that share a cloud. What it answers brings them back, at the
 * hour of now and seven minutes before it by turns: what an instance remembers is then too old, or of its own future,
 * and it reads everything again as one that has just started.
 */
export async function beginningOf({
  db,
  clock,
}: Pick<Company, 'db' | 'clock'>): Promise<() => Promise<void>> {
  const now = clock.now();
  const found = db.collectionNames().map(async (name) => [name, await db.find(name)] as const);
  const documents = await Promise.all(found);
  let isEarlier = false;
  return async () => {
    isEarlier = !isEarlier;
    clock.set(isEarlier ? now - LONG_AGO : now);
    const since = db.collectionNames().map((name) => [name, []] as const);
    await db.replaceAll(Object.fromEntries([...since, ...documents]));
  };
}
