import type { RaterSeverity } from '#contracts/appraisal';
import { comparison, sumOf } from './compared-means';

/** What a named rater, such as a manager, gave somebody: points. Raters of anonymous groups have no place here. */
export interface GivenScore {
  readonly raterId: string;
  readonly points: number;
}

/**
 * How strictly each rater rates: the mean of what they gave against the mean of what all others gave, the strictest
 * first and small samples last. It is shown to calibrators and changes no score: strict raters may have weak people.
 * @param least people that must have been rated on either side
 */
export function raterSeverity(given: readonly GivenScore[], least: number): RaterSeverity[] {
  const all = { sum: sumOf(given.map(({ points }) => points)), count: given.length };
  const raters = new Map<string, number[]>();
  for (const { raterId, points } of given) {
    const own = raters.get(raterId);
    if (own) own.push(points);
    else raters.set(raterId, [points]);
  }
  const compared = [...raters].map(([raterId, points]) => ({
    raterId,
    people: points.length,
    ...comparison({ sum: sumOf(points), count: points.length }, all, least),
  }));
  const rank = ({ difference }: RaterSeverity) => difference ?? Number.POSITIVE_INFINITY;
  return compared.sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
    return a.raterId < b.raterId ? -1 : 1;
  });
}
