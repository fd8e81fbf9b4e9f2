import type { Distribution, GradeCount, GradeRule } from '#contracts/appraisal';
import { by, ratio, rounded, times } from '../../shared/figures/ratio';
import { SMALL_UNIT } from './check-scheme';
import { hasShares, isEnforced, quotaFor, tenthsOf } from './quota';

/** Displayed shares and ideal numbers have one decimal. */
const DECIMALS = 1;

/** How many people of a unit have each grade, beside what the scheme advises for a unit of that size. */
export function distributionOf(rule: GradeRule, given: readonly string[]): Distribution {
  const size = given.length;
  const advised = hasShares(rule) ? quotaFor(rule, size) : null;
  const grades = rule.grades.map((grade, index): GradeCount => {
    const count = given.filter((id) => id === grade.id).length;
    const ideal = times(ratio(tenthsOf(grade), 1_000), ratio(size));
    return {
      grade: grade.id,
      count,
      share: size === 0 ? null : rounded(by(ratio(count * 100), ratio(size)), DECIMALS),
      ideal: advised && rounded(ideal, DECIMALS),
      advised: advised?.[index] ?? null,
    };
  });
  return { size, grades, enforced: isEnforced(rule, size), isSmall: size < SMALL_UNIT };
}
