import { literal, optional, strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { abilityOf, can } from '../../shared/kernel/policy';
import { findDuePayments, findPaidPayments, findPaymentsOf } from '../data/expense-payments';
import { paymentBrief } from '../domain/payment-view';

/** The caller's approved expenses and their payments; for payroll also the due and paid ones of the company. */
export const listPayments = employeeAction<RequestsContract['payments']>({
  input: strictObject({ paid: optional(literal(true)) }),
  allow: can('read', 'OwnRequests'),
  async run({ input, me }) {
    const pays = abilityOf(me).can('read', 'ExpensePayments');
    const ofCompany = input.paid ? findPaidPayments : findDuePayments;
    const [own, found] = await Promise.all([findPaymentsOf(me._id), pays ? ofCompany() : []]);
    const company = found.flatMap(paymentBrief);
    return {
      own: own.flatMap(paymentBrief),
      due: input.paid ? [] : company,
      paid: input.paid ? company : [],
      pays,
    };
  },
});
