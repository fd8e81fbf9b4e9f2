import { by, decimal, minus, plus, type Ratio, ratio, rounded } from '../../shared/figures/ratio';

const DECIMALS = 1;
const ZERO = ratio(0);

/** A group of scores and what it is compared with, as displayed. */
export interface Comparison {
  readonly mean: number | null;
  readonly others: number | null;
  readonly difference: number | null;
}

export const sumOf = (values: readonly number[]): Ratio =>
  values.reduce((sum, value) => plus(sum, decimal(value)), ZERO);

/**
 * The mean of a group, of all others, and their difference, one decimal half up. Nothing is said of fewer than `least`
 * on either side: the sample is too small.
 * @param own sum and count of the group
 * @param all sum and count of everybody, the group included
 */
export function comparison(
  own: { readonly sum: Ratio; readonly count: number },
  all: { readonly sum: Ratio; readonly count: number },
  least: number,
): Comparison {
  const rest = all.count - own.count;
  if (own.count < least || rest < least) return { mean: null, others: null, difference: null };
  const mean = by(own.sum, ratio(own.count));
  const others = by(minus(all.sum, own.sum), ratio(rest));
  return {
    mean: rounded(mean, DECIMALS),
    others: rounded(others, DECIMALS),
    difference: rounded(minus(mean, others), DECIMALS),
  };
}
