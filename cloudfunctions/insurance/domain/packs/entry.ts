import type { Day } from '#contracts/common';
import type { BaseLimits, ContributionRates, SideRate } from '#contracts/insurance';
import type { Fen, PayRule } from '#contracts/pay';

/** Where a figure was read. */
export type Source = Pick<PayRule, 'source' | 'url' | 'isUnverified'>;

/** Whole yuan, as notices print them, in fen. */
export const yuan = (amount: number): Fen => (amount * 100) as Fen;

const day = (value: string): Day => value as Day;

/** `until` null: the text names no end. */
export const ruleOf = (id: string, from: string, until: string | null, source: Source): PayRule => ({
  id,
  from: day(from),
  until: until === null ? null : day(until),
  ...source,
});

/** Floor and cap in yuan. */
export const limits = (rule: PayRule, floor: number, cap: number): BaseLimits => ({
  rule,
  floor: yuan(floor),
  cap: yuan(cap),
});

/** Percent of each side. */
export const rates = (
  rule: PayRule,
  employer: number,
  employee: number | SideRate,
  variant?: ContributionRates['variant'],
): ContributionRates => ({
  rule,
  employer: { percent: employer },
  employee: typeof employee === 'number' ? { percent: employee } : employee,
  ...(variant ? { variant } : {}),
});
