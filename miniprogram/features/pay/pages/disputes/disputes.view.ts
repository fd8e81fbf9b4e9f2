import type { Day, Minutes } from '#contracts/common';
import type { OpenDispute } from '#contracts/payroll';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText, monthText } from '../../../../utils/dates';
import { dueText } from '../../due-text';
import { lineName } from '../../step-text';

export interface DisputesModel {
  readonly disputes: readonly OpenDispute[] | null;
  readonly next: string | null;
  /** Which one is answered; null for none. */
  readonly answering: OpenDispute | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
  readonly today: Day;
}

/**
 * Open doubts of employees about lines of their slips, with the day by which each has to be answered, and differences of answered
 * ones that no run pays until somebody says that they are settled.
 */
export const disputesView = (
  { disputes, next, answering, busy, failure, utcOffset, today }: DisputesModel,
  t: Words,
) => ({
  mode: disputes ? 'ready' : failure ? 'error' : 'loading',
  error: failure ? errorText(failure, t) : '',
  busy,
  isEmpty: disputes?.length === 0,
  rows: (disputes ?? []).map(({ person, month, name, dispute }, at) => ({
    at,
    key: dispute.id,
    name: personName(person, t),
    about: [monthText(month, t), nameOf(dispute.line, name, t)].join(t.t('common.separator')),
    text: dispute.text,
    asked: instantText(dispute.at, utcOffset, t),
    until: dispute.answer ? t.t('payDisputes.owed') : dueText(dispute.answerBy, today, t),
    tone: !dispute.answer && today > dispute.answerBy ? 'bad' : 'warn',
    isOwed: dispute.answer !== null,
    owed: dispute.answer ? t.t('payDisputes.owedText', { amount: moneyText(dispute.answer.difference) }) : '',
  })),
  hasMore: next !== null,
  sheet: {
    isOpen: answering !== null,
    subject: answering?.dispute.id ?? '',
    title: answering
      ? t.t('payDisputes.answerTitle', { line: nameOf(answering.dispute.line, answering.name, t) })
      : '',
  },
  text: {
    loadFailed: t.t('payDisputes.loadFailed'),
    retry: t.t('common.retry'),
    cancel: t.t('common.cancel'),
    none: t.t('payDisputes.none'),
    noneText: t.t('payDisputes.noneText'),
    answer: t.t('payDisputes.answer'),
    settle: t.t('payDisputes.settle'),
    answerNote: t.t('payDisputes.answerNote'),
    answerPlaceholder: t.t('payDisputes.answerPlaceholder'),
    more: t.t('payChanges.more'),
  },
});

const nameOf = (line: string, name: OpenDispute['name'], t: Words): string =>
  name ? t.pick(name) : lineName(line, t);
