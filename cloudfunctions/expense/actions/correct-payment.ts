import { minLength, pipe, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { changeOnce, expectedItemRevision } from '../../shared/data/change-once';
import { AppError } from '../../shared/errors/app-error';
import { text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPayment, saveReference } from '../data/expense-payments';
import { corrected, type ExpensePayment, isCorrectedAlready } from '../domain/expense-payment';
import { paymentView } from '../domain/payment-view';
import { reference, requirePayment } from './mark-paid';

/**
 * Payroll corrects a wrong payment reference; the history keeps the old one, who changed it and why.
 * Idempotent. Nobody may correct their own payment.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED, INPUT_INVALID if nothing would change
 */
export const correctPayment = employeeAction<RequestsContract['correctPayment']>({
  input: strictObject({ ...expectedItemRevision, reference, reason: pipe(text(200), minLength(1)) }),
  allow: can('update', 'ExpensePayments'),
  texts: ({ reference: written, reason }) => [written, reason],
  async run({ input: { id, rev, ...change }, me, now }) {
    const before = await requirePayment(id, me);
    const correction = { ...change, by: me, at: now };
    const after = await changeOnce<ExpensePayment>({
      before,
      rev,
      isDone: (item) => isCorrectedAlready(item, correction),
      async save() {
        if (before.reference === change.reference)
          throw new AppError('INPUT_INVALID', { path: 'reference', rule: 'unchanged' });
        const updated = corrected(before, correction);
        return (await saveReference(before, updated)) ? updated : null;
      },
      reload: () => findPayment(id),
    });
    return paymentView(after);
  },
});
