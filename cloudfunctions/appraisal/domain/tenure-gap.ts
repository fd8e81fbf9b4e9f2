import type { TenureGroup } from '#contracts/appraisal';
import { comparison, sumOf } from './compared-means';

/** A displayed score and the whole years that the person has been with the company. */
export interface TenuredScore {
  readonly years: number;
  readonly shown: number;
}

/**
 * Mean scores by time with the company, each group against everybody else: whether newcomers or old hands are rated
 * lower. Shown to calibrators, never part of a score.
 * @param borders whole years from which groups begin, ascending from 0
 * @param least people on either side, below which nothing is said
 */
export function tenureGap(
  people: readonly TenuredScore[],
  borders: readonly number[],
  least: number,
): TenureGroup[] {
  const all = { sum: sumOf(people.map(({ shown }) => shown)), count: people.length };
  return borders.map((fromYears, index) => {
    const end = borders[index + 1] ?? Number.POSITIVE_INFINITY;
    const scores = people.filter(({ years }) => years >= fromYears && years < end).map(({ shown }) => shown);
    const own = { sum: sumOf(scores), count: scores.length };
    return { fromYears, people: scores.length, ...comparison(own, all, least) };
  });
}
