import type { ReviewRelation } from '#contracts/review';
import type { ReviewAnswer } from './review';

/** The answers of one relation, added up; arrays have one entry per rating item. */
export interface Tally {
  readonly relation: ReviewRelation;
  readonly answers: readonly ReviewAnswer[];
  /** Who rated anything at all: a valid answer. */
  readonly raters: number;
  readonly counts: readonly number[];
  readonly sums: readonly number[];
}

/**
 * Adds up answers of one relation, of which there is at most one per rater.
 * @param items ids of what is rated
 */
export function tallyOf(
  items: readonly string[],
  relation: ReviewRelation,
  answers: readonly ReviewAnswer[],
): Tally {
  const counts = items.map(() => 0);
  const sums = items.map(() => 0);
  let raters = 0;
  for (const { ratings } of answers) {
    let isValid = false;
    for (let at = 0; at < items.length; at += 1) {
      const rating = ratings[items[at] as string];
      if (rating === undefined) continue;
      isValid = true;
      counts[at] = (counts[at] as number) + 1;
      sums[at] = (sums[at] as number) + rating;
    }
    if (isValid) raters += 1;
  }
  return { relation, answers, raters, counts, sums };
}
