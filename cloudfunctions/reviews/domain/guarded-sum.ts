import type { ReviewMean } from '#contracts/review';
import { type Ratio, rounded } from '../../shared/figures/ratio';
import type { ReviewScale } from './review';

/** Of every mean that is shown. */
export const REVIEW_DECIMALS = 1;

/** The sum of some answers as it may be told and calculated with. */
export interface GuardedSum {
  readonly sum: number;
  readonly count: number;
  /** `about`: several that are added up, and one of them is a bound. */
  readonly bound: 'exact' | 'at-least' | 'at-most' | 'about';
}

/**
 * At an end of the scale a mean tells every answer: 5.0 of 5 is what everybody gave. So this sum and the one that is one
 * step away from it are told as one, and count as the one that favours the person. There are at least three answers.
 */
export function guardedSum(sum: number, count: number, { least, most }: ReviewScale): GuardedSum {
  if (sum >= count * most - 1) return { sum: count * most, count, bound: 'at-least' };
  if (sum <= count * least + 1) return { sum: count * least + 1, count, bound: 'at-most' };
  return { sum, count, bound: 'exact' };
}

/** Several of disjoint answers as one; none is null. */
export function addedUp(parts: readonly GuardedSum[]): GuardedSum | null {
  const [first, ...more] = parts;
  if (!first || more.length === 0) return first ?? null;
  return {
    sum: parts.reduce((total, { sum }) => total + sum, 0),
    count: parts.reduce((total, { count }) => total + count, 0),
    bound: parts.every(({ bound }) => bound === 'exact') ? 'exact' : 'about',
  };
}

/** Not in lowest terms, so that the means of a group, which have one denominator, are added up fast. */
export const meanOf = ({ sum, count }: GuardedSum): Ratio => ({ n: sum, d: count });

/** As it is shown: the nearer border of the two sums that are told as one, or their mean where one decimal is the same. */
export function shownMean({ sum, count, bound }: GuardedSum): ReviewMean {
  const mean = rounded({ n: sum, d: count }, REVIEW_DECIMALS);
  if (bound === 'exact' || bound === 'about') return { mean, bound };
  const other = rounded({ n: sum - 1, d: count }, REVIEW_DECIMALS);
  if (other === mean) return { mean, bound: 'exact' };
  return { mean: bound === 'at-least' ? other : mean, bound };
}
