import { unitsOf } from '../../common/goals/progress';

const UNITS = unitsOf(1);

/** The fewest decimals with which a figure is whole, 0 to 4. */
function decimalsOf(figure: number): number {
  for (let decimals = 0; decimals < 4; decimals += 1)
    if (unitsOf(figure) % 10 ** (4 - decimals) === 0) return decimals;
  return 4;
}

/**
 * A figure divided in proportion to weights so that the sum is exact: each part is rounded down to as many decimals as the whole
 * has, and what is left goes step by step to the largest remainders, of equal ones to the first. Without any weight all parts
 * are alike.
 */
export function divided(whole: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const positive = weights.map((weight) => Math.max(0, weight));
  const hasWeight = positive.some((weight) => weight > 0);
  const shares = hasWeight ? positive : positive.map(() => 1);
  const step = 10 ** (4 - decimalsOf(whole));
  const steps = unitsOf(Math.abs(whole)) / step;
  const sum = shares.reduce((total, share) => total + share, 0);
  const ideals = shares.map((share) => (steps * share) / sum);
  const counts = ideals.map((ideal) => Math.floor(ideal));
  const left = steps - counts.reduce((total, count) => total + count, 0);
  const rest = (at: number): number => (ideals[at] ?? 0) - (counts[at] ?? 0);
  const order = shares.map((_, at) => at).sort((a, b) => rest(b) - rest(a) || a - b);
  for (const at of order.slice(0, left)) counts[at] = (counts[at] ?? 0) + 1;
  const sign = whole < 0 ? -1 : 1;
  // No part is −0.
  return counts.map((count) => (sign * count * step) / UNITS || 0);
}

/** The weights of people by what they reached last time; who was not there yet counts half of the others' mean. */
export function lastWeights(values: readonly (number | null)[]): number[] {
  const known = values.flatMap((value) => (value === null || value <= 0 ? [] : [value]));
  const mean = known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : 1;
  return values.map((value) => (value === null ? mean / 2 : Math.max(0, value)));
}
