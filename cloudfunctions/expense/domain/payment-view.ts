import type { ExpensePaymentBrief } from '#contracts/expense';
import type { ExpensePayment } from './expense-payment';

/** Empty if the expense was cancelled. */
export const paymentBrief = (payment: ExpensePayment): ExpensePaymentBrief[] =>
  payment.state === 'dropped' ? [] : [paymentView(payment)];

/** A payment as returned to clients. */
export function paymentView(payment: ExpensePayment): ExpensePaymentBrief {
  const { _id, rev, employeeId, name, nameEn, fen, state, approvedAt, paidAt, reference, history } = payment;
  return {
    id: _id,
    rev,
    person: { id: employeeId, name, nameEn },
    fen,
    state: state === 'paid' ? 'paid' : 'due',
    approvedAt,
    paidAt,
    reference,
    history: history ?? [],
  };
}
