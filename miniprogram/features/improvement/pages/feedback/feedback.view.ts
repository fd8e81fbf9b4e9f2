import type { Day } from '#contracts/common';
import type { FeedbackBrief, FeedbackScope } from '#contracts/feedback';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, instantText } from '../../../../utils/dates';

const SCOPES = ['received', 'given', 'asked', 'wall'] as const;

export interface FeedbackModel {
  readonly scope: FeedbackScope;
  /** Of `about`. */
  readonly employeeId: string;
  readonly notes: readonly FeedbackBrief[] | null;
  readonly next: string | null;
  readonly waiting: number;
  readonly today: Day;
  readonly failure: Failure | null;
}

/** Feedback that somebody received, gave, was asked for, or may read about a colleague. */
export function feedbackView({ scope, notes, next, waiting, today, failure }: FeedbackModel, words: Words) {
  return {
    mode: notes ? (notes.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure && !notes ? errorText(failure, words) : '',
    notice: failure && notes ? errorText(failure, words) : '',
    segments:
      scope === 'about'
        ? []
        : SCOPES.map((id) => ({
            id,
            on: id === scope,
            text: words.t(`feedbackList.scopes.${id}`),
            count: id === 'asked' && waiting > 0 ? String(waiting) : '',
          })),
    rows: (notes ?? []).map((note) => rowOf(note, scope, today, words)),
    hasMore: next !== null,

    text: {
      retry: words.t('common.retry'),
      loadFailed: words.t('feedbackList.loadFailed'),
      empty: words.t(`feedbackList.empty.${scope}`),
      emptyText: words.t(`feedbackList.emptyText.${scope}`),
      give: words.t('feedbackList.give'),
      ask: words.t('feedbackList.ask'),
      more: words.t('feedbackList.more'),
    },
  };
}

function rowOf(note: FeedbackBrief, scope: FeedbackScope, today: Day, words: Words) {
  const { id, excerpt, topic, at, replies, dueOn, state } = note;
  const isOver = state === 'asked' && dueOn !== null && dueOn < today;
  const due = state === 'asked' && dueOn ? dueText(dueOn, isOver, words) : '';
  const said = replies > 0 ? words.t('feedbackList.replies', { count: replies }) : '';
  return {
    id,
    title: titleOf(note, scope, words),
    tags: tagsOf(note, words),
    excerpt: state === 'withdrawn' ? '' : excerpt,
    due,
    isOver,
    meta: [topic?.title ?? '', instantText(at, CHINA_UTC_OFFSET, words), said]
      .filter(Boolean)
      .join(words.t('common.separator')),
  };
}

const dueText = (day: Day, isOver: boolean, words: Words): string =>
  words.t(isOver ? 'feedbackList.overdue' : 'feedbackList.due', { day: dayText(day, words) });

function titleOf({ from, to, side, state }: FeedbackBrief, scope: FeedbackScope, words: Words): string {
  const [giver, receiver] = [personName(from, words), personName(to, words)];
  if (scope === 'wall') return words.t('feedbackList.wall', { from: giver, to: receiver });
  if (scope === 'asked' || state === 'asked')
    return side === 'from'
      ? words.t('feedbackList.askedOfMe', { name: receiver })
      : words.t('feedbackList.askedByMe', { name: giver });
  return scope === 'given' ? words.t('feedbackList.to', { name: receiver }) : giver;
}

function tagsOf({ kind, visibility, state, side }: FeedbackBrief, words: Words) {
  const tag = (id: 'praise' | 'everybody' | 'waiting' | 'declined' | 'withdrawn', tone: string) => ({
    ...{ id, tone, text: words.t(`feedbackList.tags.${id}`) },
  });
  return [
    ...(kind === 'praise' ? [tag('praise', 'ok')] : []),
    ...(visibility === 'everybody' ? [tag('everybody', 'info')] : []),
    ...(state === 'asked' && side === 'from' ? [tag('waiting', 'warn')] : []),
    ...(state === 'declined' ? [tag('declined', 'info')] : []),
    ...(state === 'withdrawn' ? [tag('withdrawn', 'info')] : []),
  ];
}
