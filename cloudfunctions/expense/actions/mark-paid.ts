import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { changeOnce, expectedItemRevision } from '../../shared/data/change-once';
import { AppError } from '../../shared/errors/app-error';
import { line } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { findPayment, markPaymentPaid } from '../data/expense-payments';
import type { ExpensePayment } from '../domain/expense-payment';
import { paymentView } from '../domain/payment-view';

export const reference = line(100);

/**
 * The payment of another person. @throws AppError NOT_FOUND, also if the expense was cancelled; FORBIDDEN for
 * the caller's own
 */
export async function requirePayment(id: string, me: Employee): Promise<ExpensePayment> {
  const payment = await findPayment(id);
  if (!payment || payment.state === 'dropped') throw new AppError('NOT_FOUND', { what: 'payment' });
  if (payment.employeeId === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
  return payment;
}

/**
 * Payroll marks an expense as paid. Idempotent. Nobody may pay their own expense.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED
 */
export const markPaid = employeeAction<RequestsContract['markPaid']>({
  input: strictObject({ ...expectedItemRevision, reference }),
  allow: can('update', 'ExpensePayments'),
  texts: ({ reference: written }) => [written],
  async run({ input: { id, rev, reference: paidReference }, me, now }) {
    const before = await requirePayment(id, me);
    const paid = { state: 'paid', paidAt: now, paidBy: me._id, reference: paidReference } as const;
    const after = await changeOnce<ExpensePayment>({
      before,
      rev,
      isDone: (item) => item.state === 'paid' && item.paidBy === me._id && item.reference === paidReference,
      save: async () => ((await markPaymentPaid(before, paid)) ? { ...before, ...paid, rev: rev + 1 } : null),
      reload: () => findPayment(id),
    });
    return paymentView(after);
  },
});
