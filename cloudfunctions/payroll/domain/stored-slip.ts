import type { Day, Instant, Month } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';
import type { PayDispute } from '#contracts/payslips';
import type { TaxTotals } from '#contracts/tax';
import type { ComputedSlip } from './computed-slip';

/** What the payments of a tax year come to with this slip. */
export interface TaxYear {
  readonly year: number;
  readonly totals: TaxTotals;
  /** What of the totals was taken over from elsewhere, as it was known then. */
  readonly carryIn?: TaxTotals;
  /** Months of payment that were counted, this one included, ascending. */
  readonly paidIn: readonly Month[];
  /** Months whose locked slips were counted, with the version of their run. */
  readonly counted: readonly { readonly month: Month; readonly version: number }[];
  /** On which a yearly bonus was taxed by itself, here or as it was taken over. */
  readonly bonusTaxedOn: Day | null;
}

/** What a slip says, as it is encrypted. */
export interface SlipContent extends ComputedSlip {
  /** Whose rules of insurance and fund were used; null without a base. */
  readonly city: InsuranceCity | null;
  readonly taxYear: TaxYear;
}

/** What the employee has done with a slip. */
export interface SlipAnswers {
  readonly readVersion: number;
  readonly confirmedVersion: number;
  readonly confirmedAt: Instant | null;
  readonly disputes: readonly PayDispute[];
  /** A dispute was answered, and its owner has not opened the slip since. */
  readonly hasNewAnswer: boolean;
}

/** The slip of a month; `_id` is `<employee>:<month>`. */
export interface StoredSlip extends SlipAnswers {
  readonly _id: string;
  readonly employeeId: string;
  readonly month: Month;
  readonly paidOn: Day;
  readonly rev: number;
  readonly content: SlipContent;
  readonly hasOpenDispute: boolean;
}

export const NO_ANSWERS: SlipAnswers = {
  ...{ readVersion: 0, confirmedVersion: 0, confirmedAt: null, disputes: [], hasNewAnswer: false },
};

export const slipId = (employeeId: string, month: Month): string => `${employeeId}:${month}`;
