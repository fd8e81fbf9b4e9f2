import type { BonusAnswer } from '#contracts/appraisal';
import type { Month } from '#contracts/common';
import { decimal } from '../../shared/figures/ratio';
import { type SlipBonus, sameText } from './slip-input';

/** The rate of somebody's grade, with grade and period for whoever opens the line; null without one. */
export function slipBonus(
  month: Month,
  answer: BonusAnswer | { readonly state: 'none' } | undefined,
): SlipBonus | null {
  if (answer?.state !== 'known') return null;
  const { rate, rule } = answer;
  return {
    rate: decimal(rate.percent),
    inputs: [
      { name: 'grade', kind: 'text', value: sameText(rate.grade) },
      { name: 'appraisal_period', kind: 'text', value: sameText(month) },
    ],
    rule: {
      ...{ id: 'company.bonus', from: rule.from, until: null },
      ...{ source: rule.source['zh-CN'], sourceEn: rule.source.en },
    },
  };
}
