import type { Day } from '#contracts/common';
import type { FundRate, InsuranceChoice, RateRange } from '#contracts/insurance';
import type { BaseProblem, DeclaredBase } from '#contracts/insurance-records';
import type { CityPack } from './city-pack';
import { brokenBy } from './rate-range';

type Own = Pick<DeclaredBase, 'fundRate' | 'supplementaryRate'>;

/** The company's choice with the percents that were agreed with one person. */
export function withOwnPercents(choice: InsuranceChoice, own: Own | null): InsuranceChoice {
  if (!own?.fundRate && !own?.supplementaryRate) return choice;
  const { fundRate: fund = choice.fund, supplementaryRate: supplementary = choice.supplementaryFund } = own;
  return {
    ...choice,
    fund,
    supplementaryFund: supplementary && takesPart(supplementary) ? supplementary : null,
  };
}

type RateProblem = Pick<BaseProblem, 'rule' | 'least' | 'most' | 'step'>;
type Ranges = Pick<CityPack, 'fund' | 'supplementaryFund'>;

/**
 * Why the percents of a person cannot hold from a month on; null if they can. The bounds are those of the first day: a city
 * that narrows them later blocks the month of whoever is out of them, by name.
 */
export function percentProblem(
  ranges: Ranges,
  { from, fund, isPensioner, fundRate, supplementaryRate }: DeclaredBase,
): RateProblem | null {
  const extra = supplementaryRate && takesPart(supplementaryRate) ? supplementaryRate : null;
  if ((fundRate || extra) && isPensioner) return { rule: 'pensioner' };
  if ((fundRate || extra) && !fund) return { rule: 'no-fund-base' };
  if (extra && ranges.supplementaryFund.length === 0) return { rule: 'no-supplementary' };
  const day = `${from}-01` as Day;
  return (
    (fundRate ? brokenRange('fund', fundRate, ranges.fund, day) : null) ??
    (extra ? brokenRange('supplementary', extra, ranges.supplementaryFund, day) : null)
  );
}

function brokenRange(
  kind: 'fund' | 'supplementary',
  { employer, employee }: FundRate,
  ranges: readonly RateRange[],
  day: Day,
): RateProblem | null {
  const range = ranges.findLast(({ rule }) => rule.from <= day);
  if (!range) return { rule: 'no-rule' };
  const broken = brokenBy(employer, range) ?? brokenBy(employee, range);
  if (broken === 'rate') return { rule: `${kind}-rate`, least: range.least, most: range.most };
  return broken === 'step' ? { rule: `${kind}-step`, step: range.step ?? 0 } : null;
}

const takesPart = ({ employer, employee }: FundRate): boolean => employer > 0 || employee > 0;
