import type { Instant } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { figure, oneOf, text } from '../../shared/faults/checks';

/** A document of `review_runs`, `_id` is the cycle: how far the publication of its reviews has come. */
export interface ReviewRun {
  readonly _id: string;
  readonly phase: 'people' | 'units' | 'closed';
  /** The last employee that is done. */
  readonly cursor: string;
  readonly rev: number;
  readonly at: Instant;
}

const runs = collection<ReviewRun>('review_runs', {
  phase: oneOf('people', 'units', 'closed'),
  cursor: text,
  rev: figure,
});

export const findRun = (cycleId: string): Promise<ReviewRun | null> => runs.byId(cycleId);

/** Saves at the revision that was read; 0 if there is none. @returns the saved one, or null after a concurrent change */
export async function saveRun(before: ReviewRun, change: Partial<ReviewRun>): Promise<ReviewRun | null> {
  const { _id, ...after } = { ...before, ...change, rev: before.rev + 1 };
  if (before.rev === 0) return (await runs.add({ _id, ...after })) === 'added' ? { _id, ...after } : null;
  const changed = await runs.updateWhere(
    () => ({ _id, rev: before.rev }),
    () => after,
  );
  return changed === 1 ? { _id, ...after } : null;
}
