import type { Minutes } from '#contracts/common';
import type { FactCode } from '#contracts/fact';
import type { LedgerEntry } from '../../accounts/rules';
import type { Loss } from './annual-loss';
import type { LossRule } from './leave-type';

type Line = LedgerEntry['basis'][number];

/** What of a year is lost: `entitlement` by law, `taken` before. Leave minutes. */
export interface LostShare {
  readonly entitlement: Minutes;
  readonly taken: Minutes;
  readonly days: Minutes;
  /** From when on the rule holds, and how often the company has changed it. */
  readonly version: string;
}

const line = (code: FactCode, data: Line['data']): Line => ({ code, data });

/** Why what is left of a year is lost: inputs, formula, rule. */
export const thisYearBasis = (rule: LossRule, loss: Loss, { version, ...figures }: LostShare): Line[] => [
  causeOf(rule, loss),
  line('LOST_THIS', { year: loss.year, ...figures }),
  line('RULE_SOURCE', { source: rule.source, version }),
];

/** Why days of the year after the loss are withheld. */
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
