import {
  integer,
  maxLength,
  minLength,
  minValue,
  number,
  pipe,
  regex,
  strictObject,
  string,
  trim,
} from 'valibot';
import type { RequestsContract } from '../../../typings/contracts/requests';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPayment, payExpense } from '../data/expense-payments';
import type { ExpensePayment } from '../domain/receipts/expense-payment';
import { paymentBrief } from './payments';

/**
 * Payroll has paid an expense. The same again is answered as the first time. Nobody pays themselves.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED
 */
export const markPaid = employeeAction<RequestsContract['markPaid']>({
  input: strictObject({
    id: pipe(string(), regex(/^[A-Za-z0-9_:-]{1,160}$/)),
    rev: pipe(number(), integer(), minValue(1)),
    reference: pipe(string(), trim(), minLength(1), maxLength(100), regex(/^[^\p{Cc}\p{Cs}]*$/u)),
  }),
  allow: can('update', 'ExpensePayments'),
  async run({ input: { id, rev, reference }, me, now }) {
    const before = await findPayment(id);
    const [brief] = before ? paymentBrief(before) : [];
    if (!before || !brief) throw new AppError('NOT_FOUND', { what: 'payment' });
    if (before.employeeId === me._id) throw new AppError('FORBIDDEN', {});
    const paid = { paidAt: now, paidBy: me._id, reference };
    if (isRepeated(before, paid, rev)) return brief;
    if (before.rev === rev && (await payExpense(before, paid)))
      return { ...brief, rev: rev + 1, state: 'paid', paidAt: now, reference };
    const current = (await findPayment(id)) ?? before;
    const [again] = isRepeated(current, paid, rev) ? paymentBrief(current) : [];
    if (again) return again;
    throw new AppError('REQUEST_CHANGED', { state: current.state, rev: current.rev });
  },
});

/** Whether the same person has just said the same: a retry, or a double tap. */
const isRepeated = (
  payment: ExpensePayment,
  { paidBy, reference }: Pick<ExpensePayment, 'paidBy' | 'reference'>,
  rev: number,
): boolean =>
  payment.state === 'paid' &&
  payment.rev === rev + 1 &&
  payment.paidBy === paidBy &&
  payment.reference === reference;
