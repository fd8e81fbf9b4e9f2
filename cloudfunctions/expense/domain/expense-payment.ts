import type { Instant } from '#contracts/common';
import type { PaymentCorrection } from '#contracts/expense';

/** A document of `expense_payments`; `_id` is the approved expense: the amount to be paid, and the payment. */
export interface ExpensePayment {
  readonly _id: string;
  readonly rev: number;
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  /** Fen, after deducting the advance; if negative, the employee repays it. */
  readonly fen: number;
  readonly state: 'due' | 'paid' | 'dropped';
  readonly approvedAt: Instant;
  readonly paidAt: Instant | null;
  readonly paidBy: string | null;
  /** Reference of the bank transfer or the payroll run. */
  readonly reference: string;
  /** Absent if nothing was ever corrected. */
  readonly history?: readonly PaymentCorrection[];
}

interface Correction {
  readonly reference: string;
  readonly reason: string;
  readonly by: { readonly _id: string; readonly name: string; readonly nameEn: string };
  readonly at: Instant;
}

const MAX_HISTORY = 50;

/** The payment with another reference, and a history entry. */
export const corrected = (
  payment: ExpensePayment,
  { reference, reason, by, at }: Correction,
): ExpensePayment & { readonly history: readonly PaymentCorrection[] } => ({
  ...payment,
  rev: payment.rev + 1,
  reference,
  history: [
    ...(payment.history ?? []),
    {
      at,
      byId: by._id,
      byName: by.name,
      byNameEn: by.nameEn,
      from: payment.reference,
      to: reference,
      reason,
    },
  ].slice(-MAX_HISTORY),
});

/** Whether the same person just made the same correction: a retry or a double tap. */
export function isCorrectedAlready({ history = [] }: ExpensePayment, { reference, reason, by }: Correction) {
  const last = history[history.length - 1];
  return last?.byId === by._id && last.to === reference && last.reason === reason;
}
