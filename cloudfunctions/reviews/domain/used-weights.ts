import type { ReviewRelation, UsedWeight } from '#contracts/review';
import { largestRemainder } from '../../shared/figures/largest-remainder';

/**
 * The weights of those that count, re-normalised to whole percent that sum to 100, such as 57/43 of 40/30. Weights are
 * whole; those of zero are left out.
 */
export function usedWeights(
  parts: readonly { readonly relation: ReviewRelation; readonly weight: number }[],
): UsedWeight[] {
  const counted = parts.filter(({ weight }) => weight > 0);
  const percents = largestRemainder(
    100,
    counted.map(({ weight }) => weight),
  );
  return counted.map(({ relation }, index) => ({ relation, percent: percents[index] ?? 0 }));
}
