import type { Instant } from '../../../../typings/contracts/common';

/** A document of `expense_payments`, `_id` is the approved expense: what is to be paid out, and whether it was. */
export interface ExpensePayment {
  readonly _id: string;
  readonly rev: number;
  readonly employeeId: string;
  readonly name: string;
  readonly nameEn: string;
  /** Fen, less the advance; what is negative the person gives back. */
  readonly fen: number;
  readonly state: 'due' | 'paid' | 'dropped';
  readonly approvedAt: Instant;
  readonly paidAt: Instant | null;
  readonly paidBy: string | null;
  /** Of the bank transfer or the payroll run. */
  readonly reference: string;
}
