import type { Day } from '#contracts/common';
import type { InsuranceCity, OwnAverage } from '#contracts/insurance';
import type { Fen, PayRule, PayWarning } from '#contracts/pay';
import { isInsuranceCity } from './packs/china';
import { LOCAL_AVERAGES } from './packs/local-averages';
import { warningsOf } from './version-on';

/** An average wage that is known of a city; nobody could use it before it was published. */
export interface CityAverage {
  readonly year: number;
  readonly monthly: Fen;
  readonly publishedOn: Day;
  readonly rule: PayRule;
}

/**
 * The averages of a city in order of their years, as severance needs them: what it counts at most (劳动合同法 47) and what
 * of it is free of tax (财税〔2018〕164号). What HR entered of a year replaces what is shipped of it, once it is published.
 * None of a city whose rules are not shipped.
 * @param day by which they were published
 */
export function localAveragesOf(city: string, day: Day, own: readonly OwnAverage[] = []): CityAverage[] {
  if (!isInsuranceCity(city)) return [];
  const entered = own
    .filter(({ publishedOn }) => publishedOn <= day)
    .map(({ year, month, publishedOn, source }) => ({
      ...{ year, monthly: month, publishedOn },
      rule: ownRule(city, year, publishedOn, source),
    }));
  const shipped = LOCAL_AVERAGES[city]
    .filter(({ year, rule }) => rule.from <= day && !entered.some((each) => each.year === year))
    .map(({ year, month, rule }) => ({ year, monthly: month, publishedOn: rule.from, rule }));
  return [...shipped, ...entered].sort((one, other) => one.year - other.year);
}

/** What has to be said on a day of the latest of these averages: it is old, or nobody has read it in a notice. */
export function averageWarnings(averages: readonly CityAverage[], day: Day): PayWarning[] {
  const used = averages.at(-1);
  return used ? warningsOf(used.rule, day) : [];
}

/** As of a shipped one: the next year's is out by the end of September. */
const ownRule = (city: InsuranceCity, year: number, from: Day, source: string): PayRule => ({
  ...{ id: `own.${city}.average`, from, until: `${year + 2}-09-30` as Day, source },
});
