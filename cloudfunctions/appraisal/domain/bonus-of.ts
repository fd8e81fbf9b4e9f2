import type { AppraisalResult, BonusAnswer, BonusRule } from '#contracts/appraisal';
import type { Day } from '#contracts/common';
import { bonusRate } from './bonus-rate';
import { latestVersion } from './result';

/** `none`: the person has no published grade for the period. */
export type BonusOf = BonusAnswer | { readonly state: 'none' };

/** What the grade that holds is worth, by the rule of the last day of the period. */
export const bonusOfResult = (
  rules: readonly BonusRule[],
  to: Day,
  result: AppraisalResult | null,
): BonusOf => (result ? bonusRate(rules, to, latestVersion(result).grade) : { state: 'none' });
