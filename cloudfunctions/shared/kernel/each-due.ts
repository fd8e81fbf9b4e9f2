interface Item {
  readonly _id: string;
}

/** Items per read. */
const PAGE_SIZE = 50;

/**
 * Handles due items page by page until none is left or `deadline` (in terms of `performance.now()`) has passed.
 * `find` returns the oldest first; an item that is still due after it was handled is not handled again.
 * @returns how many were handled
 */
export async function eachDue<T extends Item>(
  find: (limit: number) => Promise<T[]>,
  deadline: number,
  handle: (item: T) => Promise<unknown>,
): Promise<number> {
  const handled = new Set<string>();
  for (;;) {
    const page = await find(PAGE_SIZE);
    const pending = page.filter(({ _id }) => !handled.has(_id));
    for (const item of pending) {
      if (performance.now() >= deadline) return handled.size;
      await handle(item);
      handled.add(item._id);
    }
    if (page.length < PAGE_SIZE || pending.length === 0) return handled.size;
  }
}
