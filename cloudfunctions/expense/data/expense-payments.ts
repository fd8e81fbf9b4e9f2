import { collection } from '../../shared/data/collection';
import type { ExpensePayment } from '../domain/expense-payment';

const payments = collection<ExpensePayment>('expense_payments');
const MAX_PAYMENTS = 100;

/** The newest payments of one person. */
export const findPaymentsOf = (employeeId: string): Promise<ExpensePayment[]> =>
  payments.list(() => ({ employeeId }), MAX_PAYMENTS, [['approvedAt', 'desc']]);

/** What is to be paid in the whole company, the oldest first. */
export const findDuePayments = (): Promise<ExpensePayment[]> =>
  payments.list(() => ({ state: 'due' }), MAX_PAYMENTS, [['approvedAt', 'asc']]);

/** What was paid last. */
export const findPaidPayments = (): Promise<ExpensePayment[]> =>
  payments.list(() => ({ state: 'paid' }), MAX_PAYMENTS, [['paidAt', 'desc']]);

export const findPayment = (id: string): Promise<ExpensePayment | null> => payments.byId(id);

/** Adds what an approved expense comes to, once. */
export async function addPayment(payment: ExpensePayment): Promise<void> {
  await payments.add(payment);
}

/** Marks a payment as it was read. @returns whether it was as read */
export async function payExpense(
  { _id, rev }: ExpensePayment,
  paid: Pick<ExpensePayment, 'paidAt' | 'paidBy' | 'reference'>,
): Promise<boolean> {
  const changed = await payments.updateWhere(
    () => ({ _id, rev, state: 'due' }),
    ({ inc }) => ({ ...paid, state: 'paid', rev: inc(1) }),
  );
  return changed === 1;
}

/** Saves the corrected reference of a payment as it was read. @returns whether it was as read */
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

/** The expense was undone before it was paid; what is paid stays paid. */
export async function dropPayment(id: string): Promise<void> {
  await payments.updateWhere(
    () => ({ _id: id, state: 'due' }),
    ({ inc }) => ({ state: 'dropped', rev: inc(1) }),
  );
}
