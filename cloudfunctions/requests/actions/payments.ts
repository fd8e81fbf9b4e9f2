import { strictObject } from 'valibot';
import type { ExpensePaymentBrief, RequestsContract } from '../../../typings/contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { abilityOf, can } from '../../shared/kernel/policy';
import { findDuePayments, findPaymentsOf } from '../data/expense-payments';
import type { ExpensePayment } from '../domain/receipts/expense-payment';

/** One's own approved expenses and whether they were paid; for payroll also what is due in the company. */
export const payments = employeeAction<RequestsContract['payments']>({
  input: strictObject({}),
  allow: can('read', 'OwnRequests'),
  async run({ me }) {
    const pays = abilityOf(me.roles).can('read', 'ExpensePayments');
    const [own, due] = await Promise.all([findPaymentsOf(me._id), pays ? findDuePayments() : []]);
    return { own: own.flatMap(paymentBrief), due: due.flatMap(paymentBrief) };
  },
});

/** Nothing for an expense that was undone. */
export function paymentBrief(payment: ExpensePayment): ExpensePaymentBrief[] {
  const { _id, rev, employeeId, name, nameEn, fen, state, approvedAt, paidAt, reference } = payment;
  if (state === 'dropped') return [];
  return [
    { id: _id, rev, person: { id: employeeId, name, nameEn }, fen, state, approvedAt, paidAt, reference },
  ];
}
