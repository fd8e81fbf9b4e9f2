/**
 * A count as a lower bound, in steps of the threshold that double: 4, 8, 16 …. The exact one, taken from how many
 * answered at all, would tell how many there are in a group that is hidden. Null below the threshold.
 */
export function atLeast(count: number, threshold: number): number | null {
  if (count < threshold) return null;
  let step = threshold;
  while (step * 2 <= count) step *= 2;
  return step;
}
