import type { Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import { fact } from '../../approvals/kind/answer';
import type { Loss } from './annual-loss';
import type { LossRule } from './leave-type';

/** The calculation of a loss: statutory `entitlement`, and what was `taken` before. Leave minutes. */
export interface LostShare {
  readonly entitlement: Minutes;
  readonly taken: Minutes;
  readonly days: Minutes;
  /** The rule's effective date and the number of its company revisions. */
  readonly version: string;
}

/** The explanation for losing the rest of a year: inputs, formula, rule. */
export const thisYearBasis = (rule: LossRule, loss: Loss, { version, ...figures }: LostShare): Fact[] => [
  causeOf(rule, loss),
  fact('LOST_THIS', { year: loss.year, ...figures }),
  fact('RULE_SOURCE', { source: rule.source, version }),
];

/** The explanation for deducting days from the following year. */
export const nextYearBasis = (rule: LossRule, loss: Loss, { version, ...figures }: LostShare): Fact[] => [
  causeOf(rule, loss),
  fact('LOST_NEXT', { year: loss.year, ...figures }),
  fact('RULE_SOURCE', { source: rule.source, version }),
];

export const backBasis = (days: Minutes): Fact[] => [fact('LOST_BACK', { days })];

function causeOf({ sick }: LossRule, { cause, year, sum, least, on, months, years }: Loss): Fact {
  return cause === 'sick'
    ? fact('LOST_SICK', { year, sum, least, months, monthDays: sick.monthDays, years, on })
    : fact('LOST_PERSONAL', { year, sum, least, on });
}
