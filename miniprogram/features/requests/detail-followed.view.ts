import type { Minutes } from '#contracts/common';
import type { ExpensePaymentBrief } from '#contracts/expense';
import type { RequestDetail } from '#contracts/request';
import { moneyText, personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { dayOf, dayText, instantText, timeOf } from '../../utils/dates';

type Tone = 'ok' | 'warn';

export const nothingFollowed = {
  urgeNote: '',
  undoing: '',
  payment: { show: false, text: '', tone: 'ok' as Tone },
  handover: { show: false, text: '', tone: 'ok' as Tone, employeeId: '' },
};

/** An expense on its way: due, paid with the reference to find it by, or to be given back. */
export function paymentText(payment: ExpensePaymentBrief, utcOffset: Minutes, words: Words): string {
  const amount = moneyText(Math.abs(payment.fen));
  if (payment.state === 'paid' && payment.paidAt !== null)
    return words.t(payment.fen < 0 ? 'payments.returned' : 'payments.paid', {
      amount,
      day: dayText(dayOf(payment.paidAt, utcOffset), words),
      reference: payment.reference,
    });
  return words.t(payment.fen < 0 ? 'payments.toReturn' : 'payments.due', { amount });
}

/** Corrections of the reference that an expense was paid with. */
export const correctionEntries = (
  payment: ExpensePaymentBrief | null,
  utcOffset: Minutes,
  words: Words,
): { text: string; time: string; comment: string; note: string }[] =>
  (payment?.history ?? []).map(({ at, byName, byNameEn, from, to, reason }) => ({
    text: words.t('payments.corrected', {
      name: personName({ name: byName, nameEn: byNameEn }, words),
      from,
      to,
    }),
    time: instantText(at, utcOffset, words),
    comment: reason,
    note: '',
  }));

/** What followed from a request, and when the waiting applicant may urge again. */
export function followedView(
  { urgeAt, undoing, payment, handover, applicant }: RequestDetail,
  utcOffset: Minutes,
  words: Words,
): typeof nothingFollowed {
  return {
    urgeNote: urgeAt === null ? '' : words.t('detail.urgeAgain', { time: timeOf(urgeAt, utcOffset) }),
    undoing: undoing === null ? '' : words.t('detail.undoing'),
    payment: {
      show: payment !== null,
      text: payment ? paymentText(payment, utcOffset, words) : '',
      tone: payment?.state === 'paid' ? 'ok' : 'warn',
    },
    handover: {
      show: handover !== null,
      text: handover ? words.t(handover.open > 0 ? 'handover.left' : 'handover.allDone', handover) : '',
      tone: handover?.open === 0 ? 'ok' : 'warn',
      employeeId: handover ? applicant.id : '',
    },
  };
}
