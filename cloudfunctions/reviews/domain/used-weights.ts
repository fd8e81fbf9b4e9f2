import type { ReviewRelation, UsedWeight } from '#contracts/review';

/**
 * The weights of those that count, re-normalised to whole percent that sum to 100, such as 57/43 of 40/30: each rounded
 * down, then one more for the largest fractions; of equal ones the first. Weights are whole; those of zero are left out.
 */
export function usedWeights(
  parts: readonly { readonly relation: ReviewRelation; readonly weight: number }[],
): UsedWeight[] {
  const counted = parts.filter(({ weight }) => weight > 0);
  const sum = counted.reduce((total, { weight }) => total + weight, 0);
  const rests = counted.map(({ weight }) => (100 * weight) % sum);
  const percents = counted.map(({ weight }, index) => (100 * weight - (rests[index] ?? 0)) / sum);
  const left = 100 - percents.reduce((total, percent) => total + percent, 0);
  const first = counted.map((_, index) => index).sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
  const raised = new Set(first.slice(0, left));
  return counted.map(({ relation }, index) => ({
    relation,
    percent: (percents[index] ?? 0) + (raised.has(index) ? 1 : 0),
  }));
}
