import type { Day } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';
import type { Fen, PayWarning } from '#contracts/pay';
import { isInsuranceCity } from './packs/china';
import type { LocalAverage } from './packs/local-averages';
import { LOCAL_AVERAGES } from './packs/local-averages';
import { versionOn, warningsOf } from './version-on';

/** Three times the average: the wage that severance counts at most, and what is free of tax (财税〔2018〕164号). */
const TIMES = 3;

export interface AverageOnPayment {
  readonly average: LocalAverage;
  /** The month's wage that severance counts at most (劳动合同法 47). */
  readonly wageCap: Fen;
  /** What of a severance payment is free of tax: three times the average of a year. */
  readonly exemption: Fen;
  readonly warnings: readonly PayWarning[];
}

/**
 * The average that was published on the day of payment: in March that of the year before last, because last year's comes
 * out in August.
 * @param own averages that HR entered, by day of publication
 * @throws AppError PAY_RULE_MISSING where none is known
 */
export function averageOnPayment(
  city: InsuranceCity,
  day: Day,
  own: readonly LocalAverage[] = [],
): AverageOnPayment {
  const known = [...LOCAL_AVERAGES[city], ...own].sort((a, b) => (a.rule.from < b.rule.from ? -1 : 1));
  const average = versionOn(known, day, `cn.${city}.average`);
  return {
    average,
    wageCap: (average.month * TIMES) as Fen,
    exemption: (average.month * TIMES * 12) as Fen,
    warnings: warningsOf(average.rule, day),
  };
}

/** Averages of a city as the tax on severance needs them; none of a city whose rules are not shipped. */
export const localAveragesOf = (city: string): { year: number; monthly: Fen; publishedOn: Day }[] =>
  isInsuranceCity(city)
    ? LOCAL_AVERAGES[city].map(({ year, month, rule }) => ({ year, monthly: month, publishedOn: rule.from }))
    : [];
