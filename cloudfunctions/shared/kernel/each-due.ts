interface Item {
  readonly _id: string;
}

/** Items of one read. */
const PAGE = 50;

/**
 * Handles what is due, page by page, until nothing is left or `deadline` has passed, as `performance.now()` tells the
 * time. `find` answers the oldest first; an item that is still due after it was handled is not handled again.
 * @returns how many were handled
 */
export async function eachDue<T extends Item>(
  find: (limit: number) => Promise<T[]>,
  deadline: number,
  handle: (item: T) => Promise<unknown>,
): Promise<number> {
  const handled = new Set<string>();
  for (;;) {
    const page = await find(PAGE);
    const fresh = page.filter(({ _id }) => !handled.has(_id));
    for (const item of fresh) {
      if (performance.now() >= deadline) return handled.size;
      await handle(item);
      handled.add(item._id);
    }
    if (page.length < PAGE || fresh.length === 0) return handled.size;
  }
}
