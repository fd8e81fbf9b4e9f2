interface Paged {
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/**
 * Pages one after the other, `ahead` of them read before they are asked for, so that the database works while a page is
 * worked on. Whoever stops in between waits for the page that is being read, so that nothing goes on after the call.
 * @throws what `read` throws, when the turn of that page comes
 */
export async function* readAhead<P extends Paged>(
  first: string,
  ahead: number,
  read: (from: string) => Promise<P>,
): AsyncGenerator<P, void, undefined> {
  let isStopped = false;
  let newest: Promise<P | null> = read(first);
  const pages = [newest];
  try {
    for (;;) {
      while (pages.length <= ahead) {
        newest = newest.then((page) => (page && page.next !== null && !isStopped ? read(page.next) : null));
        pages.push(newest);
        // Its failure is thrown when its turn comes.
        newest.catch(() => undefined);
      }
      const page = await pages.shift();
      if (!page) return;
      yield page;
    }
  } finally {
    isStopped = true;
    await Promise.allSettled(pages);
  }
}
