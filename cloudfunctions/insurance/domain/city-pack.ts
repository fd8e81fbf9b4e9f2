import type {
  BaseLimits,
  ContributionKind,
  ContributionRates,
  InjuryRates,
  InsuranceCity,
  InsuranceKind,
  RateRange,
} from '#contracts/insurance';

/** What each side of the fund is rounded to. */
export type FundRounding = 'yuan' | 'fen';

/** The rules of a city. Every list is in order of its dates; floor, cap and rates have dates of their own. */
export interface CityPack {
  readonly city: InsuranceCity;
  readonly limits: Readonly<Record<ContributionKind, readonly BaseLimits[]>>;
  /** Empty where a city has no insurance of that kind of its own. */
  readonly rates: Readonly<Record<Exclude<InsuranceKind, 'injury'>, readonly ContributionRates[]>>;
  readonly injury: readonly InjuryRates[];
  readonly fund: readonly RateRange[];
  readonly supplementaryFund: readonly RateRange[];
  readonly fundRounding: FundRounding;
}
