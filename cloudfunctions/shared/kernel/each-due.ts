import { reportFailure } from '../faults/isolated';
import { fairOrder } from './fair-order';

interface Item {
  readonly _id: string;
}

/** Items per read, so that those of many people are known before one is chosen. */
const PAGE_SIZE = 1_000;

interface DueWork<T> {
  /** Where the items are stored; one that fails is named to HR with it. */
  readonly collection: string;
  /** The oldest due items. */
  readonly find: (limit: number) => Promise<T[]>;
  /** Whose turn an item takes. */
  readonly ownerOf: (item: T) => string;
  readonly handle: (item: T) => Promise<unknown>;
  /** In terms of `performance.now()`. */
  readonly deadline: number;
}

/** `failed`: items that could not be handled; absent if there are none. */
export interface DueTally {
  readonly handled: number;
  readonly failed?: number;
}

/**
 * Handles due items in turns of their owners, page by page, until none is left or `deadline` has passed. One that
 * fails is logged, named to HR and left for the next run; the others go on. One that is still due after it was handled
 * is not handled again.
 */
export async function eachDue<T extends Item>(work: DueWork<T>): Promise<DueTally> {
  const tried = new Set<string>();
  let failed = 0;
  const tally = () => ({ handled: tried.size - failed, ...(failed > 0 && { failed }) });
  for (;;) {
    const page = await work.find(PAGE_SIZE);
    const pending = page.filter(({ _id }) => !tried.has(_id));
    for (const item of fairOrder(pending, work.ownerOf)) {
      if (performance.now() >= work.deadline) return tally();
      tried.add(item._id);
      if (!(await isHandled(item, work))) failed += 1;
    }
    if (page.length < PAGE_SIZE || pending.length === 0) return tally();
  }
}

async function isHandled<T extends Item>(item: T, { collection, handle }: DueWork<T>): Promise<boolean> {
  try {
    await handle(item);
    return true;
  } catch (error) {
    reportFailure({ collection, document: item._id }, error);
    return false;
  }
}
