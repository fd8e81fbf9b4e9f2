import type { Day, Instant, Month, NoInput, Page } from './common';
import type { Fen } from './pay';
import type { PersonBrief } from './person';

/** What one payer has paid and withheld in a tax year so far. */
export interface TaxTotals {
  /** Taxable and exempt earnings together. */
  readonly income: Fen;
  readonly exempt: Fen;
  /** Insurance and fund of the employee 专项扣除. */
  readonly contributions: Fen;
  /** 依法确定的其他扣除, such as a private pension. */
  readonly other: Fen;
  /** 减免税额. */
  readonly relief: Fen;
  /** Never written down: what was withheld too much stays as credit. */
  readonly withheld: Fen;
}

/** How the allowance of the year is counted; `monthly` if nothing else is set. */
export type AllowanceRule = 'monthly' | 'first-job' | 'sixty-thousand';

/** How a person's pay is taxed. */
export type TaxKind = 'resident' | 'student' | 'non-resident';

interface ChildDetail {
  readonly name: string;
  readonly born: Day;
  /** The other parent deducts the other half. */
  readonly share: 50 | 100;
}

/** What is declared for a special additional deduction 专项附加扣除. */
export type DeductionDetail =
  | ({ readonly kind: 'child' } & ChildDetail)
  | ({ readonly kind: 'infant' } & ChildDetail)
  /** `enrolled`: the month in which this degree was begun. */
  | { readonly kind: 'degree'; readonly enrolled: Month }
  | { readonly kind: 'certificate'; readonly name: string; readonly obtained: Day }
  /** `firstPaid`: the month of the first instalment. */
  | { readonly kind: 'mortgage'; readonly firstPaid: Month; readonly share: 50 | 100 }
  /** `size`: a major city is one of the list of the rule; a large one has more than a million inhabitants. */
  | { readonly kind: 'rent'; readonly city: string; readonly size: 'major' | 'large' | 'small' }
  /** `amount`: what brothers and sisters agreed on, per month; null for an only child. */
  | { readonly kind: 'elder'; readonly name: string; readonly born: Day; readonly amount: Fen | null };

export type DeductionKind = DeductionDetail['kind'];

/** A deduction from a month on. A change is another one that begins where this one ends. */
export interface DeclaredDeduction {
  readonly id: string;
  readonly detail: DeductionDetail;
  readonly from: Month;
  /** The last month; null while it goes on. */
  readonly until: Month | null;
  /** It counts in the years up to this one; each December the person confirms the next year. */
  readonly confirmedYear: number;
}

/** Both ways to tax a bonus. Amounts are what the bonus adds to the year's tax. */
export interface BonusChoice {
  /** Null where it is not allowed. */
  readonly separate: Fen | null;
  /** Why it is not: the rule has ended, there was one in the year, or the person's pay is taxed otherwise. */
  readonly refused: 'ended' | 'used' | 'kind' | null;
  /** Null where the wages have no year. */
  readonly merged: Fen | null;
  readonly cheaper: 'separate' | 'merged' | 'equal';
  /** By how much. */
  readonly saves: Fen;
  /** Between these bonuses the lower one brings more. */
  readonly lossZone: { readonly from: Fen; readonly until: Fen } | null;
}

/** Of a declared deduction: HR checks it, and only then it counts. */
export type DeductionState = 'waiting' | 'accepted' | 'returned';

/** A declared deduction as it is kept. */
export interface DeductionEntry extends DeclaredDeduction {
  readonly state: DeductionState;
  readonly declaredAt: Instant;
  /** Who accepted or returned it, and when. */
  readonly decided: { readonly by: PersonBrief; readonly at: Instant } | null;
  /** Why it was returned; null otherwise. */
  readonly reason: string | null;
  /** The deduction that this one changes from its first month on, once it is accepted. */
  readonly replaces: string | null;
}

export interface DeductionView extends DeductionEntry {
  /** Per month; of a certificate, in its year. */
  readonly amount: Fen;
}

/** All that one person declared. */
export interface DeductionsView {
  readonly rev: number;
  /** Those that go on first, the latest first. */
  readonly items: readonly DeductionView[];
  readonly month: Month;
  /** Of accepted ones in the month. */
  readonly total: Fen;
  /** The year that can be confirmed now, if something goes on that is not confirmed for it. */
  readonly toConfirm: number | null;
}

/** What is taken over from before the first payroll here. */
export interface TaxCarryIn {
  /** Another system of the same payer; or a payer whose withholding was taken over (merger, division, transfer). */
  readonly source: 'earlier-system' | 'taken-over';
  /** The first and the last month of the year that are in the totals. */
  readonly from: Month;
  readonly until: Month;
  readonly totals: TaxTotals;
}

/** A contribution to one's private pension 个人养老金 in a month, with its voucher. */
export interface PensionPayment {
  readonly month: Month;
  readonly amount: Fen;
}

export interface TaxYearDraft {
  readonly kind: TaxKind;
  readonly allowance: AllowanceRule;
  readonly carryIn: TaxCarryIn | null;
  /** A bonus of the year that was taxed by itself before or elsewhere. */
  readonly bonusTaxedOn: Day | null;
  /** In order of the months; together at most the limit of the year. */
  readonly pension: readonly PensionPayment[];
}

/** What payroll knows of a person's tax year before its first run. */
export interface TaxYearView extends TaxYearDraft {
  readonly version: number;
  readonly changes: readonly { readonly at: Instant; readonly by: PersonBrief }[];
}

/** What the allowance rests on; see `AllowanceFacts` of the rules. */
export interface AllowanceFacts {
  /** Months of the year before for which wages were declared here. */
  readonly monthsDeclared: number;
  /** Wages from somebody else in the year before. */
  readonly hadOtherPayer: boolean;
  /** All wages of the year before with bonuses, and nothing deducted. */
  readonly incomeBefore: Fen;
  /** Wages earlier in this year, or labour fees taxed cumulatively, from anybody. */
  readonly hadIncomeThisYear: boolean;
}

/** Actions of the function `payroll` about tax. */
export interface TaxContract {
  deductions: { input: NoInput; output: DeductionsView };
  declareDeduction: {
    input: {
      key: string;
      replaces: string | null;
      detail: DeductionDetail;
      from: Month;
      until: Month | null;
    };
    output: DeductionsView;
  };
  /** The last month of an accepted one. */
  endDeduction: { input: { id: string; until: Month }; output: DeductionsView };
  /** Takes back one that was not accepted. */
  dropDeduction: { input: { id: string }; output: DeductionsView };
  confirmDeductions: { input: { year: number }; output: DeductionsView };
  /** Who waits for HR, the longest first. */
  deductionChecks: {
    input: { cursor?: string };
    output: Page<{ readonly person: PersonBrief; readonly count: number; readonly since: Instant }>;
  };
  deductionsOf: { input: { employeeId: string }; output: DeductionsView & { readonly person: PersonBrief } };
  decideDeduction: {
    input: { employeeId: string; id: string; rev: number; accept: boolean; reason: string | null };
    output: DeductionsView & { readonly person: PersonBrief };
  };
  taxYear: { input: { employeeId: string; year: number }; output: TaxYearView };
  saveTaxYear: {
    input: {
      employeeId: string;
      year: number;
      version: number;
      draft: TaxYearDraft;
      facts: AllowanceFacts;
    };
    output: TaxYearView;
  };
}
