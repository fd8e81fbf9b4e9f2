import type { Day, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { PensionPayment } from '#contracts/tax';
import { PRIVATE_PENSION } from './packs/deductions';
import { ruleOn } from './rule';

interface PensionQuestion {
  readonly payments: readonly PensionPayment[];
  /** Months whose payments are in the totals that were taken over. */
  readonly carried: { readonly from: Month; readonly until: Month } | null;
  /** Deducted here in the year so far. */
  readonly deducted: Fen;
  readonly paidOn: Day;
}

/**
 * What of the private pension 个人养老金 is deducted with a payment of wages: the contributions of the year up to its month
 * with a voucher, at most the year's limit, less what was deducted. What is entered later counts with the next payment.
 */
export function pensionNow({ payments, carried, deducted, paidOn }: PensionQuestion): Fen {
  const month = paidOn.slice(0, 7);
  const isCarried = (each: Month) => carried !== null && carried.from <= each && each <= carried.until;
  const due = sumOf(payments.filter((each) => each.month <= month && !isCarried(each.month)));
  const elsewhere = sumOf(payments.filter((each) => isCarried(each.month)));
  const left = Math.max(0, pensionLimit(paidOn) - elsewhere);
  return Math.max(0, Math.min(due, left) - deducted) as Fen;
}

/** Of a year. @throws AppError PAY_RULE_MISSING before the rule began */
export const pensionLimit = (day: Day): Fen => ruleOn(PRIVATE_PENSION, day).value;

const sumOf = (payments: readonly PensionPayment[]): Fen =>
  payments.reduce((sum, { amount }) => sum + amount, 0) as Fen;
