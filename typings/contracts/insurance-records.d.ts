import type { ChangeEntry } from './change';
import type { Day, Month, PageOf } from './common';
import type {
  BaseLimits,
  ContributionKind,
  ContributionLine,
  FundRate,
  InsuranceChoice,
  InsuranceCity,
  OwnAverage,
  OwnLimits,
  OwnRates,
  RateRange,
  SideRate,
} from './insurance';
import type { Fen, PayRule } from './pay';
import type { PersonBrief } from './person';

/** What HR enters of a city. Every list is in order of its dates. */
export interface InsuranceSettings {
  readonly choices: readonly InsuranceChoice[];
  readonly limits: readonly OwnLimits[];
  readonly rates: readonly OwnRates[];
  /** Of severance: what it counts at most, and what of it is free of tax. Absent: as they are stored. */
  readonly averages?: readonly OwnAverage[];
}

/** An average wage that is known of a city; `rule.from` is the day on which it was published. */
export interface KnownAverage {
  readonly year: number;
  readonly month: Fen;
  readonly rule: PayRule;
  readonly isOwn: boolean;
}

/** What holds in a city for one kind of contribution. */
export interface RuleInForce {
  readonly kind: ContributionKind;
  readonly limits: BaseLimits;
  readonly employer: SideRate;
  readonly employee: SideRate;
  readonly rates: PayRule;
  /** The limits, or the rates, have ended and nothing newer is entered. */
  readonly isEnded: boolean;
}

export interface InsuranceProfile extends InsuranceSettings {
  readonly city: InsuranceCity;
  /** 0 if the company has entered nothing. */
  readonly version: number;
  /** By the stored choice, or an ordinary one before there is any. */
  readonly inForce: readonly RuleInForce[];
  /** What may be chosen for the fund today; `supplementaryFund` null where the city has none. */
  readonly ranges: { readonly fund: RateRange; readonly supplementaryFund: RateRange | null };
  readonly averages: readonly OwnAverage[];
  /** The averages of severance, shipped and entered, the latest year first. */
  readonly knownAverages: readonly KnownAverage[];
  readonly history: readonly ChangeEntry[];
}

/** What a change of a profile comes to for the people of the city, in the month in which it begins. */
export interface ProfileEffect {
  readonly month: Month;
  readonly people: number;
  /** Who pays another amount than before. */
  readonly changed: number;
  readonly before: { readonly employee: Fen; readonly employer: Fen };
  readonly after: { readonly employee: Fen; readonly employer: Fen };
}

/** A person's declared bases from a month on. */
export interface DeclaredBase {
  readonly from: Month;
  readonly insurance: Fen | null;
  readonly fund: Fen | null;
  /** Of the city's household register. */
  readonly isLocal: boolean;
  /** Draws a pension and works on: injury insurance alone. */
  readonly isPensioner: boolean;
  /** Of the fund, where it is not what the company has chosen for the city. */
  readonly fundRate?: FundRate;
  /** The same of the supplementary fund; zero on both sides for who takes no part. */
  readonly supplementaryRate?: FundRate;
}

export interface PersonBases {
  readonly person: PersonBrief;
  readonly city: string;
  /** The latest first; empty if nothing was entered. */
  readonly bases: readonly DeclaredBase[];
}

/** One line of a pasted sheet. */
export interface BaseEntry extends DeclaredBase {
  readonly employeeId: string;
}

/** A line that was checked, with the revision of what it was compared with; none where nothing was stored. */
export interface BaseToSave extends BaseEntry {
  readonly rev?: number;
}

/**
 * Own percents that cannot be: the city has no such fund, none is known in that month, out of bounds, nothing to take it from,
 * or a pensioner, who has no fund.
 */
export type RateProblemRule =
  | 'no-supplementary'
  | 'no-rule'
  | 'no-fund-base'
  | 'pensioner'
  | 'fund-rate'
  | 'fund-step'
  | 'supplementary-rate'
  | 'supplementary-step';

/**
 * What is wrong with a line: nobody has that number, it comes twice, the city has no shipped rules, the month is before
 * there were any (`too-early`) or over a year ahead (`too-far`) or before the person was hired, or an own percent of the fund; the base
 * would hold in paid months that no run works out again (`paid`), or the person was paid for the last time (`paid-off`).
 */
export interface BaseProblem {
  readonly line: number;
  readonly employeeId: string;
  readonly rule:
    | 'unknown'
    | 'own'
    | 'twice'
    | 'city'
    | 'left'
    | 'before-hire'
    | 'too-early'
    | 'too-far'
    | 'paid'
    | 'paid-off'
    | RateProblemRule;
  /** What the city allows, in percent: of `fund-rate`, `supplementary-rate`, and `step` of the other two. */
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  /** Of `paid`: the first month that is possible. */
  readonly first?: Month;
  /** Of `paid-off`: the last day. */
  readonly day?: Day;
}

export interface CheckedBase {
  readonly person: PersonBrief;
  /** Of what is stored of the person; 0 if nothing is. */
  readonly rev: number;
  /** What held in that month before; null if nothing did. */
  readonly before: DeclaredBase | null;
  readonly after: DeclaredBase;
}

/** A month of one's own insurance and fund. */
export interface ContributionMonth {
  readonly month: Month;
  readonly city: InsuranceCity;
  readonly lines: readonly ContributionLine[];
}

/** Actions of the function `payroll` about insurance and fund. */
export interface InsuranceContract {
  insuranceProfile: { input: { readonly city: InsuranceCity }; output: InsuranceProfile };
  /** What the change would do to people; nothing is saved. */
  previewInsurance: {
    input: { readonly city: InsuranceCity; readonly settings: InsuranceSettings; readonly month: Month };
    output: ProfileEffect;
  };
  saveInsuranceProfile: {
    input: {
      readonly city: InsuranceCity;
      readonly settings: InsuranceSettings;
      readonly expectedVersion: number;
    };
    output: InsuranceProfile;
  };
  insuranceBases: { input: { readonly cursor?: string }; output: PageOf<PersonBases> };
  /** Lines that were checked; nothing is saved. */
  checkBases: {
    input: { readonly entries: readonly BaseEntry[] };
    output: { readonly problems: readonly BaseProblem[]; readonly checked: readonly CheckedBase[] };
  };
  /** All of the lines or none, while nobody has changed the people's bases since. The same again changes nothing. */
  saveBases: { input: { readonly entries: readonly BaseToSave[] }; output: { readonly saved: number } };
  /** The caller's own record of a year. `opening`: what `openPay` gave. */
  ownContributions: {
    input: { readonly year: number; readonly opening: string };
    output: { readonly months: readonly ContributionMonth[] };
  };
}
