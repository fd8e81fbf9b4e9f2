import type { Day } from '#contracts/common';
import type { RequestCard } from '#contracts/request';
import { titleText } from '../../components/request-card/request-card.view';
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

function noticeDay({ preview }: FormModel): Day | undefined {
  const notice = preview?.facts.find(({ code }) => code === 'NOTICE');
  return notice && 'lastDay' in notice.data ? notice.data.lastDay : undefined;
}

/** A resignation is confirmed by name and last day: the chosen one, or the one that the notice period gives. */
export function resignationQuestion(
  model: FormModel,
  words: Words,
): { title: string; content: string; ok: string } | null {
  const type = typeOf(model);
  if (type?.kind !== 'resignation') return null;
  const lastDay = model.values.lastDay ?? noticeDay(model);
  return {
    title: words.t('form.confirm.title', { type: words.pick(type.name) }),
    ok: words.t('form.confirm.ok'),
    content: words.t('form.confirm.text', { day: lastDay ? dayText(lastDay as Day, words) : '' }),
  };
}
