import type { Day, Month } from './common';
import type { Fen, PayRule } from './pay';

/** Cities whose rules are shipped. */
export type InsuranceCity = 'beijing' | 'shanghai' | 'shenzhen' | 'guangzhou' | 'hangzhou' | 'chengdu';

export type InsuranceKind = 'pension' | 'medical' | 'unemployment' | 'injury' | 'maternity';

/** The five insurances, the housing fund and what a company adds to it. */
export type ContributionKind = InsuranceKind | 'fund' | 'supplementaryFund';

/** Floor and cap of a base, monthly, as they were published: never worked out from an average. */
export interface BaseLimits {
  readonly rule: PayRule;
  readonly floor: Fen;
  readonly cap: Fen;
}

/** What one side pays: percent of the base, with at most four decimals, and a fixed amount beside it. */
export interface SideRate {
  readonly percent: number;
  readonly fixed?: Fen;
}

export interface ContributionRates {
  readonly rule: PayRule;
  readonly employer: SideRate;
  readonly employee: SideRate;
  /** For people of that tier or household alone. */
  readonly variant?: 'tier2' | 'local';
}

/** Rates that are chosen within bounds, in percent; both sides alike. */
export interface RateRange {
  readonly rule: PayRule;
  readonly least: number;
  readonly most: number;
  /** Percents are whole multiples of it; absent where no text that was read says so. */
  readonly step?: number;
}

/** Rates of the employer's injury insurance by class of risk, in percent; the agency assigns one. */
export interface InjuryRates {
  readonly rule: PayRule;
  readonly classes: readonly number[];
}

/** A percentage of the fund for each side. */
export interface FundRate {
  readonly employer: number;
  readonly employee: number;
}

/** What a company has decided or been assigned in a city, from a month on. */
export interface InsuranceChoice {
  readonly from: Month;
  /** Percent that the agency assigned; null: the lowest class, to be confirmed. */
  readonly injuryRate: number | null;
  readonly fund: FundRate;
  /** Null: none. */
  readonly supplementaryFund: FundRate | null;
  /** Of medical insurance, where a city has two. */
  readonly medicalTier: 1 | 2;
  /** Percent of the usual pay for sick days by the contract, where the law has a floor alone; null: the floor. */
  readonly sickPercent: number | null;
}

/** Limits that HR entered from a newer notice. */
export interface OwnLimits {
  readonly kind: ContributionKind;
  readonly from: Day;
  readonly until: Day | null;
  readonly floor: Fen;
  readonly cap: Fen;
  readonly source: string;
}

/** Rates that HR entered from a newer notice. */
export interface OwnRates {
  readonly kind: InsuranceKind;
  readonly from: Day;
  readonly until: Day | null;
  readonly employer: SideRate;
  readonly employee: SideRate;
  readonly source: string;
}

/** The average monthly wage of a year that HR entered, as the city has published it. */
export interface OwnAverage {
  readonly year: number;
  readonly month: Fen;
  /** Nobody could use it before. */
  readonly publishedOn: Day;
  readonly source: string;
}

/** A person's declared bases: of the insurances together, of the fund, and of one insurance if it differs. */
export interface Bases {
  readonly insurance: Fen | null;
  readonly fund: Fen | null;
  readonly own?: Partial<Readonly<Record<ContributionKind, Fen>>>;
  /** Not paid for this person, such as a pensioner who works on. */
  readonly without?: readonly ContributionKind[];
  /** Of the city: the employer pays more pension insurance in Shenzhen. */
  readonly isLocal?: boolean;
}

/** What was due of a kind in a month, for both sides. */
export interface ContributionLine {
  readonly kind: ContributionKind;
  /** Paid later than its month, or paid back: what the month comes to by now, less what was paid. Missing of the month itself. */
  readonly of?: Month;
  readonly base: Fen;
  readonly employee: Fen;
  readonly employer: Fen;
}
