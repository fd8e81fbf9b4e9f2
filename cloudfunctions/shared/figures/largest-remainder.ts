/**
 * `whole` divided in proportion to `weights`, in whole numbers that sum to it: each gets its ideal number rounded down,
 * and the rest go one by one to the largest fractions. Of equal fractions the first comes first.
 * Weights are whole numbers, and one of them is above zero; of no weights nothing.
 */
export function largestRemainder(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const rests = weights.map((weight) => (whole * weight) % sum);
  const counts = weights.map((weight, index) => (whole * weight - (rests[index] ?? 0)) / sum);
  const left = whole - counts.reduce((total, count) => total + count, 0);
  if (left === 0) return counts;
  const order = weights.map((_, index) => index).sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
  for (const index of order.slice(0, left)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
