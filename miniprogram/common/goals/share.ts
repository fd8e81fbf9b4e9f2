import type { Share } from '#contracts/goal';

/** 100 %. Ten millionths of a percent: sums of 500 shares times their weights stay exact whole numbers. */
export const FULL: Share = 1_000_000_000;

/** A ratio beyond it is shown as this much: 1,000,000 %. */
const MAX_RATIO: Share = 10_000 * FULL;
/** Decimals of a share of a whole that `ratio` works out, FULL being ten to the ninth. */
const DIGITS = 9;

/**
 * `part` of `whole` as a share, half up at the last digit, by long division: floating point would lose digits.
 * @param part whole number, at most 2 × 10^14 either way
 * @param whole whole number above 0, at most 2 × 10^14
 */
export function ratio(part: number, whole: number): Share {
  if (part < 0) return 0 - ratio(-part, whole);
  let rest = part % whole;
  let quotient = (part - rest) / whole;
  if (quotient * FULL >= MAX_RATIO) return MAX_RATIO;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const ten = rest * 10;
    rest = ten % whole;
    quotient = quotient * 10 + (ten - rest) / whole;
  }
  return rest * 2 >= whole ? quotient + 1 : quotient;
}

/** What a share counts in a mean: 0 to 100 %. */
export const capped = (share: Share): Share => Math.min(Math.max(share, 0), FULL);

export interface Weighted {
  /** Whole and above 0. */
  readonly weight: number;
  readonly share: Share;
}

/** The mean by weight, half up; null if there is nothing to take it of. */
export function meanOf(rows: readonly Weighted[]): Share | null {
  let [sum, weights] = [0, 0];
  for (const { weight, share } of rows) {
    sum += weight * share;
    weights += weight;
  }
  return meanFrom(sum, weights);
}

/**
 * The mean of shares whose products with their weights have this sum, half up; null if there is nothing to take it of. For who
 * adds up as it goes and keeps no rows.
 */
export const meanFrom = (sum: number, weights: number): Share | null =>
  weights === 0 ? null : Math.floor((2 * sum + weights) / (2 * weights));

/** One tenth of a percent. */
const TENTH: Share = FULL / 1_000;
/** A share that was rounded on its way up a tree is off by less than this. */
const SNAP = 1_000;

/** A share in tenths of a percent, half up, as it is displayed: 849.5 ‰ is 850 for 85.0 %. */
function tenthsOf(share: Share): number {
  const snapped = Math.round(share / SNAP) * SNAP;
  return Math.floor((snapped + TENTH / 2) / TENTH);
}

/** A share as text without a sign of percent: `85`, `33.3`. */
export const percentText = (share: Share): string => String(tenthsOf(share) / 10);
