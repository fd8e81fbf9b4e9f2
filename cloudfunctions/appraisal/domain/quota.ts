import type { Grade, GradeRule } from '#contracts/appraisal';
import { largestRemainder } from '../../shared/figures/largest-remainder';
import { SMALL_UNIT } from './check-scheme';

/** Shares of grades have one decimal. */
const TENTHS = 10;

/** Share in tenths of a percent. */
export const tenthsOf = ({ share }: Grade): number => Math.round((share ?? 0) * TENTHS);

/** Whether the scheme says how many of each grade there should be. */
export const hasShares = ({ grades }: GradeRule): boolean => grades.every(({ share }) => share !== null);

/** Whether the shares bind a unit of so many people. */
export const isEnforced = ({ enforcedFrom }: GradeRule, size: number): boolean =>
  enforcedFrom !== null && size >= enforcedFrom;

/**
 * How many of each grade are advised in a unit of so many people, by the largest remainder: ideal numbers rounded down,
 * the rest to the largest fractions, the better grade first where two are equal.
 * A grade that opens a plan is only ever rounded down, and is not advised in a unit below 20: nobody is given one by
 * rounding. The people that are left are divided over the other grades in proportion.
 */
export function quotaFor({ grades }: GradeRule, size: number): number[] {
  const forced = grades.map((grade) =>
    grade.opensPlan && size >= SMALL_UNIT ? Math.floor((size * tenthsOf(grade)) / (100 * TENTHS)) : 0,
  );
  const left = size - forced.reduce((sum, count) => sum + count, 0);
  const weights = grades.map((grade) => (grade.opensPlan ? 0 : tenthsOf(grade)));
  const others = largestRemainder(left, weights);
  return grades.map((_, index) => (forced[index] ?? 0) + (others[index] ?? 0));
}
