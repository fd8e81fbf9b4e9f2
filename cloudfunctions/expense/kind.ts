import type { EffectContext } from '../approvals/kind/kind';
import { defineKind } from '../approvals/kind/registry';
import { findOwnRules } from '../company-rules/public';
import { valuesOfKind } from '../request-types/rules';
import { AppError } from '../shared/errors/app-error';
import { addPayment, dropPayment, findPayment } from './data/expense-payments';
import { claimReceipts, findReceipts, releaseReceipts } from './data/receipts';
import type { ExpensePayment } from './domain/expense-payment';
import { type ExpenseEffect, type ExpenseInputs, expenseRules } from './domain/expense-rules';
import { expenseSettings } from './domain/expense-settings';
import { paymentBrief } from './domain/payment-view';
import { expenseSection } from './rule-section';
import { earlierLines } from './services/earlier-lines';
import { invoicesElsewhere } from './services/invoices-elsewhere';
import { expenseType } from './shipped-type';

/** 报销 Expense: claims its receipts, and is paid by payroll once approved. */
export const expense = defineKind<Required<ExpenseInputs>, ExpenseEffect>({
  name: 'expense',
  types: [expenseType],
  companyRules: expenseSection,
  claimsFiles: true,
  async load({ requestId, type, values, applicant, now }) {
    const files = (valuesOfKind(type.form, values, 'file') as string[][]).flat();
    const [own, receipts] = await Promise.all([findOwnRules(now), findReceipts(applicant._id, files)]);
    const settings = expenseSettings(own);
    const invoiceIds = receipts.flatMap(({ invoiceId }) => invoiceId ?? []);
    const [elsewhere, earlier] = await Promise.all([
      invoicesElsewhere(invoiceIds, applicant._id, requestId),
      earlierLines(applicant._id, requestId, settings.windowDays, now),
    ]);
    return { settings, receipts, elsewhere, earlier };
  },
  decide: expenseRules,
  sideEffects: {
    /**
     * @throws AppError BUSY if a receipt was claimed elsewhere concurrently; on a retry the rules report where
     */
    async 'claim-receipts'({ claims }, { requestId, applicant }) {
      if (!(await claimReceipts(claims, applicant._id, requestId))) throw new AppError('BUSY', {});
    },
    /** The receipts of a paid expense stay claimed, so that nobody is paid for them again. */
    async 'release-receipts'({ claims }, { requestId }) {
      if ((await findPayment(requestId))?.state !== 'paid') await releaseReceipts(claims, requestId);
    },
    'owe-expense': ({ fen }, context) => addPayment(paymentOf(context, fen)),
    'drop-expense': (_, { requestId }) => dropPayment(requestId),
  },
  /** Money that was paid is paid back by payroll, never undone by a request. @throws AppError EXPENSE_PAID */
  async requireUndoable(requestId) {
    const payment = await findPayment(requestId);
    if (payment?.state === 'paid')
      throw new AppError('EXPENSE_PAID', { paidAt: payment.paidAt ?? payment.approvedAt });
  },
  async outcomeOf(requestId) {
    const payment = await findPayment(requestId);
    return { payment: (payment && paymentBrief(payment)[0]) ?? null };
  },
  /** Payroll can view the expenses that they pay. */
  mayAlsoSee: ({ state }, ability) => state === 'approved' && ability.can('read', 'ExpensePayments'),
});

const paymentOf = ({ requestId, applicant, now }: EffectContext, fen: number): ExpensePayment => ({
  _id: requestId,
  rev: 1,
  employeeId: applicant._id,
  name: applicant.name,
  nameEn: applicant.nameEn,
  fen,
  state: 'due',
  approvedAt: now,
  paidAt: null,
  paidBy: null,
  reference: '',
});
