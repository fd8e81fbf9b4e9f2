import type { AppraisalScheme, Distribution } from '#contracts/appraisal';
import { distributionOf, gradeByThresholds, weightedMean } from '../../appraisal/rules';
import { decimal, rounded } from '../../shared/figures/ratio';

/** What somebody scored in each part of an earlier cycle, as displayed; null where it was missing. */
export interface PastScore {
  readonly employeeId: string;
  readonly parts: readonly { readonly id: string; readonly shown: number | null }[];
}

/** Scores of an earlier cycle, page by page; the feature that stores them gives it. An empty page is the end. */
export type FindPastScores = (cycleId: string, after: string, limit: number) => Promise<readonly PastScore[]>;

export interface PastOutcome {
  readonly scored: number;
  readonly ungraded: number;
  readonly distribution: Distribution | null;
}

/**
 * The grades that would come out if everybody scored in each part what they scored in an earlier cycle, under the new shares and borders.
 * A part that was not there then is missing, and the others count for it.
 * @param before the scheme of the earlier cycle; its parts are those of the same kind
 */
export function outcomeOf(
  scheme: AppraisalScheme,
  before: Pick<AppraisalScheme, 'parts'>,
  scores: readonly PastScore[],
): PastOutcome {
  const { grades: rule, decimals, leastShare } = scheme;
  const grades = scores.map(({ parts }) => {
    const drafts = scheme.parts.map(({ kind, share }) => {
      const then = before.parts.find((part) => part.kind === kind)?.id;
      const shown = parts.find(({ id }) => id === then)?.shown ?? null;
      return { kind, weight: share, value: shown === null ? null : decimal(shown) };
    });
    // What people say about themselves alone gives no grade.
    const backed = drafts.filter(({ kind, value }) => value !== null && kind !== 'self');
    const known = backed.reduce((sum, { weight }) => sum + weight, 0);
    const total = weightedMean(drafts);
    if (total === null) return null;
    if (known < leastShare || rule.by === 'quota') return '';
    return gradeByThresholds(rule, rounded(total, decimals));
  });
  const scored = grades.filter((grade) => grade !== null);
  const given = scored.filter((grade) => grade !== '');
  return {
    scored: scored.length,
    ungraded: scored.length - given.length,
    distribution: given.length === 0 ? null : distributionOf(rule, given),
  };
}
