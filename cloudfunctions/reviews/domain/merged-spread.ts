import type { ReviewSpreadPart } from '#contracts/review';
import { atLeast } from './at-least';
import type { ReviewScale } from './review';

/** Longer scales have no spread: their levels are too many to be merged into something that says more than the mean. */
const MOST_LEVELS = 12;

/**
 * How answers spread over the scale: neighbouring levels are merged from the lowest up until each part has as many
 * answers as the threshold. Empty if there would be one part only, the whole scale.
 */
export function mergedSpread(
  ratings: readonly number[],
  { least, most }: ReviewScale,
  threshold: number,
): ReviewSpreadPart[] {
  if (most - least >= MOST_LEVELS) return [];
  const parts: { from: number; to: number; count: number }[] = [];
  let [from, count] = [least, 0];
  for (let level = least; level <= most; level += 1) {
    count += ratings.filter((rating) => rating === level).length;
    if (count < threshold) continue;
    parts.push({ from, to: level, count });
    [from, count] = [level + 1, 0];
  }
  const last = parts.at(-1);
  if (last) [last.to, last.count] = [most, last.count + count];
  if (parts.length < 2) return [];
  return parts.map((part) => ({
    from: part.from,
    to: part.to,
    atLeast: atLeast(part.count, threshold) ?? threshold,
  }));
}
