import type { PeerValues } from '#contracts/improvement';
import { ExactMean } from '../../shared/figures/exact-mean';
import { decimal, rounded } from '../../shared/figures/ratio';

/** Decimals of a mean, as figures have. */
const DECIMALS = 4;

/** The means of those who have a value at both times, so that nobody who came or left moves them; null of nobody. */
export function peerMeans(values: readonly (readonly [number | null, number | null])[]): PeerValues | null {
  const both = values.filter((each): each is readonly [number, number] => !each.includes(null));
  const [before, after] = [meanOf(both.map(([first]) => first)), meanOf(both.map(([, last]) => last))];
  return before === null || after === null ? null : { before, after, people: both.length };
}

function meanOf(values: readonly number[]): number | null {
  const mean = new ExactMean();
  for (const value of values) mean.add(1, decimal(value));
  const found = mean.mean();
  return found && rounded(found, DECIMALS);
}
