import type { Month } from '#contracts/common';
import type { Fen, PayStep, PayWarning } from '#contracts/pay';
import type { ApartTotals } from './apart-pay';

/** What a month could not pay back: it is taken off the months after it until nothing is left. */
export interface CarriedPay {
  /** The month in which it came about; there is one entry a month. */
  readonly month: Month;
  readonly amount: Fen;
}

export interface SlipTotals extends ApartTotals {
  /** Earnings less what is taken off before tax (应发), with what is taxed apart. */
  readonly gross: Fen;
  /** Taxable earnings less what is taken off before tax, without what is taxed apart. */
  readonly income: Fen;
  readonly exempt: Fen;
  /** What counts for the base of insurance and fund. */
  readonly insurable: Fen;
  /** Insurance and fund of the employee. */
  readonly contributions: Fen;
  /** All taxes together. */
  readonly tax: Fen;
  /** Taken off after tax, without what is paid back. */
  readonly deductions: Fen;
  /** Paid back of months before. */
  readonly repaid: Fen;
  readonly net: Fen;
  /** What the company pays beside: its insurance and fund, and items of its own. */
  readonly employer: Fen;
}

/**
 * A slip as it was worked out. The parts of `net` sum to it: `earnings`, and below zero `deductions`, `contributions`, the
 * taxes and `carried` (what is paid back; above zero what is carried on).
 */
export interface ComputedSlip {
  readonly net: PayStep;
  readonly employer: PayStep;
  readonly totals: SlipTotals;
  /** Open after this month, the earliest first. */
  readonly carried: readonly CarriedPay[];
  readonly warnings: readonly PayWarning[];
}
