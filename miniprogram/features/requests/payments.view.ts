import type { Minutes } from '#contracts/common';
import type { ExpensePaymentBrief } from '#contracts/expense';
import { avatarText } from '../../common/avatar-text';
import { CHINA_UTC_OFFSET } from '../../common/units';
import { errorText } from '../../locales/error-text';
import { moneyText, personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { dayOf, dayText } from '../../utils/dates';
import { paymentText } from './detail-followed.view';

export interface PaymentsModel {
  readonly due: readonly ExpensePaymentBrief[] | null;
  readonly own: readonly ExpensePaymentBrief[];
  readonly failure: Failure | null;
  /** What was paid last in the company; null until payroll asks for it. */
  readonly paid: readonly ExpensePaymentBrief[] | null;
  /** What is being corrected, and its new reference once that is written: then the reason is asked for. */
  readonly correcting: { readonly id: string; readonly reference: string | null } | null;
  /** What is being marked while its reference is asked for. */
  readonly marking: string | null;
  readonly busy: boolean;
  /** The reference that was given last: a payroll run pays many at once. */
  readonly reference: string;
  readonly isPayroll: boolean;
  readonly utcOffset: Minutes;
}

export const noPayments: PaymentsModel = {
  due: null,
  own: [],
  paid: null,
  correcting: null,
  failure: null,
  marking: null,
  busy: false,
  reference: '',
  isPayroll: false,
  utcOffset: CHINA_UTC_OFFSET,
};

/** The server's page size; further payments appear once these are paid. */
const MOST = 100;

function rowOf(payment: ExpensePaymentBrief, model: PaymentsModel, words: Words) {
  const { id, person, fen, approvedAt, state } = payment;
  const name = personName(person, words);
  const isOwn = model.own.some((each) => each.id === id);
  return {
    id,
    initial: avatarText(name),
    name,
    amount: moneyText(Math.abs(fen)),
    approved: words.t('payments.approved', { day: dayText(dayOf(approvedAt, model.utcOffset), words) }),
    text: paymentText(payment, model.utcOffset, words),
    tone: state === 'paid' ? ('ok' as const) : ('warn' as const),
    correct: isOwn ? '' : words.t('payments.correct'),
    mark: isOwn ? '' : words.t(fen < 0 ? 'payments.markReturn' : 'payments.mark'),
    note: isOwn ? words.t('payments.itself') : '',
  };
}

function modeOf({ due, own, failure, isPayroll }: PaymentsModel): 'ready' | 'empty' | 'error' | 'loading' {
  if (!due) return failure ? 'error' : 'loading';
  // Payroll opens the list of paid items from here.
  if (isPayroll) return 'ready';
  return due.length + own.length > 0 ? 'ready' : 'empty';
}

/** The sheet of a correction: the reference first, then why. */
function correctingView({ paid, correcting }: PaymentsModel, words: Words) {
  const wrong = paid?.find(({ id }) => id === correcting?.id);
  const given = correcting?.reference ?? null;
  const note = wrong
    ? words.t('payments.sheetNote', {
        name: personName(wrong.person, words),
        amount: moneyText(Math.abs(wrong.fen)),
      })
    : '';
  const change = { from: wrong?.reference ?? '', to: given ?? '' };
  return {
    asksReference: wrong !== undefined && given === null,
    asksReason: wrong !== undefined && given !== null,
    note,
    change: words.t('payments.change', change),
    reference: wrong?.reference ?? '',
    subject: wrong ? `correct/${wrong.id}` : '',
  };
}

/** Approved expenses: what payroll has to pay, and one's own. */
export function paymentsView(model: PaymentsModel, words: Words) {
  const due = model.due ?? [];
  const marked = due.find(({ id }) => id === model.marking);
  const toPay = due.reduce((sum, { fen }) => sum + fen, 0);
  return {
    mode: modeOf(model),
    error: model.failure ? errorText(model.failure, words, model.utcOffset) : '',
    due: due.map((payment) => rowOf(payment, model, words)),
    own: model.own.map((payment) => rowOf(payment, model, words)),
    total: due.length > 0 ? words.t('payments.total', { count: due.length, amount: moneyText(toPay) }) : '',
    first: due.length >= MOST ? words.t('payments.first', { count: MOST }) : '',
    nothingDue: model.isPayroll && due.length === 0 ? words.t('payments.empty') : '',
    paid: (model.paid ?? []).map((payment) => rowOf(payment, model, words)),
    nothingPaid: model.paid?.length === 0 ? words.t('payments.nothingPaid') : '',
    /** Offers what was paid, until it is there. */
    more: model.isPayroll && model.paid === null ? words.t('payments.showPaid') : '',
    correcting: correctingView(model, words),
    busy: model.busy,
    marking: {
      show: marked !== undefined,
      subject: marked ? `mark/${marked.id}` : '',
      note: marked
        ? words.t('payments.sheetNote', {
            name: personName(marked.person, words),
            amount: moneyText(Math.abs(marked.fen)),
          })
        : '',
      reference: model.reference,
    },
    text: {
      retry: words.t('common.retry'),
      cancel: words.t('common.cancel'),
      loadFailed: words.t('payments.loadFailed'),
      empty: words.t('payments.empty'),
      emptyText: words.t('payments.emptyText'),
      emptyAction: words.t('payments.emptyAction'),
      dueTitle: words.t('payments.dueTitle'),
      paidTitle: words.t('payments.paidTitle'),
      correctTitle: words.t('payments.correct'),
      next: words.t('payments.next'),
      reasonTitle: words.t('payments.reasonTitle'),
      reason: words.t('payments.reason'),
      correctOk: words.t('payments.correctOk'),
      ownTitle: words.t('payments.ownTitle'),
      open: words.t('payments.open'),
      sheetTitle: words.t('payments.sheetTitle'),
      placeholder: words.t('payments.placeholder'),
      ok: words.t('payments.ok'),
    },
  };
}
