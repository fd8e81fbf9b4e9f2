import type { TestCloud } from './cloud';

interface Closable {
  close(): Promise<void>;
}

/** Opened once for the tests of a file, or of a `describe`, and closed after them. Empty until then. */
export function openPerFile<T extends Closable>(open: () => Promise<T>): T {
  const opened = {} as T;
  beforeAll(async () => void Object.assign(opened, await open()));
  afterAll(() => opened.close());
  return opened;
}

/** Opened anew for each test, and closed after it. */
export function openPerTest<T extends Closable>(open: () => Promise<T>): T {
  const opened = {} as T;
  beforeEach(async () => void Object.assign(opened, await open()));
  afterEach(() => opened.close());
  return opened;
}

type Cloud = Pick<TestCloud, 'db' | 'clock' | 'close'>;

/** Opened once for the tests of a file; each begins with the documents that `open` and `prepare` left. */
export function openWithReset<T extends Cloud>(
  open: () => Promise<T>,
  prepare?: (opened: T) => Promise<unknown>,
): T {
  const opened = openPerFile(open);
  let reset: () => Promise<void>;
  beforeAll(async () => {
    await prepare?.(opened);
    reset = await snapshotOf(opened);
  });
  beforeEach(() => reset());
  return opened;
}

/** Longer than an instance remembers anything, ms, and than what a test waits for it to forget. */
const STEP = 90_000;

/**
 * Remembers the documents of now, for tests of one file that share a cloud. What it answers brings them back, each
 * time a little earlier in the day: whatever any instance remembers is then of its own future, and it reads everything
 * again as one that has just started.
 */
export async function snapshotOf({ db, clock }: Pick<Cloud, 'db' | 'clock'>): Promise<() => Promise<void>> {
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
