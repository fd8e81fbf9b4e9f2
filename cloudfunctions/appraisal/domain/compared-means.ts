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
 * The mean of a group and of all others, one decimal half up, and the difference of the two as displayed, so that a table
 * adds up. Nothing is said of fewer than `least`
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
  const mean = rounded(by(own.sum, ratio(own.count)), DECIMALS);
  const others = rounded(by(minus(all.sum, own.sum), ratio(rest)), DECIMALS);
  return { mean, others, difference: rounded(minus(decimal(mean), decimal(others)), DECIMALS) };
}
