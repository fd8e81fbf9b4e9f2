import { collection } from '../../shared/data/collection';
import {
  figure,
  figureOrNone,
  listOfObjects,
  maybe,
  oneOf,
  text,
  textOrNone,
} from '../../shared/faults/checks';
import type { ExpensePayment } from '../domain/expense-payment';

export const payments = collection<ExpensePayment>('expense_payments', {
  rev: figure,
  employeeId: text,
  name: text,
  nameEn: text,
  fen: figure,
  state: oneOf('due', 'paid', 'dropped'),
  approvedAt: figure,
  paidAt: figureOrNone,
  paidBy: textOrNone,
  reference: text,
  history: maybe(listOfObjects({ at: figure, from: text, to: text })),
});
const MAX_PAYMENTS = 100;

/** The latest payments of one person. */
export const findPaymentsOf = (employeeId: string): Promise<ExpensePayment[]> =>
  payments.list(() => ({ employeeId }), MAX_PAYMENTS, [['approvedAt', 'desc']]);

/** Due payments of the whole company, oldest first. */
export const findDuePayments = (): Promise<ExpensePayment[]> =>
  payments.list(() => ({ state: 'due' }), MAX_PAYMENTS, [['approvedAt', 'asc']]);

/** The most recently paid ones. */
export const findPaidPayments = (): Promise<ExpensePayment[]> =>
  payments.list(() => ({ state: 'paid' }), MAX_PAYMENTS, [['paidAt', 'desc']]);

export const findPayment = (id: string): Promise<ExpensePayment | null> => payments.byId(id);

/** Adds the payment of an approved expense. Idempotent. */
export async function addPayment(payment: ExpensePayment): Promise<void> {
  await payments.add(payment);
}

/** Marks a payment as paid if it is unchanged since it was read. @returns whether it was saved */
export async function markPaymentPaid(
  { _id, rev }: ExpensePayment,
  paid: Pick<ExpensePayment, 'paidAt' | 'paidBy' | 'reference'>,
): Promise<boolean> {
  const changed = await payments.updateWhere(
    () => ({ _id, rev, state: 'due' }),
    ({ inc }) => ({ ...paid, state: 'paid', rev: inc(1) }),
  );
  return changed === 1;
}

/** Saves a corrected reference if the payment is unchanged since it was read. @returns whether it was saved */
export async function saveReference(
  { _id, rev }: ExpensePayment,
  { reference, history }: Required<Pick<ExpensePayment, 'reference' | 'history'>>,
): Promise<boolean> {
  const changed = await payments.updateWhere(
    () => ({ _id, rev, state: 'paid' }),
    ({ inc }) => ({ reference, history, rev: inc(1) }),
  );
  return changed === 1;
}

/** Drops the payment of an expense that was cancelled before it was paid; a paid one remains. */
export async function dropPayment(id: string): Promise<void> {
  await payments.updateWhere(
    () => ({ _id: id, state: 'due' }),
    ({ inc }) => ({ state: 'dropped', rev: inc(1) }),
  );
}
