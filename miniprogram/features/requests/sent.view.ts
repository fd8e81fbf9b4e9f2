import type { Day } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import { titleText } from '../../components/request-card/request-card.view';
import { factLine } from '../../locales/fact-text';
import { namesText, periodText } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';
import { type FormModel, typeOf } from './form.model';

const AFTER = {
  leave: 'form.after.leave',
  overtime: 'form.after.overtime',
  expense: 'form.after.expense',
  resignation: 'form.after.resignation',
} as const;

/** What was sent, for when, who decides, and what follows. */
export function sentView(card: RequestCard | null, words: Words) {
  if (!card) return { subject: '', lines: [], after: '' };
  const after = AFTER[card.kind as keyof typeof AFTER] ?? 'form.after.other';
  const when = card.kind === 'resignation' ? 'form.lastDay' : 'form.when';
  const lines = [
    ...(card.period ? [{ name: words.t(when), value: periodText(card.period, words) }] : []),
    ...(card.waitingFor.length > 0
      ? [{ name: words.t('form.decides'), value: namesText(card.waitingFor, words) }]
      : []),
  ];
  return {
    subject: titleText(card, words),
    lines,
    after: words.t(card.state === 'approved' ? 'form.after.approved' : after),
  };
}

/** The first last day that the notice period allows. */
export function noticeDay({ preview }: FormModel): Day | undefined {
  const notice = preview?.facts.find(({ code }) => code === 'NOTICE');
  return notice && 'lastDay' in notice.data ? notice.data.lastDay : undefined;
}

/** What asks before a request is sent; hidden for kinds that are not asked about. */
export interface QuestionView {
  readonly show: boolean;
  readonly title: string;
  readonly content: string;
  readonly ok: string;
  readonly cancel: string;
}

/** Whether sending is asked about first: a resignation. */
export const isAskedFirst = (model: FormModel): boolean => typeOf(model)?.kind === 'resignation';

/**
 * A resignation is confirmed by name and last day, the chosen one or the one that the notice period gives, and by how much
 * notice is missing (Labour Contract Law, art. 37).
 */
export function questionView(model: FormModel, words: Words): QuestionView {
  const type = typeOf(model);
  if (!type || !model.asking) return { show: false, title: '', content: '', ok: '', cancel: '' };
  const lastDay = model.values.lastDay ?? noticeDay(model);
  const early = model.preview?.warnings.find(({ code }) => code === 'LAST_DAY_EARLY');
  const sentences = [
    words.t('form.confirm.text', { day: lastDay ? dayText(lastDay as Day, words) : '' }),
    ...(early ? [words.t('form.confirm.early', { notice: factLine(early, words).value })] : []),
  ];
  return {
    show: true,
    title: words.t('form.confirm.title', { type: words.pick(type.name) }),
    content: sentences.join('\n'),
    ok: words.t('form.confirm.ok'),
    cancel: words.t('common.cancel'),
  };
}
