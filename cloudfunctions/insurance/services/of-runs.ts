import type { Day, Instant, Month } from '#contracts/common';

/** What saving asks of `payroll`, which stands on this feature. */
export interface OfRuns {
  /** Has drafts of a month and those after it worked out again before they are locked. */
  readonly outdateDrafts: (from: Month, now: Instant) => Promise<void>;
  /** Paid months that the next run works out again, and those that no run does any more; each the earliest first. */
  readonly findPayReach: (today: Day) => Promise<PaidMonths>;
}

export interface PaidMonths {
  readonly again: readonly Month[];
  readonly final: readonly Month[];
}

/**
 * Saves what drafts of a month and those after it pay otherwise. Whoever locks one of them at this moment has read it before, and
 * loses; and a draft that was begun in the meantime, and may have read what was before, is worked out again too. Two calls.
 */
export async function outdating<Result>(
  { outdateDrafts }: Pick<OfRuns, 'outdateDrafts'>,
  from: Month,
  now: Instant,
  save: () => Promise<Result>,
): Promise<Result> {
  await outdateDrafts(from, now);
  const result = await save();
  await outdateDrafts(from, now);
  return result;
}
