import type { Month } from '#contracts/common';
import type { InsuranceChoice, InsuranceCity } from '#contracts/insurance';
import { CITY_PACKS } from './packs/china';

/** Before the company has entered anything: the lowest rates that the law allows, which HR has to confirm. */
export function usualChoice(city: InsuranceCity, from: Month): InsuranceChoice {
  const least = CITY_PACKS[city].fund.at(-1)?.least ?? 5;
  return {
    from,
    injuryRate: null,
    fund: { employer: least, employee: least },
    supplementaryFund: null,
    medicalTier: 1,
    sickPercent: null,
  };
}
