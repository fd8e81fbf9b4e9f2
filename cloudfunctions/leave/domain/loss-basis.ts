import type { Minutes } from '#contracts/common';
import type { FactCode } from '#contracts/fact';
import type { LedgerEntry } from '../../accounts/rules';
import type { Loss } from './annual-loss';
import type { LossRule } from './leave-type';

type Line = LedgerEntry['basis'][number];

/** The calculation of a loss: statutory `entitlement`, and what was `taken` before. Leave minutes. */
export interface LostShare {
  readonly entitlement: Minutes;
  readonly taken: Minutes;
  readonly days: Minutes;
  /** The rule's effective date and the number of its company revisions. */
  readonly version: string;
}

const line = (code: FactCode, data: Line['data']): Line => ({ code, data });

/** The explanation for losing the rest of a year: inputs, formula, rule. */
export const thisYearBasis = (rule: LossRule, loss: Loss, { version, ...figures }: LostShare): Line[] => [
  causeOf(rule, loss),
  line('LOST_THIS', { year: loss.year, ...figures }),
  line('RULE_SOURCE', { source: rule.source, version }),
];

/** The explanation for deducting days from the following year. */
export const nextYearBasis = (rule: LossRule, loss: Loss, { version, ...figures }: LostShare): Line[] => [
  causeOf(rule, loss),
  line('LOST_NEXT', { year: loss.year, ...figures }),
  line('RULE_SOURCE', { source: rule.source, version }),
];

export const backBasis = (days: Minutes): Line[] => [line('LOST_BACK', { days })];

function causeOf({ sick }: LossRule, { cause, year, sum, least, on, months, years }: Loss): Line {
  return cause === 'sick'
    ? line('LOST_SICK', { year, sum, least, months, monthDays: sick.monthDays, years, on })
    : line('LOST_PERSONAL', { year, sum, least, on });
}
